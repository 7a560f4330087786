import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { formatPercent } from '../../../../src-core/kernel/numbers.ts'
import { type Answers, type BoardRow, responseRate } from '../../../../src-core/needs/board.ts'
import type { Column } from '../../../ui/table/columns.ts'
import { useNumberLanguage } from '../../../ui/values/texts.tsx'
import classes from './BoardScreen.module.css'

/** Below this a unit stands out. */
const low = 0.5

/** Columns of the board: rolled up over the tree, or each unit by itself. */
export function useBoardColumns(flat: boolean): readonly Column<BoardRow>[] {
  const { t } = useTranslation('needs')
  const language = useNumberLanguage()
  return useMemo((): readonly Column<BoardRow>[] => {
    const of = (row: BoardRow): Answers => (flat ? row.own : row.below)
    const percent = (row: BoardRow) => {
      const rate = responseRate(of(row))
      return rate === null ? null : Math.round(rate * 1000) / 10
    }
    return [
      {
        id: 'unit',
        type: 'text',
        title: t('board.unit'),
        value: (row) => row.name,
        grow: 4,
        ...(!flat && {
          render: (row: BoardRow) => (
            <span className={classes.unit} data-top={row.hasUnits || undefined} style={{ paddingLeft: row.depth * 16 }}>
              {row.name}
            </span>
          ),
        }),
      },
      { id: 'code', type: 'text', title: t('board.code'), value: (row) => row.code, width: 110, hidden: true },
      {
        id: 'rate',
        type: 'number',
        title: t('board.rate'),
        value: percent,
        decimals: 1,
        width: 170,
        render: (row) => <Rate answers={of(row)} language={language} />,
      },
      {
        id: 'answered',
        type: 'number',
        title: t('board.answered'),
        value: (row) => of(row).answered,
        decimals: 0,
        width: 104,
      },
      {
        id: 'eligible',
        type: 'number',
        title: t('board.eligible'),
        value: (row) => of(row).eligible,
        decimals: 0,
        width: 120,
      },
      {
        id: 'missing',
        type: 'number',
        title: t('board.missing'),
        value: (row) => of(row).eligible - of(row).answered,
        decimals: 0,
        width: 116,
      },
      { id: 'lines', type: 'number', title: t('board.lines'), value: (row) => of(row).lines, decimals: 0, width: 116 },
      {
        id: 'headcount',
        type: 'number',
        title: t('board.headcount'),
        value: (row) => of(row).headcount,
        decimals: 0,
        width: 160,
        hidden: true,
      },
      { id: 'lastAnswer', type: 'date', title: t('board.lastAnswer'), value: (row) => of(row).lastAnswer, width: 120 },
    ]
  }, [t, flat, language])
}

function Rate({ answers, language }: { readonly answers: Answers; readonly language: 'tr' | 'en' }) {
  const rate = responseRate(answers)
  if (rate === null) return '–'
  return (
    <span className={classes.rate} data-low={rate < low || undefined}>
      <span className={classes.track} aria-hidden>
        <span style={{ width: `${rate * 100}%` }} />
      </span>
      <span className={classes.percent}>{formatPercent(rate, 1, language)}</span>
    </span>
  )
}
