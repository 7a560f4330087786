import { useState } from 'react'
import { formatInstant } from '../../../src-core/kernel/dates.ts'
import { call, type Outputs } from '../api.ts'
import { Note, Page, Waiting } from '../parts/parts.tsx'
import { useLoad } from '../parts/use-load.ts'
import { fill, useWords } from '../words/words.tsx'
import { UnitImports } from './UnitImports.tsx'
import { UnitNeeds } from './UnitNeeds.tsx'
import { UnitWorkbook } from './UnitWorkbook.tsx'

export type MyUnits = Outputs['needs']['myUnits']

/** The units of their training coordinator: the workbook, and needs by head-count. */
export function UnitDesk() {
  const words = useWords()
  const { data, error, reload } = useLoad<MyUnits>(() => call('needs', 'myUnits'))
  const [said, setSaid] = useState<string>()
  if (!data) return <Waiting error={error} reload={reload} />
  const { window, units } = data
  const open = window?.collecting === 'open'
  const done = (message: string) => {
    setSaid(message)
    reload()
  }
  const sentences = { open: words.mine.windowOpen, notYet: words.mine.windowNotYet } as const
  return (
    <Page title={words.unit.title}>
      <p>{units.map(({ name }) => name).join(', ')}</p>
      {window && (
        <p>
          {fill(sentences[window.collecting as keyof typeof sentences] ?? words.mine.windowClosed, {
            year: window.year,
            from: formatInstant(window.opensAt),
            until: formatInstant(window.closesAt),
          })}
        </p>
      )}
      {said && <Note tone="good">{said}</Note>}
      {!open && <Note tone="warn">{words.unit.closed}</Note>}
      <section>
        <h2>{words.unit.workbook}</h2>
        {window && <UnitWorkbook units={units} open={open} onDone={done} />}
        <UnitImports imports={data.imports} open={open} onDone={done} />
      </section>
      <section>
        <h2>{words.unit.headcounts}</h2>
        <UnitNeeds data={data} open={open} onDone={done} />
      </section>
    </Page>
  )
}
