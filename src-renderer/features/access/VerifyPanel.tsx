import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { verificationSchema } from '../../../src-core/access/audit.contract.ts'
import { formatInstant } from '../../../src-core/kernel/dates.ts'
import { client } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { Note } from '../../ui/feedback/Note.tsx'
import { SidePanel } from '../../ui/screen/SidePanel.tsx'
import { ProgressPanel } from '../../ui/work/ProgressPanel.tsx'
import { useLongOperation } from '../../ui/work/use-long-operation.ts'
import { operationWord, tableWord } from './record-words.ts'
import { useStageWord } from './use-stage-word.ts'
import classes from './VerifyPanel.module.css'

type Verification = z.infer<typeof verificationSchema>
type Finding = Verification['findings'][number]

/** Checks the whole log and every table against it, and says in words what does not agree. */
export function VerifyPanel({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('administration')
  const stageWord = useStageWord()
  const { work, start, cancel } = useLongOperation((_: undefined, options) => client.access.verify(undefined, options))
  const running = work.status === 'running'
  return (
    <SidePanel
      title={t('verify.title')}
      width={520}
      onClose={onClose}
      actions={
        !running && (
          <Button onClick={() => void start(undefined)}>
            {t(work.status === 'idle' ? 'verify.start' : 'verify.again')}
          </Button>
        )
      }
    >
      <div className={classes.body}>
        <p className={classes.hint}>{t('verify.text')}</p>
        <ProgressPanel title={t('verify.title')} work={work} stageWord={stageWord} onCancel={cancel} />
        {work.status === 'failed' && <ErrorNote error={work.error} />}
        {work.status === 'done' && <Verdict result={work.result} />}
      </div>
    </SidePanel>
  )
}

function Verdict({ result }: { readonly result: Verification }) {
  const { t } = useTranslation('administration')
  const { entries, rows, head, findings } = result
  return (
    <>
      {findings.length === 0 ? (
        <Note tone="good" title={t('verify.sound')} text={t('verify.soundText', { entries, rows })} />
      ) : (
        <>
          <Note tone="bad" title={t('verify.broken')} text={t('verify.brokenText')} />
          <ul className={classes.findings}>
            {findings.map((finding) => (
              <li key={JSON.stringify(finding)}>
                <FindingText finding={finding} />
              </li>
            ))}
          </ul>
        </>
      )}
      <div>
        <p className={classes.label}>{t('verify.head')}</p>
        <code className={classes.head}>{head}</code>
        <p className={classes.hint}>{t('verify.headHint')}</p>
      </div>
    </>
  )
}

function FindingText({ finding }: { readonly finding: Finding }) {
  const { t } = useTranslation('administration')
  switch (finding.kind) {
    case 'chainBroken':
    case 'changesAltered': {
      const { kind, seq, operation, at } = finding
      return t(`verify.${kind}`, { seq, operation: operationWord(operation), when: formatInstant(at) })
    }
    case 'changesWithoutEntry':
    case 'databaseDamaged':
      return t(`verify.${finding.kind}`, { count: finding.count })
    case 'rowsAltered': {
      const { expectedCount: expected, actualCount: actual } = finding
      const table = tableWord(finding.table)
      return expected === actual
        ? t('verify.rowsChanged', { table })
        : t('verify.rowsAltered', { table, expected, actual })
    }
  }
}
