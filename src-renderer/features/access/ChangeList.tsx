import { VisuallyHidden } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { FieldChange } from '../../../src-core/access/audit.contract.ts'
import classes from './ChangeList.module.css'
import { fieldWord, valueText } from './record-words.ts'

type Props = {
  readonly changes: readonly FieldChange[]
  /** A record that was just made has no values from before. */
  readonly onlyAfter?: boolean
}

/** Old and new value of each field, one field a line. */
export function ChangeList({ changes, onlyAfter = false }: Props) {
  return (
    <dl className={classes.list}>
      {changes.map((change) => (
        <div key={change.field} className={classes.line}>
          <dt>{fieldWord(change.field)}</dt>
          <dd>
            <Change change={change} onlyAfter={onlyAfter} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Change({ change, onlyAfter }: { readonly change: FieldChange; readonly onlyAfter: boolean }) {
  const { t } = useTranslation('records')
  if (change.kind === 'sealed') return <span className={classes.quiet}>{t('history.sealed')}</span>
  if (change.kind === 'structure') return <span className={classes.quiet}>{t('history.silent')}</span>
  if (onlyAfter) return <ins className={classes.after}>{valueText(change, change.after)}</ins>
  return (
    <>
      <VisuallyHidden>{t('history.from')}: </VisuallyHidden>
      <del className={classes.before}>{valueText(change, change.before)}</del>
      <IconArrowRight size={12} aria-hidden className={classes.arrow} />
      <VisuallyHidden>{t('history.to')}: </VisuallyHidden>
      <ins className={classes.after}>{valueText(change, change.after)}</ins>
    </>
  )
}
