import { useTranslation } from 'react-i18next'
import type { Delegation } from '../../../src-core/delegations/delegation.ts'
import { formatDate } from '../../../src-core/kernel/dates.ts'
import { useGo } from '../../app/address.ts'
import { textIfAny } from '../../app/i18n.ts'
import { Note } from '../../ui/feedback/Note.tsx'
import { Section } from '../../ui/screen/Section.tsx'
import { StatRow, StatTile } from '../../ui/values/StatTile.tsx'
import { StatusWord } from '../../ui/values/StatusWord.tsx'
import { DateText, useNumberLanguage } from '../../ui/values/texts.tsx'
import { DelegationForm } from './DelegationForm.tsx'
import classes from './delegations.module.css'
import { useMay } from './use-may.ts'
import { Viewers } from './Viewers.tsx'

const tones = { done: 'good', current: 'active', waiting: 'neutral' } as const

const counts = ['invited', 'confirmed', 'attended', 'certified'] as const

/** Where the file stands, what is missing for the next step, and its own data. */
export function OverviewTab({ file }: { readonly file: Delegation }) {
  const { t } = useTranslation('delegations')
  const language = useNumberLanguage()
  const may = useMay()
  const go = useGo()
  return (
    <div className={classes.page}>
      {file.cancelReason && <Note tone="warn" text={t('files.cancelledNote', { reason: file.cancelReason })} />}
      {file.returnReason && file.state === 'DESIGNING' && (
        <Note tone="warn" text={t('files.returnedNote', { reason: file.returnReason })} />
      )}
      {file.next === 'APPROVED' && !may.approve && file.missing.length === 0 && (
        <Note tone="neutral" text={t('files.waitsForManager')} />
      )}
      <StatRow>
        {counts.map((one) => (
          <StatTile key={one} label={t(`files.${one}`)} value={String(file.counts[one])} />
        ))}
      </StatRow>
      <div className={classes.columns}>
        <Section title={t('files.steps')}>
          <ol className={classes.steps}>
            {file.steps.map(({ step, status, dueOn }, at) => (
              <li key={step} className={classes.step} data-status={status}>
                <span className={classes.dim}>{at + 1}</span>
                <span>{t(`step.${step}`)}</span>
                <DateText iso={dueOn} />
                <StatusWord tone={tones[status]}>{t(`stepStatus.${status}`)}</StatusWord>
              </li>
            ))}
          </ol>
        </Section>
        <div className={classes.stack}>
          {file.next && (
            <Section title={t('files.missing')} note={t('files.next', { state: t(`state.${file.next}`) })}>
              {file.missing.length === 0 ? (
                <Note tone="good" text={t('files.nothingMissing')} />
              ) : (
                <ul className={classes.missing}>
                  {file.missing.map(({ key, count, ...one }) => {
                    const names = language === 'en' ? one.namesEn : one.names
                    return (
                      <li key={key}>
                        {textIfAny(`delegations:missing.${key}`, { count })}
                        {names.length > 0 && (
                          <span className={`${classes.dim} ${classes.small}`}>
                            {`: ${names.map((name) => textIfAny(`delegations:cost.${name}`) ?? name).join(', ')}`}
                            {count > names.length && ` + ${t('files.more', { count: count - names.length })}`}
                          </span>
                        )}
                      </li>
                    )
                  })}
                </ul>
              )}
            </Section>
          )}
          <Section
            title={t('files.edit')}
            note={
              file.approvedNo && t('files.approvalNote', { no: file.approvedNo, on: formatDate(file.approvedOn ?? '') })
            }
            end={
              <button
                type="button"
                className={classes.link}
                onClick={() => go(`/delegations/requests?open=${file.requestId}`)}
              >
                {t('files.request', { no: file.requestNo, body: file.requestingBody })}
              </button>
            }
          >
            <DelegationForm key={file.rowVersion} file={file} readOnly={!may.edit || file.state === 'CANCELLED'} />
          </Section>
          <Viewers file={file} />
        </div>
      </div>
    </div>
  )
}
