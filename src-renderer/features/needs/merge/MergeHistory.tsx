import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../../app/api.ts'
import { ErrorNote } from '../../../app/errors/ErrorNote.tsx'
import { Section } from '../../../ui/screen/Section.tsx'
import { DateText, NumberText } from '../../../ui/values/texts.tsx'
import classes from './MergeHistory.module.css'

type Props = {
  readonly cycleId: string
  readonly mayChange: boolean
  readonly onSplit: (mergeId: string) => void
}

/** What was merged, newest first, each with the way back. */
export function MergeHistory({ cycleId, mayChange, onSplit }: Props) {
  const { t } = useTranslation('needsDecide')
  const merges = useQuery(orpc.needs.merges.queryOptions({ input: { cycleId } }))
  const all = merges.data ?? []
  return (
    <Section title={t('merge.history')}>
      <ErrorNote error={merges.error} onRetry={() => void merges.refetch()} />
      {merges.data && all.length === 0 && <p className={classes.dim}>{t('merge.historyEmpty')}</p>}
      <ul className={classes.list}>
        {all.map((merge) => (
          <li key={merge.id} data-undone={merge.undoneAt !== null || undefined}>
            <span className={classes.topic}>{merge.name}</span>
            <span className={classes.count}>
              <NumberText value={merge.lines} /> · <DateText iso={merge.at} time />
            </span>
            <span className={classes.texts} title={merge.texts.join('\n')}>
              {merge.texts.join(' · ')}
            </span>
            {merge.undoneAt === null ? (
              mayChange && (
                <Button
                  size="compact-xs"
                  className={classes.split ?? ''}
                  variant="default"
                  aria-label={`${t('merge.splitBack')}: ${merge.name}`}
                  onClick={() => onSplit(merge.id)}
                >
                  {t('merge.splitBack')}
                </Button>
              )
            ) : (
              <span className={classes.dim}>{t('merge.undone')}</span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
