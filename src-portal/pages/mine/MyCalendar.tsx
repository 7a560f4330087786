import { useState } from 'react'
import { formatInstant } from '../../../src-core/kernel/dates.ts'
import { call, type Outputs } from '../api.ts'
import { Note, Problem } from '../parts/parts.tsx'
import { useDoing, useLoad } from '../parts/use-load.ts'
import { fill, useWords } from '../words/words.tsx'

/** The address from which a calendar program fetches one's trainings: opened, shown once, closed. */
export function MyCalendar() {
  const { calendar } = useWords()
  const { data, reload } = useLoad<Outputs['delivery']['myCalendar']>(() => call('delivery', 'myCalendar'))
  const [address, setAddress] = useState<string>()
  const { busy, error, run } = useDoing()
  const open = () =>
    run(async () => {
      const { token } = await call('delivery', 'openMyCalendar')
      setAddress(`${window.location.origin}/calendar/${token}.ics`)
      reload()
    })
  const close = () =>
    run(async () => {
      await call('delivery', 'closeMyCalendar')
      setAddress(undefined)
      reload()
    })
  if (!data) return null
  return (
    <div className="no-print">
      <h3>{calendar.title}</h3>
      <p>{data.since ? fill(calendar.openSince, { since: formatInstant(data.since) }) : calendar.lead}</p>
      {address && (
        <Note tone="good">
          <p>{calendar.once}</p>
          <p>
            <code>{address}</code>
          </p>
        </Note>
      )}
      <Problem error={error} />
      <div className="row">
        <button type="button" className="button" disabled={busy} onClick={() => void open()}>
          {data.since ? calendar.renew : calendar.open}
        </button>
        {data.since && (
          <button type="button" className="button" disabled={busy} onClick={() => void close()}>
            {calendar.close}
          </button>
        )}
      </div>
    </div>
  )
}
