import { Button, MultiSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CycleView } from '../../../../src-core/needs/cycle.contract.ts'
import { client, orpc } from '../../../app/api.ts'
import { ErrorNote } from '../../../app/errors/ErrorNote.tsx'
import { tell } from '../../../ui/feedback/toast.tsx'
import { saveFile } from '../../../ui/save-file.ts'
import { useNumberLanguage } from '../../../ui/values/texts.tsx'
import { ProgressPanel } from '../../../ui/work/ProgressPanel.tsx'
import { useLongOperation } from '../../../ui/work/use-long-operation.ts'
import { useDecideStage } from '../priorities/use-decide-stage.ts'
import classes from './ResultsForms.module.css'

type Wanted = { cycleId: string; unitIds?: string[]; language: 'tr' | 'en' }

/** Blank forms in Excel: of one unit a workbook, of several a ZIP. */
export function ResultsForms({ cycle }: { readonly cycle: CycleView }) {
  const { t } = useTranslation('needsDecide')
  const language = useNumberLanguage()
  const stageWord = useDecideStage()
  const [unitIds, setUnitIds] = useState<string[]>([])
  const units = useQuery(orpc.people.unitOptions.queryOptions())
  const making = useLongOperation((input: Wanted, options) => client.needs.templates(input, options))
  const run = async () => {
    const done = await making.start({ cycleId: cycle.id, language, ...(unitIds.length > 0 && { unitIds }) })
    if (!done) return
    saveFile(done.file)
    tell({ text: t('results.forms.made', { count: done.units, file: done.file.name }), tone: 'good' })
  }
  return (
    <div className={classes.forms}>
      <p className={classes.text}>{t('results.forms.text')}</p>
      <MultiSelect
        label={t('results.forms.units')}
        description={t('results.forms.unitsHint')}
        searchable
        clearable
        data={(units.data?.units ?? []).map((unit) => ({ value: unit.id, label: `${unit.code} ${unit.name}` }))}
        value={unitIds}
        onChange={setUnitIds}
      />
      <div>
        <Button loading={making.work.status === 'running'} onClick={() => void run()}>
          {t('results.forms.make')}
        </Button>
      </div>
      <ProgressPanel
        title={t('results.forms.making')}
        work={making.work}
        stageWord={stageWord}
        onCancel={making.cancel}
      />
      {making.work.status === 'failed' && <ErrorNote error={making.work.error} />}
    </div>
  )
}
