import { Button, Checkbox, SegmentedControl, Select } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CycleView } from '../../../../src-core/needs/cycle.contract.ts'
import { client, orpc } from '../../../app/api.ts'
import { ErrorNote } from '../../../app/errors/ErrorNote.tsx'
import { saveFile } from '../../../ui/save-file.ts'
import { EmptyState } from '../../../ui/screen/EmptyState.tsx'
import { useNumberLanguage } from '../../../ui/values/texts.tsx'
import { ProgressPanel } from '../../../ui/work/ProgressPanel.tsx'
import { useLongOperation } from '../../../ui/work/use-long-operation.ts'
import { useDecideStage } from '../priorities/use-decide-stage.ts'
import classes from './ResultsReport.module.css'

type Wanted = { cycleId: string; unitId?: string; language: 'tr' | 'en'; names: boolean }

/** The needs report: made, looked at page by page, and taken away as exactly the file that was looked at. */
export function ResultsReport({ cycle }: { readonly cycle: CycleView }) {
  const { t } = useTranslation('needsDecide')
  const stageWord = useDecideStage()
  const windowLanguage = useNumberLanguage()
  const [unitId, setUnitId] = useState<string | null>(null)
  const [names, setNames] = useState(false)
  const [language, setLanguage] = useState<'tr' | 'en'>(windowLanguage)
  const units = useQuery(orpc.people.unitOptions.queryOptions())
  const making = useLongOperation((input: Wanted, options) => client.needs.report(input, options))
  const file = making.work.status === 'done' ? making.work.result.file : undefined
  const address = useFileAddress(file)
  const run = () =>
    void making.start({ cycleId: cycle.id, language, names: names && unitId !== null, ...(unitId && { unitId }) })
  return (
    <div className={classes.report}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          run()
        }}
      >
        <Select
          className={classes.unit ?? ''}
          size="xs"
          label={t('results.unit')}
          placeholder={t('results.whole')}
          searchable
          clearable
          data={(units.data?.units ?? []).map((unit) => ({ value: unit.id, label: `${unit.code} ${unit.name}` }))}
          value={unitId}
          onChange={setUnitId}
        />
        <div>
          <p className={classes.label} id="report-language">
            {t('results.report.language')}
          </p>
          <SegmentedControl
            size="xs"
            aria-labelledby="report-language"
            data={[
              { value: 'tr', label: t('results.report.tr') },
              { value: 'en', label: t('results.report.en') },
            ]}
            value={language}
            onChange={(value) => setLanguage(value === 'en' ? 'en' : 'tr')}
          />
        </div>
        <Checkbox
          size="xs"
          label={t('results.report.names')}
          description={t('results.report.namesHint')}
          checked={names && unitId !== null}
          disabled={unitId === null}
          onChange={(event) => setNames(event.currentTarget.checked)}
        />
        <Button type="submit" loading={making.work.status === 'running'}>
          {t('results.report.make')}
        </Button>
        {file && (
          <Button variant="default" leftSection={<IconDownload size={16} />} onClick={() => saveFile(file)}>
            {t('results.report.download')}
          </Button>
        )}
      </form>
      <ProgressPanel
        title={t('results.report.making')}
        work={making.work}
        stageWord={stageWord}
        onCancel={making.cancel}
      />
      {making.work.status === 'failed' && <ErrorNote error={making.work.error} onRetry={run} />}
      {file && !navigator.pdfViewerEnabled && (
        <EmptyState
          title={t('results.report.made', { file: file.name })}
          text={t('results.report.noViewer')}
          action={{ label: t('results.report.download'), run: () => saveFile(file) }}
        />
      )}
      {address && navigator.pdfViewerEnabled ? (
        <iframe className={classes.pages} src={address} title={t('results.report.title')} />
      ) : (
        making.work.status !== 'running' &&
        !file && <EmptyState title={t('results.report.empty')} text={t('results.report.emptyText')} />
      )}
    </div>
  )
}

/** An address in this window for a file, for as long as it is shown. */
function useFileAddress(file: File | undefined): string | undefined {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    if (!file) return setAddress(undefined)
    const made = URL.createObjectURL(file)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  return address
}
