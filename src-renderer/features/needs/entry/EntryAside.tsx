import { useTranslation } from 'react-i18next'
import type { FormLine, PersonForm } from '../../../../src-core/needs/collect.contract.ts'
import { Section } from '../../../ui/screen/Section.tsx'
import { StatusWord } from '../../../ui/values/StatusWord.tsx'
import { DateText } from '../../../ui/values/texts.tsx'
import classes from './EntryAside.module.css'
import type { SavedForm } from './use-entry.ts'

type Props = {
  readonly known: PersonForm | undefined
  readonly saved: readonly SavedForm[]
  readonly onPerson: (id: string) => void
}

/** Beside the form: what the person asked for and completed before, and the forms entered a moment ago. */
export function EntryAside({ known, saved, onPerson }: Props) {
  const { t } = useTranslation('needs')
  const average = saved.length > 0 ? saved.reduce((sum, form) => sum + form.seconds, 0) / saved.length : 0
  return (
    <aside className={classes.aside}>
      {known && (
        <>
          <Section
            title={t('entry.existing')}
            note={t('entry.left', { limit: known.lineLimit, left: Math.max(0, known.lineLimit - known.lines.length) })}
          >
            {known.lines.length === 0 ? (
              <p className={classes.none}>{t('entry.existingNone')}</p>
            ) : (
              <ul className={classes.list}>
                {known.lines.map((line) => (
                  <Existing key={line.id} line={line} />
                ))}
              </ul>
            )}
          </Section>
          <Section title={t('entry.trainings')}>
            {known.trainings.length === 0 ? (
              <p className={classes.none}>{t('entry.trainingsNone')}</p>
            ) : (
              <ul className={classes.list}>
                {known.trainings.slice(0, 12).map((training) => (
                  <li key={`${training.name} ${training.completedOn}`}>
                    <span>{training.name}</span>
                    <span className={classes.dim}>
                      <DateText iso={training.completedOn} />
                      {training.certificateNo && ` · ${training.certificateNo}`}
                    </span>
                    {training.recent && (
                      <StatusWord tone="warn">{t('entry.recent', { months: known.guardMonths })}</StatusWord>
                    )}
                  </li>
                ))}
              </ul>
            )}
          </Section>
        </>
      )}
      <Section title={t('entry.last')} note={saved.length > 0 && t('entry.average', { seconds: Math.round(average) })}>
        {saved.length === 0 ? (
          <p className={classes.none}>{t('entry.lastNone')}</p>
        ) : (
          <ol className={classes.list} aria-live="polite">
            {saved.slice(0, 8).map((form) => (
              <li key={form.number}>
                <button type="button" className={classes.name} onClick={() => onPerson(form.personId)}>
                  {form.name}
                </button>
                <span className={classes.dim}>{form.text}</span>
              </li>
            ))}
          </ol>
        )}
      </Section>
    </aside>
  )
}

function Existing({ line }: { readonly line: FormLine }) {
  const { t } = useTranslation('needs')
  const marks = [...new Set(line.sources.map((source) => t(`word.source.${source.kind}`)))]
  return (
    <li>
      <span>{line.topic ? `${line.topic.code} · ${line.topic.name}` : line.freeText}</span>
      <span className={classes.dim}>{[...marks, ...(line.carriedOver ? [t('entry.carried')] : [])].join(', ')}</span>
    </li>
  )
}
