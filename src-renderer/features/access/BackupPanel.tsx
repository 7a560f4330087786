import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Backup } from '../../../src-core/access/backup.ts'
import { formatInstant } from '../../../src-core/kernel/dates.ts'
import { formatNumber } from '../../../src-core/kernel/numbers.ts'
import { client, refreshData } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { tellError } from '../../app/errors/tell-error.tsx'
import { look } from '../../app/session.ts'
import { askYesNo } from '../../ui/feedback/ask.tsx'
import { Note } from '../../ui/feedback/Note.tsx'
import { tell } from '../../ui/feedback/toast.tsx'
import { Facts } from '../../ui/screen/Section.tsx'
import { SidePanel } from '../../ui/screen/SidePanel.tsx'
import { useNumberLanguage } from '../../ui/values/texts.tsx'
import { ProgressPanel } from '../../ui/work/ProgressPanel.tsx'
import { useLongOperation } from '../../ui/work/use-long-operation.ts'
import { useMayAdminister } from './use-may-administer.ts'
import { useStageWord } from './use-stage-word.ts'
import classes from './VerifyPanel.module.css'

type Props = {
  readonly backup: Backup
  /** Operations since it was made. */
  readonly missing: number
  readonly onClose: () => void
  readonly onStep: (by: 1 | -1) => void
}

/** One backup: what it holds, whether it is sound, and the way back to it. */
export function BackupPanel({ backup, missing, onClose, onStep }: Props) {
  const { t } = useTranslation('administration')
  const may = useMayAdminister()
  const language = useNumberLanguage()
  const stageWord = useStageWord()
  const { name, at, bytes, kind, entries } = backup
  const { work, start, cancel } = useLongOperation((_: undefined, options) =>
    client.access.verifyBackup({ name }, options),
  )
  return (
    <SidePanel
      title={formatInstant(at)}
      note={<span>{t(`backups.${kind}`)}</span>}
      width={520}
      onClose={onClose}
      onStep={onStep}
      actions={
        <>
          <Button
            variant="default"
            disabled={work.status === 'running'}
            style={{ marginInlineEnd: 'auto' }}
            onClick={() => void start(undefined)}
          >
            {t('backups.check')}
          </Button>
          {may && <RestoreButton backup={backup} missing={missing} />}
        </>
      }
    >
      <div className={classes.body}>
        <Facts
          facts={[
            [t('backups.file'), `${name}.db`],
            [t('backups.size'), t('backups.megabytes', { size: formatNumber(bytes / 1024 / 1024, 1, language) })],
            [t('backups.entries'), formatNumber(entries, 0, language)],
            [t('backups.missingTitle'), missing === 0 ? t('backups.none') : t('backups.missing', { count: missing })],
          ]}
        />
        <p className={classes.hint}>{t('backups.fileHint')}</p>
        <ProgressPanel title={t('backups.checking')} work={work} stageWord={stageWord} onCancel={cancel} />
        {work.status === 'failed' && <ErrorNote error={work.error} />}
        {work.status === 'done' && <Verdict {...work.result} />}
      </div>
    </SidePanel>
  )
}

type VerdictProps = {
  readonly intact: boolean
  readonly entries: number
  readonly rows: number
  readonly findings: number
}

function Verdict({ intact, entries, rows, findings }: VerdictProps) {
  const { t } = useTranslation('administration')
  if (!intact) return <Note tone="bad" title={t('backups.spoilt')} text={t('backups.spoiltText')} />
  if (findings > 0) return <Note tone="warn" text={t('backups.altered', { count: findings })} />
  return <Note tone="good" title={t('backups.intact')} text={t('backups.intactText', { entries, rows })} />
}

function RestoreButton({ backup: { name, at }, missing }: Pick<Props, 'backup' | 'missing'>) {
  const { t } = useTranslation('administration')
  const [busy, setBusy] = useState(false)
  const restore = async () => {
    const yes = await askYesNo({
      question: t('backups.restoreQuestion', { date: formatInstant(at) }),
      detail: t('backups.restoreDetail', { count: missing }),
      yes: t('backups.restoreYes'),
      danger: true,
    })
    if (!yes) return
    setBusy(true)
    try {
      await client.access.restoreBackup({ name })
      tell({ text: t('backups.restored'), tone: 'good' })
      // Whoever was signed in may be unknown to the academy as it was then.
      await look(client)
      refreshData()
    } catch (error) {
      tellError(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button color="red" variant="light" loading={busy} onClick={() => void restore()}>
      {t('backups.restore')}
    </Button>
  )
}
