import { useTranslation } from 'react-i18next'
import { formatDate, formatInstant } from '../../../../src-core/kernel/dates.ts'
import { formatNumber, formatPercent } from '../../../../src-core/kernel/numbers.ts'
import { type Answers, type BoardRow, responseRate } from '../../../../src-core/needs/board.ts'
import type { CycleView } from '../../../../src-core/needs/cycle.contract.ts'
import { useNumberLanguage } from '../../../ui/values/texts.tsx'
import classes from './BoardPrint.module.css'

type Props = { readonly cycle: CycleView; readonly rows: readonly BoardRow[]; readonly total: Answers }

/** The board on paper: every unit, rolled up, with the sums at its end. */
export function BoardPrint({ cycle, rows, total }: Props) {
  const { t } = useTranslation('needs')
  const language = useNumberLanguage()
  const write = (value: number) => formatNumber(value, 0, language)
  const rate = (answers: Answers) => {
    const share = responseRate(answers)
    return share === null ? '–' : formatPercent(share, 1, language)
  }
  const cells = (answers: Answers) => (
    <>
      <td>{write(answers.eligible)}</td>
      <td>{write(answers.answered)}</td>
      <td>{rate(answers)}</td>
      <td>{write(answers.lines)}</td>
      <td>{answers.lastAnswer ? formatDate(answers.lastAnswer) : '–'}</td>
    </>
  )
  return (
    <article className={classes.paper}>
      <h1>{t('board.printTitle', { year: cycle.year })}</h1>
      <p>{t('board.printedAt', { when: formatInstant(Date.now()) })}</p>
      <table>
        <thead>
          <tr>
            <th>{t('board.unit')}</th>
            <th>{t('board.eligible')}</th>
            <th>{t('board.answered')}</th>
            <th>{t('board.rate')}</th>
            <th>{t('board.lines')}</th>
            <th>{t('board.lastAnswer')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.unitId} data-top={row.hasUnits || undefined}>
              <th style={{ paddingLeft: row.depth * 12 }}>{row.name}</th>
              {cells(row.below)}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th>{t('board.total')}</th>
            {cells(total)}
          </tr>
        </tfoot>
      </table>
    </article>
  )
}
