import { useTranslation } from 'react-i18next'
import type { FreezeCheck, FreezeDifference } from '../../../../src-core/needs/cycle.contract.ts'
import { textIfAny, textOf } from '../../../app/i18n.ts'
import { Note } from '../../../ui/feedback/Note.tsx'
import classes from './FreezeResult.module.css'

type Props = { readonly check: FreezeCheck }

const kindWords = { changed: 'changed', missing: 'gone', added: 'added' } as const

/** Whether the frozen needs still are what they were, and which ones are not. */
export function FreezeResult({ check }: Props) {
  const { t } = useTranslation('needs')
  return (
    <div className={classes.result}>
      {check.holds ? (
        <Note tone="good" title={t('cycle.freeze.holds')} text={t('cycle.freeze.holdsText', { count: check.lines })} />
      ) : (
        <Note
          tone="bad"
          title={t('cycle.freeze.broken')}
          text={t('cycle.freeze.brokenText', { count: check.differing })}
        />
      )}
      {check.snapshot !== 'kept' && <Note tone="warn" text={t(`cycle.freeze.${check.snapshot}`)} />}
      {check.differences.length > 0 && (
        <ul className={classes.list}>
          {check.differences.map((difference) => (
            <Difference key={difference.lineId} difference={difference} />
          ))}
        </ul>
      )}
      {check.differing > check.differences.length && check.differences.length > 0 && (
        <p className={classes.more}>{t('cycle.freeze.more', { count: check.differences.length })}</p>
      )}
    </div>
  )
}

function Difference({ difference }: { readonly difference: FreezeDifference }) {
  const { t } = useTranslation('needs')
  const text = (value: string | null) => value ?? t('cycle.freeze.nothing')
  return (
    <li>
      <strong>{difference.whose ?? t('cycle.freeze.someLine')}</strong>{' '}
      {t(`cycle.freeze.${kindWords[difference.kind]}`)}
      {difference.fields.length > 0 && (
        <span className={classes.fields}>
          {difference.fields
            .map(({ field, frozen, now }) =>
              t('cycle.freeze.fieldChange', {
                field: textIfAny(`records:field.${field}`) ?? textOf('records:history.otherField'),
                frozen: text(frozen),
                now: text(now),
              }),
            )
            .join(' · ')}
        </span>
      )}
    </li>
  )
}
