import { useTranslation } from 'react-i18next'
import type { RequestBackground } from '../../../src-core/delegations/request.ts'
import { formatDateRange } from '../../../src-core/kernel/date-range.ts'
import { formatDate } from '../../../src-core/kernel/dates.ts'
import { Note } from '../../ui/feedback/Note.tsx'
import { useNumberLanguage } from '../../ui/values/texts.tsx'
import classes from './delegations.module.css'
import { titleOf } from './words.ts'

/** What an officer should know of a request: whether they asked before, and who is here at that time. */
export function RequestBackgroundNotes({ background }: { readonly background: RequestBackground }) {
  const { t } = useTranslation('delegations')
  const language = useNumberLanguage()
  const { earlier, repeat, sameTime } = background
  return (
    <>
      {repeat && <Note tone="warn" text={t('requests.repeat')} />}
      {sameTime.map(({ id, fromDate, toDate, ...titles }) => (
        <Note
          key={id}
          tone="neutral"
          text={t('requests.sameTime', { title: titleOf(titles), dates: formatDateRange(fromDate, toDate, language) })}
        />
      ))}
      {earlier.length === 0 && !repeat && <p className={classes.small}>{t('requests.noneEarlier')}</p>}
      {earlier.length > 0 && (
        <table className={classes.list}>
          <caption className={classes.small}>{t('requests.earlier')}</caption>
          <tbody>
            {earlier.slice(0, 8).map((one) => (
              <tr key={one.id}>
                <td>{one.requestNo}</td>
                <td>{formatDate(one.receivedOn)}</td>
                <td>{one.requestingBody}</td>
                <td>
                  {[one.sameBody && t('requests.sameBody'), one.sameTopic && t('requests.sameTopic')]
                    .filter(Boolean)
                    .join(', ')}
                </td>
                <td>{t(`requestState.${one.state}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}
