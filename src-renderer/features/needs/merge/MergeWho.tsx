import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../../app/api.ts'
import { ErrorNote } from '../../../app/errors/ErrorNote.tsx'
import { Section } from '../../../ui/screen/Section.tsx'
import classes from './MergeWho.module.css'

type Props = { readonly cycleId: string; readonly wordingKey: string; readonly text: string }

const shown = 40

/** The lines of one wording as their askers wrote them. */
export function MergeWho({ cycleId, wordingKey, text }: Props) {
  const { t } = useTranslation('needsDecide')
  const lines = useQuery(orpc.needs.freeTextLines.queryOptions({ input: { cycleId, key: wordingKey } }))
  const all = lines.data ?? []
  return (
    <Section title={t('merge.who')} note={text}>
      <ErrorNote error={lines.error} onRetry={() => void lines.refetch()} />
      <ul className={classes.lines}>
        {all.slice(0, shown).map((line) => (
          <li key={line.lineId}>
            <span className={classes.text}>“{line.text}”</span>
            <span className={classes.person}>
              {line.person ?? t('merge.heads', { count: line.headcount })} · {line.unit}
            </span>
            {line.note && <span className={classes.note}>{line.note}</span>}
          </li>
        ))}
      </ul>
      {all.length > shown && <p className={classes.person}>{t('merge.whoMore', { count: all.length - shown })}</p>}
    </Section>
  )
}
