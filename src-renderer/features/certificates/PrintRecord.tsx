import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Print } from '../../../src-core/certificates/print.contract.ts'
import { client } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { tellError } from '../../app/errors/tell-error.tsx'
import { NumberField } from '../../ui/form/NumberField.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { DateText } from '../../ui/values/texts.tsx'
import { ProgressPanel } from '../../ui/work/ProgressPanel.tsx'
import { useLongOperation } from '../../ui/work/use-long-operation.ts'
import classes from './certificates.module.css'
import { useMay } from './use-may.ts'
import { useStageWord } from './use-stage-word.ts'

type Resume = { id: string; fromPage: number; form: 'pdf' }

/** One print: which pages came out well, which were spoiled, and the rest once more. */
export function PrintRecord({ print }: { readonly print: Print }) {
  const { t } = useTranslation('certificates')
  const may = useMay()
  const stageWord = useStageWord()
  const [fromPage, setFrom] = useState(print.resumeAt ?? 1)
  const [toPage, setTo] = useState(print.pages)
  const again = useLongOperation((input: Resume, options) => client.certificates.resumePrint(input, options))
  const mark = async (state: 'PRINTED' | 'SPOILED') => {
    try {
      await client.certificates.markPages({ id: print.id, fromPage, toPage, state })
    } catch (error) {
      tellError(error)
    }
  }
  const resume = async () => {
    const result = await again.start({ id: print.id, fromPage, form: 'pdf' })
    if (result) saveFile(result.file)
  }
  const page = (set: (value: number) => void) => (value: number | string) => set(Math.max(1, Number(value) || 1))
  return (
    <div className={classes.action}>
      <div>
        <strong>
          <DateText iso={print.at} time />
        </strong>{' '}
        <span className={classes.dim}>
          {[print.byName, t(print.order === 'name' ? 'print.byName' : 'print.bySeat')].filter(Boolean).join(' · ')}
        </span>
        <p>{t('print.standing', { pages: print.pages, printed: print.printed, spoiled: print.spoiled })}</p>
      </div>
      {may.issue && (
        <div className={classes.row}>
          <NumberField
            size="xs"
            w={110}
            label={t('print.fromPage')}
            min={1}
            max={print.pages}
            value={fromPage}
            onChange={page(setFrom)}
          />
          <NumberField
            size="xs"
            w={110}
            label={t('print.toPage')}
            min={1}
            max={print.pages}
            value={toPage}
            onChange={page(setTo)}
          />
          <Button size="xs" variant="default" onClick={() => void mark('PRINTED')}>
            {t('print.markPrinted')}
          </Button>
          <Button size="xs" variant="default" onClick={() => void mark('SPOILED')}>
            {t('print.markSpoiled')}
          </Button>
          {print.resumeAt !== null && (
            <Button size="xs" variant="default" onClick={() => void resume()}>
              {t('print.resume', { page: fromPage })}
            </Button>
          )}
        </div>
      )}
      <ProgressPanel title={t('print.making')} work={again.work} stageWord={stageWord} onCancel={again.cancel} />
      {again.work.status === 'failed' && <ErrorNote error={again.work.error} />}
    </div>
  )
}
