import { Button, Loader } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { stands } from '../../../src-core/certificates/certificate.ts'
import type { Certificate } from '../../../src-core/certificates/register.contract.ts'
import { formatDateRange } from '../../../src-core/kernel/date-range.ts'
import { useGo } from '../../app/address.ts'
import { client, orpc } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { tellError } from '../../app/errors/tell-error.tsx'
import { Note } from '../../ui/feedback/Note.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { Facts, Section } from '../../ui/screen/Section.tsx'
import { SidePanel } from '../../ui/screen/SidePanel.tsx'
import { StatusWord } from '../../ui/values/StatusWord.tsx'
import { DateText, NumberText, useNumberLanguage } from '../../ui/values/texts.tsx'
import { type CertificateAction, CertificateActions, offeredActions } from './CertificateActions.tsx'
import classes from './certificates.module.css'
import { showCode } from './show-code.ts'
import { useMay } from './use-may.ts'
import { stateTones } from './words.ts'

type Props = {
  readonly id: string
  readonly onClose: () => void
  readonly onStep: (by: 1 | -1) => void
  readonly onOther: (id: string) => void
}

const width = 480

/** One certificate: what is on it, whether it is whole, what happened to it, and what may be done. */
export function CertificatePanel({ id, onClose, onStep, onOther }: Props) {
  const { t } = useTranslation('certificates')
  const may = useMay()
  const [action, setAction] = useState<CertificateAction>()
  const found = useQuery(orpc.certificates.getCertificate.queryOptions({ input: { id } }))
  const row = found.data
  if (!row)
    return (
      <SidePanel title={t('register.one')} width={width} onClose={onClose} onStep={onStep}>
        {found.error ? (
          <ErrorNote error={found.error} onRetry={() => void found.refetch()} />
        ) : (
          <Loader aria-label={t('register.one')} />
        )}
      </SidePanel>
    )
  const open = async (copyNo?: number) => {
    try {
      saveFile(await client.certificates.certificateFile({ id, ...(copyNo && { copyNo }) }))
    } catch (error) {
      tellError(error)
    }
  }
  const badge = async () => {
    try {
      saveFile(await client.certificates.badgeFile({ id }))
    } catch (error) {
      tellError(error)
    }
  }
  return (
    <SidePanel
      title={row.name}
      width={width}
      note={
        <>
          <span>{row.serial}</span>
          <StatusWord tone={row.expired ? 'warn' : stateTones[row.state]}>
            {row.expired ? t('standing.expired') : t(`state.${row.state}`)}
          </StatusWord>
        </>
      }
      onClose={onClose}
      onStep={onStep}
      actions={
        <>
          <div className={classes.left}>
            {offeredActions(row, may).map((one) => (
              <Button key={one} size="xs" variant="default" onClick={() => setAction(one)}>
                {t(`action.${one}.button`)}
              </Button>
            ))}
            {stands(row.state) && !row.expired && (
              <Button size="xs" variant="default" onClick={() => void badge()}>
                {t('register.badge')}
              </Button>
            )}
          </div>
          <Button className={classes.main ?? ''} onClick={() => void open()}>
            {t('register.open')}
          </Button>
        </>
      }
    >
      <div className={classes.stack}>
        {action && (
          <CertificateActions
            key={action}
            row={row}
            action={action}
            onDone={(next) => {
              setAction(undefined)
              if (next !== row.id) onOther(next)
            }}
            onCancel={() => setAction(undefined)}
          />
        )}
        {!row.intact && <Note tone="bad" text={t('register.notIntact')} />}
        {!row.signed && <Note tone="bad" text={t('register.notSigned')} />}
        {row.endReason && <Note tone="warn" text={t('register.ended', { reason: row.endReason })} />}
        <CertificateFacts row={row} onOther={onOther} />
        <Section title={t('register.history')}>
          <ul className={classes.events}>
            {row.events.map((event) => (
              <li key={event.id}>
                <StatusWord tone="neutral">
                  {t(`event.${event.event}`, { copy: event.copyNo ?? 0, page: event.reason ?? '' })}
                </StatusWord>{' '}
                <DateText iso={event.at} time /> <span className={classes.dim}>{event.byName ?? ''}</span>
                {event.event !== 'PRINTED' && event.event !== 'SPOILED' && event.reason && <div>{event.reason}</div>}
                {event.requestedBy && (
                  <div className={classes.dim}>{t('register.askedBy', { who: event.requestedBy })}</div>
                )}
                {event.copyNo !== null && (
                  <Button size="compact-xs" variant="subtle" onClick={() => void open(event.copyNo ?? undefined)}>
                    {t('register.openCopy', { copy: event.copyNo })}
                  </Button>
                )}
              </li>
            ))}
            <li>
              <StatusWord tone="good">{t('event.ISSUED')}</StatusWord> <DateText iso={row.issuedOn} />{' '}
              <span className={classes.dim}>{row.issuedByName ?? ''}</span>
            </li>
          </ul>
        </Section>
      </div>
    </SidePanel>
  )
}

function CertificateFacts({ row, onOther }: { readonly row: Certificate; readonly onOther: (id: string) => void }) {
  const { t } = useTranslation('certificates')
  const language = useNumberLanguage()
  const go = useGo()
  const { training } = row
  const link = (other: { id: string; serial: string } | null) =>
    other && (
      <Button size="compact-xs" variant="subtle" onClick={() => onOther(other.id)}>
        {other.serial}
      </Button>
    )
  return (
    <Facts
      facts={[
        [t('field.kind'), t(`kind.${row.kind}`)],
        [
          t('field.title'),
          <Button
            key="group"
            size="compact-xs"
            variant="subtle"
            onClick={() => go(`/certificates/groups/${row.groupId}`)}
            styles={{ label: { whiteSpace: 'normal', textAlign: 'left' }, root: { height: 'auto' } }}
          >
            {row.titleTr}
          </Button>,
        ],
        [t('field.dates'), formatDateRange(training.fromDate, training.toDate, language)],
        [t('field.hours'), <NumberText key="hours" value={row.lessonHoursTenths / 10} />],
        [t('field.institution'), [row.institution, row.holder.country].filter(Boolean).join(', ')],
        [t('field.code'), showCode(row.code)],
        [t('field.issuedOn'), <DateText key="issued" iso={row.issuedOn} />],
        ...(row.validUntil ? ([[t('field.validUntil'), <DateText key="until" iso={row.validUntil} />]] as const) : []),
        ...(row.replaces ? ([[t('field.replaces'), link(row.replaces)]] as const) : []),
        ...(row.replacedBy ? ([[t('field.replacedBy'), link(row.replacedBy)]] as const) : []),
      ]}
    />
  )
}
