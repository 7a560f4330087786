import { Button, SegmentedControl, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Assessment, criteria, type VisitRequest } from '../../../src-core/delegations/request.ts'
import { useGo } from '../../app/address.ts'
import { client } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { Note } from '../../ui/feedback/Note.tsx'
import { tell } from '../../ui/feedback/toast.tsx'
import { DateField } from '../../ui/form/DateField.tsx'
import { Fields } from '../../ui/form/FormLayout.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { Facts, Section } from '../../ui/screen/Section.tsx'
import { DateText } from '../../ui/values/texts.tsx'
import classes from './delegations.module.css'
import { OpenFileForm } from './OpenFileForm.tsx'
import { useMay } from './use-may.ts'

const decisions = ['ACCEPTED', 'DECLINED', 'REDIRECTED'] as const

/** The checklist, the decision, and what follows from it. */
export function RequestDecision({ request }: { readonly request: VisitRequest }) {
  const { t } = useTranslation(['delegations', 'common'])
  const may = useMay()
  const go = useGo()
  const { id, rowVersion, state } = request
  const open = may.edit && state === 'REQUESTED'
  const [assessment, setAssessment] = useState<Assessment>(request.assessment)
  const [decision, setDecision] = useState<(typeof decisions)[number]>('ACCEPTED')
  const [reason, setReason] = useState('')
  const [redirectedTo, setRedirectedTo] = useState('')
  const [ebysNo, setEbysNo] = useState('')
  const [ebysDate, setEbysDate] = useState<string | null>(null)
  const [failure, setFailure] = useState<unknown>()
  const [opening, setOpening] = useState(false)
  const attempt = async (work: () => Promise<unknown>) => {
    setFailure(undefined)
    try {
      await work()
    } catch (error) {
      setFailure(error)
    }
  }
  const changed = JSON.stringify(assessment) !== JSON.stringify(request.assessment)
  const save = () => client.delegations.assessRequest({ id, rowVersion, assessment })
  const decide = () =>
    attempt(async () => {
      const version = changed ? (await save()).rowVersion : rowVersion
      await client.delegations.decideRequest({
        ...{ id, rowVersion: version, decision, ebysNo: ebysNo.trim() || null, ebysDate },
        reason: reason.trim() || null,
        redirectedTo: redirectedTo.trim() || null,
      })
      tell({ text: t('requests.decided'), tone: 'good' })
    })
  const letter = (language: 'tr' | 'en') =>
    attempt(async () => saveFile(await client.delegations.printDecision({ requestId: id, language })))
  return (
    <>
      <Section title={t('requests.assessment')}>
        <div className={classes.criteria}>
          {criteria.map((one) => {
            const met = assessment[one]?.met ?? null
            return [
              <span key={one} id={`criterion-${one}`}>
                {t(`criterion.${one}`)}
              </span>,
              <SegmentedControl
                key={`${one}-answer`}
                size="xs"
                aria-labelledby={`criterion-${one}`}
                disabled={!open}
                data={[
                  { value: 'open', label: t('requests.open') },
                  { value: 'met', label: t('requests.met') },
                  { value: 'not', label: t('requests.notMet') },
                ]}
                value={met === null ? 'open' : met ? 'met' : 'not'}
                onChange={(value) =>
                  setAssessment({
                    ...assessment,
                    [one]: { met: value === 'open' ? null : value === 'met', note: assessment[one]?.note ?? null },
                  })
                }
              />,
            ]
          })}
        </div>
        {open && changed && (
          <div className={classes.row}>
            <Button size="xs" variant="default" onClick={() => void attempt(save)}>
              {t('requests.saveAssessment')}
            </Button>
          </div>
        )}
      </Section>
      <Section title={t('requests.decision')}>
        {open ? (
          <div className={classes.stack}>
            <SegmentedControl
              aria-label={t('requests.decision')}
              data={decisions.map((value) => ({ value, label: t(`requestState.${value}`) }))}
              value={decision}
              onChange={(value) => setDecision(decisions.find((one) => one === value) ?? 'ACCEPTED')}
            />
            {decision === 'REDIRECTED' && (
              <TextInput
                label={t('field.redirectedTo')}
                required
                value={redirectedTo}
                onChange={(event) => setRedirectedTo(event.currentTarget.value)}
              />
            )}
            <Textarea
              label={t('field.reason')}
              required={decision !== 'ACCEPTED'}
              autosize
              minRows={2}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            <Fields columns={2}>
              <TextInput
                label={t('field.ebysNo')}
                value={ebysNo}
                onChange={(event) => setEbysNo(event.currentTarget.value)}
              />
              <DateField label={t('field.ebysDate')} value={ebysDate} onChange={setEbysDate} />
            </Fields>
            <div className={classes.row}>
              <Button onClick={() => void decide()}>{t('requests.decide')}</Button>
            </div>
          </div>
        ) : (
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
                {request.delegationId && (
                  <Button size="xs" onClick={() => go(`/delegations/files/${request.delegationId}`)}>
                    {t('requests.toFile')}
                  </Button>
                )}
                {may.edit && state === 'ACCEPTED' && !request.delegationId && (
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
                {may.edit && !request.delegationId && <Reopen request={request} />}
              </div>
            )}
            {opening && <OpenFileForm request={request} onCancel={() => setOpening(false)} />}
          </div>
        )}
        <ErrorNote error={failure} />
        {!open && state === 'REQUESTED' && <Note tone="neutral" text={t('requestState.REQUESTED')} />}
      </Section>
    </>
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
