import { useTranslation } from 'react-i18next'
import { isRecordedTable } from '../../../src-core/access/record-fields.ts'
import { formatInstant } from '../../../src-core/kernel/dates.ts'
import type { SyncStatus } from '../../../src-core/sync/sync.contract.ts'
import { client, refreshData } from '../../app/api.ts'
import { tellError } from '../../app/errors/tell-error.tsx'
import { holds, useOfficer } from '../../app/session.ts'
import { askYesNo } from '../../ui/feedback/ask.tsx'
import { Note } from '../../ui/feedback/Note.tsx'
import { Facts } from '../../ui/screen/Section.tsx'
import { tableWord } from '../access/record-words.ts'
import classes from './SyncScreen.module.css'

/** What is known of the portal, and what stands in the way. */
export function SyncStanding({ status }: { readonly status: SyncStatus }) {
  const { t } = useTranslation('sync')
  const { joined, lastSyncedAt, waiting, paused, trouble, joining, known, unknown } = status
  const works = holds(useOfficer(), ['SA', 'TM', 'TO', 'CR', 'DC', 'EC'])
  const own = useOfficer()?.displayName
  const others = known ? unknown : unknown.filter((name) => name !== own)
  const waits = joining?.of === 'officer' && joining.state === 'waiting' ? 'introducing' : joining?.state
  return (
    <div className={classes.standing}>
      {!joined && !joining && <Note tone="neutral" title={t('alone.title')} text={t('alone.text')} />}
      {joining && waits && (
        <Note
          tone={joining.state === 'waiting' ? 'active' : 'warn'}
          title={t(`join.${waits}.title`, { code: joining.userCode })}
          text={t(`join.${waits}.text`, { at: joining.verifyAt })}
          action={{ label: t('join.stop'), run: () => void run(() => client.sync.stopJoining()) }}
        />
      )}
      {joined && !known && !joining && works && (
        <Note
          tone="warn"
          title={t('unknown.me')}
          text={t('unknown.meText')}
          action={{ label: t('unknown.introduce'), run: () => void run(() => client.sync.introduce()) }}
        />
      )}
      {others.length > 0 && (
        <Note tone="neutral" title={t('unknown.others')} text={t('unknown.othersText', { names: others.join(', ') })} />
      )}
      {paused && <PauseNote paused={paused} />}
      {trouble && !paused && (
        <Note tone="warn" title={t(`trouble.${trouble}.title`)} text={t(`trouble.${trouble}.text`)} />
      )}
      {joined && (
        <Facts
          facts={[
            [t('facts.portal'), joined.address],
            [t('facts.last'), lastSyncedAt && formatInstant(lastSyncedAt)],
            [t('facts.waiting'), t('facts.changes', { count: waiting })],
          ]}
        />
      )}
    </div>
  )
}

function PauseNote({ paused }: { readonly paused: NonNullable<SyncStatus['paused']> }) {
  const { t } = useTranslation('sync')
  const may = holds(useOfficer(), ['SA', 'TM', 'TO', 'CR', 'DC', 'EC'])
  const { reason } = paused
  if (reason !== 'massRemoval')
    return <Note tone="warn" title={t(`pause.${reason}.title`)} text={t(`pause.${reason}.text`)} />
  const tables = paused.tables
    .map(({ table, rows }) => `${isRecordedTable(table) ? tableWord(table) : table}: ${rows}`)
    .join(', ')
  const allow = async () => {
    const yes = await askYesNo({
      question: t('pause.massRemoval.question'),
      detail: t('pause.massRemoval.detail', { tables }),
      yes: t('pause.massRemoval.yes'),
      danger: true,
    })
    if (yes) await run(() => client.sync.allowRemoval())
  }
  return (
    <Note
      tone="warn"
      title={t('pause.massRemoval.title')}
      text={t('pause.massRemoval.text', { tables })}
      {...(may && { action: { label: t('pause.massRemoval.look'), run: () => void allow() } })}
    />
  )
}

async function run(work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
    refreshData()
  } catch (error) {
    tellError(error)
  }
}
