import { Button, Checkbox } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDate, istanbulDate } from '../../../src-core/kernel/dates.ts'
import { formatNumber } from '../../../src-core/kernel/numbers.ts'
import type { ChangeKind, ListKind } from '../../../src-core/people/list-change.ts'
import type { ListCheck } from '../../../src-core/people/list-import.contract.ts'
import { Note } from '../../ui/feedback/Note.tsx'
import { EmptyState } from '../../ui/screen/EmptyState.tsx'
import { StatRow, StatTile } from '../../ui/values/StatTile.tsx'
import { useNumberLanguage } from '../../ui/values/texts.tsx'
import { ListChangesTable } from './ListChangesTable.tsx'
import { ListFindingsTable } from './ListFindingsTable.tsx'
import { ListLosses } from './ListLosses.tsx'
import type { ListChoices } from './list-choices.ts'
import classes from './list-import.module.css'
import { UnknownUnits } from './UnknownUnits.tsx'

type Props = {
  readonly kind: ListKind
  readonly result: ListCheck
  readonly choices: ListChoices
  readonly onChange: (part: Partial<ListChoices>) => void
  readonly stale: boolean
  readonly onRecheck: () => void
  readonly onCorrected: () => void
}

/** What the list would do, everything that is wrong with it, and what is left to the officer. */
export function ListCheckStep({ kind, result, choices, onChange, stale, onRecheck, onCorrected }: Props) {
  const { t } = useTranslation('people')
  const { counts, staff } = result
  const changing = result.changes.length > 0
  const [shown, setShown] = useState<readonly ChangeKind[]>([])
  const table = useRef<HTMLDivElement>(null)
  const show = (kinds: readonly ChangeKind[]) => {
    setShown(kinds)
    table.current?.scrollIntoView({ block: 'nearest' })
  }
  return (
    <div className={classes.page}>
      {stale && <Note tone="warn" text={t('list.stale')} action={{ label: t('list.recheck'), run: onRecheck }} />}
      {result.importedBefore && (
        <Note
          tone="neutral"
          text={t('list.importedBefore', { date: formatDate(istanbulDate(result.importedBefore.at)) })}
        />
      )}
      <Counts kind={kind} counts={counts} onShow={show} />
      {staff && staff.completeTypes.length > 0 && staff.unread > 0 && (
        <Note tone="bad" text={t('list.unread', { count: staff.unread })} />
      )}
      {staff?.losses.mustConfirm && (
        <ListLosses
          losses={staff.losses}
          confirmed={choices.confirmed}
          onConfirm={(confirmed) => onChange({ confirmed })}
        />
      )}
      {staff && staff.unknownUnits.length > 0 && <UnknownUnits units={staff.unknownUnits} onLearned={onRecheck} />}
      {staff && staff.newTitles.length > 0 && (
        <Note tone="neutral" text={t('list.newTitles', { titles: staff.newTitles.join(', ') })} />
      )}
      {counts.wrongRows > 0 && (
        <div className={classes.line}>
          {changing && (
            <Checkbox
              label={t('list.leaveOut', { count: counts.wrongRows })}
              checked={choices.leaveOutErrors}
              onChange={(event) => onChange({ leaveOutErrors: event.currentTarget.checked })}
            />
          )}
          <Button
            size="xs"
            variant="default"
            leftSection={<IconDownload size={14} aria-hidden />}
            onClick={onCorrected}
          >
            {t('list.corrected')}
          </Button>
        </div>
      )}
      {!changing && (
        <EmptyState title={t('list.nothing')} text={t(counts.errors > 0 ? 'list.allWrong' : 'list.nothingText')} />
      )}
      {changing && (
        <div ref={table}>
          <ListChangesTable kind={kind} result={result} shown={shown} onShowAll={() => setShown([])} />
        </div>
      )}
      {result.issues.length > 0 && <ListFindingsTable result={result} />}
    </div>
  )
}

type CountsProps = {
  readonly kind: ListKind
  readonly counts: ListCheck['counts']
  /** Shows the changes behind a number. */
  readonly onShow: (kinds: readonly ChangeKind[]) => void
}

function Counts({ kind, counts, onShow }: CountsProps) {
  const { t } = useTranslation('people')
  const language = useNumberLanguage()
  const number = (value: number) => formatNumber(value, undefined, language)
  const people = kind === 'staff'
  const tile = (label: string, value: number, kinds: readonly ChangeKind[]) => (
    <StatTile label={label} value={number(value)} {...(value > 0 && { onOpen: () => onShow(kinds) })} />
  )
  return (
    <StatRow>
      {tile(t('list.counts.new'), counts.new, ['new'])}
      {tile(t('list.counts.changed'), counts.changed, ['changed'])}
      {kind !== 'titles' && tile(t(people ? 'list.counts.moved' : 'list.countsUnits.moved'), counts.moved, ['moved'])}
      {tile(t(people ? 'list.counts.returned' : 'list.countsUnits.returned'), counts.returned, ['returned'])}
      {tile(t(people ? 'list.counts.gone' : 'list.countsUnits.gone'), counts.left + counts.gone, ['left', 'gone'])}
      <StatTile label={t('list.counts.same')} value={number(counts.same)} />
      <StatTile
        label={t('list.counts.errors')}
        value={number(counts.errors)}
        note={counts.warnings > 0 && t('list.warnings', { count: counts.warnings })}
      />
    </StatRow>
  )
}
