import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { VisitRequest } from '../../../src-core/delegations/request.ts'
import { useGo } from '../../app/address.ts'
import { client } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { Facts, Section } from '../../ui/screen/Section.tsx'
import { DateText } from '../../ui/values/texts.tsx'
import { AssessmentMarks } from './AssessmentMarks.tsx'
import { DecisionForm } from './DecisionForm.tsx'
import classes from './delegations.module.css'
import { OpenFileForm } from './OpenFileForm.tsx'
import { useMay } from './use-may.ts'

/** The checklist, the decision, and what follows from it. */
export function RequestDecision({ request }: { readonly request: VisitRequest }) {
  const { t } = useTranslation('delegations')
  const may = useMay()
  if (may.edit && request.state === 'REQUESTED') return <DecisionForm request={request} />
  return (
    <>
      <Section title={t('requests.assessment')}>
        <AssessmentMarks value={request.assessment} />
      </Section>
      <Section title={t('requests.decision')}>
        <Decided request={request} />
      </Section>
    </>
  )
}

function Decided({ request }: { readonly request: VisitRequest }) {
  const { t } = useTranslation('delegations')
  const may = useMay()
  const go = useGo()
  const { id, state, delegationId } = request
  const [failure, setFailure] = useState<unknown>()
  const [opening, setOpening] = useState(false)
  const letter = async (language: 'tr' | 'en') => {
    setFailure(undefined)
    try {
      await saveFile(await client.delegations.printDecision({ requestId: id, language }))
    } catch (error) {
      setFailure(error)
    }
  }
  const mayOpen = may.edit && state === 'ACCEPTED' && !delegationId
  return (
    <div className={classes.stack}>
      <Facts
        facts={[
          [t('field.state'), t(`requestState.${state}`)],
          [t('field.reason'), request.decisionReason],
          [t('field.redirectedTo'), request.redirectedTo],
          [t('field.ebysNo'), request.ebysNo],
          [t('field.ebysDate'), <DateText key="on" iso={request.ebysDate} />],
        ]}
      />
      {state !== 'REQUESTED' && (
        <div className={classes.row}>
          {delegationId && (
            <Button size="xs" onClick={() => go(`/delegations/files/${delegationId}`)}>
              {t('requests.toFile')}
            </Button>
          )}
          {mayOpen && !opening && (
            <Button size="xs" onClick={() => setOpening(true)}>
              {t('requests.openFile')}
            </Button>
          )}
          <Button size="xs" variant="default" onClick={() => void letter('tr')}>
            {t('requests.letterTr')}
          </Button>
          <Button size="xs" variant="default" onClick={() => void letter('en')}>
            {t('requests.letterEn')}
          </Button>
          {may.edit && !delegationId && <Reopen request={request} />}
        </div>
      )}
      {mayOpen && opening && <OpenFileForm request={request} onCancel={() => setOpening(false)} />}
      <ErrorNote error={failure} />
    </div>
  )
}

function Reopen({ request }: { readonly request: VisitRequest }) {
  const { t } = useTranslation('delegations')
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const [failure, setFailure] = useState<unknown>()
  const reopen = async () => {
    try {
      await client.delegations.reopenRequest({ id: request.id, rowVersion: request.rowVersion, reason })
    } catch (error) {
      setFailure(error)
    }
  }
  if (!asking)
    return (
      <Button size="xs" variant="default" onClick={() => setAsking(true)}>
        {t('requests.reopen')}
      </Button>
    )
  return (
    <div className={classes.action}>
      <TextInput
        label={t('requests.reopenHint')}
        required
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <ErrorNote error={failure} />
      <Button size="xs" disabled={reason.trim().length < 3} onClick={() => void reopen()}>
        {t('requests.reopen')}
      </Button>
    </div>
  )
}
