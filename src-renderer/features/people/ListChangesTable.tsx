import { Button } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type ChangeKind, changeKinds, type ListChange, type ListKind } from '../../../src-core/people/list-change.ts'
import type { ListCheck } from '../../../src-core/people/list-import.contract.ts'
import { Section } from '../../ui/screen/Section.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { StatusWord, type Tone } from '../../ui/values/StatusWord.tsx'
import { ListDifferences, useDifferenceText } from './ListDifferences.tsx'
import classes from './list-import.module.css'

type Props = {
  readonly kind: ListKind
  readonly result: ListCheck
  /** Only changes of these kinds; all when empty. */
  readonly shown: readonly ChangeKind[]
  readonly onShowAll: () => void
}

type Row = ListChange & { readonly rowId: string }

const tones: Readonly<Record<ChangeKind, Tone>> = {
  new: 'good',
  changed: 'active',
  moved: 'active',
  returned: 'good',
  left: 'warn',
  gone: 'warn',
}

/** Who or what is new, changed, moved, back or gone, with the old values beside the new. */
export function ListChangesTable({ kind, result, shown, onShowAll }: Props) {
  const { t } = useTranslation('people')
  const difference = useDifferenceText()
  const rows = useMemo<readonly Row[]>(
    () =>
      result.changes
        .map((change, at) => ({ ...change, rowId: change.id ?? `row ${change.row ?? at}` }))
        .filter(({ kinds }) => shown.length === 0 || kinds.some((one) => shown.includes(one))),
    [result, shown],
  )
  const { counts } = result
  const all = counts.rows - counts.same - counts.wrongRows + counts.gone
  const word = (one: ChangeKind) => t(kind === 'staff' ? `list.kind.${one}` : `list.kindUnits.${one}`)
  const columns: readonly Column<Row>[] = [
    {
      id: 'what',
      title: t('list.what'),
      type: 'choice',
      width: 168,
      choices: changeKinds.map((value) => ({ value, label: word(value), tone: tones[value] })),
      // A record may move and change at once; what matters more comes first.
      value: (row) => row.kinds.toSorted((a, b) => changeKinds.indexOf(b) - changeKinds.indexOf(a))[0],
      render: (row) => (
        <span className={classes.differences}>
          {row.kinds
            .toSorted((a, b) => changeKinds.indexOf(b) - changeKinds.indexOf(a))
            .map((one) => (
              <StatusWord key={one} tone={tones[one]}>
                {word(one)}
              </StatusWord>
            ))}
        </span>
      ),
    },
    { id: 'key', title: t(`list.key.${kind}`), type: 'text', width: 104, value: (row) => row.key },
    ...(kind === 'staff'
      ? [
          {
            id: 'employmentType',
            title: t('staff.employmentType'),
            type: 'text' as const,
            width: 120,
            value: (row: Row) => row.employmentType && t(`employmentType.${row.employmentType}`),
          },
        ]
      : []),
    { id: 'name', title: t(`list.name.${kind}`), type: 'text', width: 220, value: (row) => row.name },
    ...(kind === 'titles'
      ? []
      : [
          {
            id: 'place',
            title: t(`list.place.${kind}`),
            type: 'text' as const,
            width: 240,
            value: (row: Row) => row.place,
          },
        ]),
    {
      id: 'difference',
      title: t('list.difference'),
      type: 'text',
      width: 320,
      grow: 1,
      value: difference,
      render: (row) => <ListDifferences change={row} />,
    },
    { id: 'row', title: t('list.row'), type: 'number', width: 80, value: (row) => row.row },
  ]
  const cut = shown.length === 0 && rows.length < all && t('list.changesCut', { shown: rows.length, total: all })
  return (
    <Section
      title={shown.length === 0 ? t('list.changes') : `${t('list.changes')}: ${shown.map(word).join(', ')}`}
      {...(cut && { note: cut })}
      {...(shown.length > 0 && {
        end: (
          <Button size="xs" variant="default" onClick={onShowAll}>
            {t('list.showAll')}
          </Button>
        ),
      })}
    >
      <div className={classes.table}>
        <DataTable
          name={`people.list.${kind}`}
          label={t('list.changes')}
          columns={columns}
          rowId={(row) => row.rowId}
          rows={rows}
        />
      </div>
    </Section>
  )
}
