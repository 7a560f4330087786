import { Button, Checkbox, Loader, Tabs } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { VisitRequest } from '../../../src-core/delegations/request.ts'
import { client, orpc } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { tell } from '../../ui/feedback/toast.tsx'
import { useForm } from '../../ui/form/use-form.ts'
import { SidePanel } from '../../ui/screen/SidePanel.tsx'
import { StatusWord } from '../../ui/values/StatusWord.tsx'
import { Attachments } from './Attachments.tsx'
import classes from './delegations.module.css'
import { RequestBackgroundNotes } from './RequestBackgroundNotes.tsx'
import { RequestDecision } from './RequestDecision.tsx'
import { RequestForm } from './RequestForm.tsx'
import { newRequest, type RequestValues, requestFields, requestProblems, requestValues } from './request-form.ts'
import { useMay } from './use-may.ts'
import { requestTones } from './words.ts'

type Props = {
  readonly id: string | undefined
  readonly onClose: () => void
  readonly onStep: ((by: 1 | -1) => void) | undefined
  readonly onAdded: (id: string) => void
}

const width = 620

/** A visit request beside the register, or the form of a new one. */
export function RequestPanel({ id, ...rest }: Props) {
  return id === undefined ? <NewRequest {...rest} /> : <KnownRequest id={id} {...rest} />
}

type Rest = Omit<Props, 'id'>

function NewRequest({ onClose, onAdded }: Rest) {
  const { t } = useTranslation(['delegations', 'common'])
  const formId = useId()
  const [consent, setConsent] = useState(false)
  const [reminded, setReminded] = useState(false)
  const noticeRead = useRef<HTMLInputElement>(null)
  const form = useForm<RequestValues>({
    initial: newRequest(),
    check: requestProblems,
    draft: 'delegationRequest:new',
    submit: async (values) => {
      setReminded(true)
      if (!consent) return noticeRead.current?.focus()
      const { id, requestNo } = await client.delegations.addRequest({ ...requestFields(values), consent: true })
      tell({ text: t('requests.added', { no: requestNo }), tone: 'good' })
      onAdded(id)
    },
  })
  const { requestingBody, topicId, topicMain, receivedOn, preferredFrom, preferredTo } = form.values
  const background = useQuery({
    ...orpc.delegations.requestBackground.queryOptions({
      input: { requestingBody, topicId, topicMain, receivedOn: receivedOn ?? '2000-01-01', preferredFrom, preferredTo },
    }),
    enabled: receivedOn !== null && (requestingBody.length > 2 || topicMain.length > 2 || topicId !== null),
    placeholderData: keepPreviousData,
  })
  return (
    <SidePanel
      title={t('requests.add')}
      width={width}
      onClose={onClose}
      actions={
        <Button className={classes.main ?? ''} type="submit" form={formId} loading={form.busy}>
          {t('common:actions.save')}
        </Button>
      }
    >
      <form id={formId} {...form.props}>
        <div className={classes.stack}>
          {background.data && <RequestBackgroundNotes background={background.data} />}
          <RequestForm form={form} />
          <Checkbox
            ref={noticeRead}
            required
            label={t('requests.consent')}
            checked={consent}
            onChange={(event) => setConsent(event.currentTarget.checked)}
            error={reminded && !consent ? t('requests.consentNeeded') : undefined}
          />
          <ErrorNote error={form.failure} />
        </div>
      </form>
    </SidePanel>
  )
}

function KnownRequest({ id, onClose, onStep }: Rest & { readonly id: string }) {
  const { t } = useTranslation('delegations')
  const found = useQuery(orpc.delegations.getRequest.queryOptions({ input: { id } }))
  const request = found.data
  if (request) return <RequestBody key={request.id} request={request} onClose={onClose} onStep={onStep} />
  return (
    <SidePanel title={t('requests.one')} width={width} onClose={onClose} {...(onStep && { onStep })}>
      {found.error ? (
        <ErrorNote error={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <Loader aria-label={t('requests.one')} />
      )}
    </SidePanel>
  )
}

const tabs = ['assessment', 'form', 'files'] as const

type BodyProps = { readonly request: VisitRequest } & Pick<Props, 'onClose' | 'onStep'>

function RequestBody({ request, onClose, onStep }: BodyProps) {
  const { t } = useTranslation(['delegations', 'common'])
  const formId = useId()
  const may = useMay()
  const [tab, setTab] = useState<(typeof tabs)[number]>('assessment')
  const readOnly = !may.edit || request.state !== 'REQUESTED'
  const form = useForm<RequestValues>({
    initial: requestValues(request),
    check: requestProblems,
    submit: async (values) => {
      const fields = requestFields(values)
      await client.delegations.changeRequest({ id: request.id, rowVersion: request.rowVersion, fields })
      tell({ text: t('requests.saved', { no: request.requestNo }), tone: 'good' })
    },
  })
  return (
    <SidePanel
      title={`${request.requestNo} · ${request.requestingBody}`}
      width={width}
      note={
        <>
          <StatusWord tone={requestTones[request.state]}>{t(`requestState.${request.state}`)}</StatusWord>
          {request.origin === 'portal' && <StatusWord tone="active">{t('origin.portal')}</StatusWord>}
          {request.details.noticeVersion && (
            <StatusWord tone="good">{t('confirmedByMail', { version: request.details.noticeVersion })}</StatusWord>
          )}
        </>
      }
      onClose={onClose}
      {...(onStep && { onStep })}
      actions={
        !readOnly &&
        tab === 'form' && (
          <Button className={classes.main ?? ''} type="submit" form={formId} loading={form.busy}>
            {t('common:actions.save')}
          </Button>
        )
      }
    >
      <div className={classes.stack}>
        <Tabs value={tab} onChange={(value) => setTab(tabs.find((one) => one === value) ?? 'assessment')}>
          <Tabs.List>
            {tabs.map((one) => (
              <Tabs.Tab key={one} value={one}>
                {t(`requests.${one}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </Tabs>
        {tab === 'assessment' && (
          <>
            <RequestBackgroundNotes background={request.background} />
            <RequestDecision request={request} />
          </>
        )}
        {tab === 'files' && <Attachments requestId={request.id} delegationId={null} />}
        {tab === 'form' && (
          <form id={formId} {...form.props}>
            <fieldset className={`${classes.stack} ${classes.plain}`} disabled={readOnly}>
              <RequestForm form={form} />
              <ErrorNote error={form.failure} />
            </fieldset>
          </form>
        )}
      </div>
    </SidePanel>
  )
}
