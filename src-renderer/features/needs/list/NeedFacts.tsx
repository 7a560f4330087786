import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatDate } from '../../../../src-core/kernel/dates.ts'
import type { NeedDetail } from '../../../../src-core/needs/need-list.contract.ts'
import { useGo } from '../../../app/address.ts'
import { textIfAny } from '../../../app/i18n.ts'
import { Note } from '../../../ui/feedback/Note.tsx'
import { Facts, Section } from '../../../ui/screen/Section.tsx'
import { StatusWord } from '../../../ui/values/StatusWord.tsx'
import { DateText } from '../../../ui/values/texts.tsx'
import classes from './NeedPanel.module.css'
import { outcomeTone } from './outcome-tone.ts'

type Props = { readonly need: NeedDetail }

/** What is known of a need besides what an officer may change. */
export function NeedFacts({ need }: Props) {
  const { t } = useTranslation('needs')
  const go = useGo()
  const { recentTraining: done, carriedFrom } = need
  const level = need.selfLevel || need.targetLevel ? `${need.selfLevel ?? '–'} → ${need.targetLevel ?? '–'}` : null
  const reason = need.outcomeReason && textIfAny(`needs:word.outcomeReason.${need.outcomeReason}`)
  return (
    <div>
      {done && (
        <Note
          tone="warn"
          text={
            done.certificateNo
              ? t('list.duplicate', { date: formatDate(done.completedOn), certificate: done.certificateNo })
              : t('list.duplicateNoNumber', { date: formatDate(done.completedOn) })
          }
        />
      )}
      {need.personId && !need.personActive && <Note tone="warn" text={t('list.left')} />}
      <Section
        title={t('list.details')}
        end={
          need.personId && (
            <Button size="compact-xs" variant="subtle" onClick={() => go(`/needs/entry?person=${need.personId}`)}>
              {t('list.openForm')}
            </Button>
          )
        }
      >
        <Facts
          facts={[
            ...(need.personName
              ? ([
                  [t('field.person'), need.personName],
                  [t('field.registryNo'), need.registryNo],
                  [t('field.employment'), need.employmentType && t(`word.employment.${need.employmentType}`)],
                  [t('field.title'), need.title],
                ] as const)
              : ([[t('field.headcount'), String(need.headcount)]] as const)),
            [t('field.unit'), need.unitName],
            ...(need.editable
              ? []
              : ([
                  [t('field.topicCode'), need.topicCode],
                  [t('field.reason'), need.reason && t(`word.reason.${need.reason}`)],
                  [t('field.urgency'), need.urgency],
                  [t('field.level'), level],
                  [t('field.quarter'), need.quarter],
                  [t('field.note'), need.note],
                  ...(need.names ? ([[t('field.names'), need.names]] as const) : []),
                ] as const)),
            ...(need.freeText && need.topicId ? ([[t('list.original'), need.freeText]] as const) : []),
            ...(need.managerPriority ? ([[t('field.managerPriority'), need.managerPriority]] as const) : []),
            ...(need.formState ? ([[t('field.form'), t(`word.form.${need.formState}`)]] as const) : []),
            [
              t('field.outcome'),
              <StatusWord key="outcome" tone={outcomeTone[need.outcome]}>
                {t(`word.outcome.${need.outcome}`) + (reason ? `, ${reason}` : '')}
              </StatusWord>,
            ],
          ]}
        />
      </Section>
      <Section title={t('list.sources')}>
        <ul className={classes.sources}>
          {carriedFrom && <li>{t('list.carriedFrom', { year: carriedFrom.year })}</li>}
          {need.sources.map((source) => (
            <li key={`${source.kind} ${source.reference} ${source.at}`}>
              <span>
                {source.reference
                  ? t('list.sourceAt', { source: t(`word.source.${source.kind}`), reference: source.reference })
                  : t(`word.source.${source.kind}`)}
              </span>
              <span className={classes.dim}>
                <DateText iso={source.at} time />
              </span>
              {source.exception && <span>{t('list.exception', { reason: source.exception })}</span>}
            </li>
          ))}
        </ul>
      </Section>
    </div>
  )
}
