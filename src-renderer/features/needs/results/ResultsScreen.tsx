import { Tabs } from '@mantine/core'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CycleView } from '../../../../src-core/needs/cycle.contract.ts'
import { useAddressWord } from '../../../app/address.ts'
import { client } from '../../../app/api.ts'
import { ErrorNote } from '../../../app/errors/ErrorNote.tsx'
import { holds, useOfficer } from '../../../app/session.ts'
import { tell } from '../../../ui/feedback/toast.tsx'
import { saveFile } from '../../../ui/save-file.ts'
import { PageHeader } from '../../../ui/screen/PageHeader.tsx'
import { Screen } from '../../../ui/screen/Screen.tsx'
import { useNumberLanguage } from '../../../ui/values/texts.tsx'
import { ProgressPanel } from '../../../ui/work/ProgressPanel.tsx'
import { useLongOperation } from '../../../ui/work/use-long-operation.ts'
import { isSettled, WithCycle } from '../cycle/WithCycle.tsx'
import { useDecideStage } from '../priorities/use-decide-stage.ts'
import { ResultsDecisions } from './ResultsDecisions.tsx'
import { ResultsForms } from './ResultsForms.tsx'
import { ResultsReport } from './ResultsReport.tsx'
import { ResultsSummary } from './ResultsSummary.tsx'

/** What came out of a cycle: to look at, to print, to take to Excel and back. */
export function ResultsScreen() {
  const { t } = useTranslation('needsDecide')
  return <WithCycle title={t('results.title')}>{(cycle) => <Results key={cycle.id} cycle={cycle} />}</WithCycle>
}

const tabs = ['summary', 'report', 'decisions', 'forms'] as const

function Results({ cycle }: { readonly cycle: CycleView }) {
  const { t } = useTranslation('needsDecide')
  const language = useNumberLanguage()
  const officer = useOfficer()
  const stageWord = useDecideStage()
  const [tab, setTab] = useAddressWord('tab', tabs, 'summary')
  const writes = holds(officer, ['TM', 'TO'])
  const offered = tabs.filter((one) => writes || one === 'summary' || one === 'report')
  const exporting = useLongOperation((input: { cycleId: string; language: 'tr' | 'en' }, options) =>
    client.needs.exportResults(input, options),
  )
  const run = async () => {
    const done = await exporting.start({ cycleId: cycle.id, language })
    if (!done) return
    saveFile(done.file)
    tell({ text: t('results.exported', { count: done.lines, file: done.file.name }), tone: 'good' })
  }
  return (
    <Screen
      layout="flow"
      header={
        <PageHeader
          title={t('results.title')}
          note={cycle.name}
          primary={{
            label: t('results.export'),
            run: () => void run(),
            icon: IconFileSpreadsheet,
            busy: exporting.work.status === 'running',
          }}
        >
          <Tabs value={tab} onChange={(value) => setTab(tabs.find((one) => one === value) ?? 'summary')}>
            <Tabs.List>
              {offered.map((one) => (
                <Tabs.Tab key={one} value={one}>
                  {t(`results.tab.${one}`)}
                </Tabs.Tab>
              ))}
            </Tabs.List>
          </Tabs>
        </PageHeader>
      }
      toolbar={
        <>
          <ProgressPanel
            title={t('results.exporting')}
            work={exporting.work}
            stageWord={stageWord}
            onCancel={exporting.cancel}
          />
          {exporting.work.status === 'failed' && <ErrorNote error={exporting.work.error} />}
        </>
      }
    >
      {tab === 'summary' && <ResultsSummary cycle={cycle} />}
      {tab === 'report' && <ResultsReport cycle={cycle} />}
      {tab === 'decisions' && <ResultsDecisions cycle={cycle} mayChange={writes && !isSettled(cycle)} />}
      {tab === 'forms' && <ResultsForms cycle={cycle} />}
    </Screen>
  )
}
