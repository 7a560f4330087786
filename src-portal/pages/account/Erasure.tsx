import { type FormEvent, useState } from 'react'
import { formatDate, formatInstant } from '../../../src-core/kernel/dates.ts'
import { keptKinds } from '../../../src-core/people/erasure.rules.ts'
import { call, type Outputs } from '../api.ts'
import { Facts, Note, Problem, TextField, Waiting } from '../parts/parts.tsx'
import { useDoing, useLoad } from '../parts/use-load.ts'
import { fill, useWords } from '../words/words.tsx'

type Loaded = Outputs['people']['myErasure']

/** A member of staff asks to have data about her erased, and sees what became of it. */
export function Erasure() {
  const { erasure: words } = useWords()
  const { data, error, reload } = useLoad<Loaded>(() => call('people', 'myErasure'))
  return (
    <section>
      <h2>{words.title}</h2>
      {data ? (
        <Standing key={data.erasure?.rowVersion} erasure={data.erasure} reload={reload} />
      ) : (
        <Waiting error={error} reload={reload} />
      )}
    </section>
  )
}

function Standing({ erasure, reload }: { erasure: Loaded['erasure']; reload: () => void }) {
  const { erasure: words } = useWords()
  const [wish, setWish] = useState('')
  const { busy, error, run } = useDoing()
  if (erasure?.state === 'ASKED') {
    const withdraw = async () => {
      if (await run(() => call('people', 'withdrawErasure', { rowVersion: erasure.rowVersion }))) reload()
    }
    return (
      <>
        <Note>{fill(words.waits, { since: formatInstant(erasure.askedAt), until: formatDate(erasure.dueOn) })}</Note>
        <Problem error={error} />
        <button type="button" className="button" disabled={busy} onClick={() => void withdraw()}>
          {words.withdraw}
        </button>
      </>
    )
  }
  const ask = async (event: FormEvent) => {
    event.preventDefault()
    if (await run(() => call('people', 'askErasure', { wish }))) reload()
  }
  return (
    <>
      {erasure?.state === 'ANSWERED' && <Answered erasure={erasure} />}
      <p>{words.lead}</p>
      <form onSubmit={(event) => void ask(event)}>
        <TextField label={words.wish} value={wish} onChange={setWish} required={false} maxLength={1000} />
        <Problem error={error} />
        <button type="submit" className="button" disabled={busy}>
          {words.ask}
        </button>
      </form>
    </>
  )
}

function Answered({ erasure }: { erasure: NonNullable<Loaded['erasure']> }) {
  const { erasure: words } = useWords()
  const { answeredAt, answer, erased } = erasure
  return (
    <Note tone="good">
      <p>{fill(words.answered, { at: answeredAt ? formatInstant(answeredAt) : '' })}</p>
      <Facts
        facts={[
          [words.answer, answer],
          [
            words.erased,
            erased.length > 0 ? <Lines key="erased" lines={erased.map((kind) => words.kinds[kind])} /> : words.nothing,
          ],
          [words.kept, <Lines key="kept" lines={keptKinds.map((kind) => words.keptKinds[kind])} />],
        ]}
      />
    </Note>
  )
}

const Lines = ({ lines }: { lines: readonly string[] }) => (
  <ul className="plain-list">
    {lines.map((line) => (
      <li key={line}>{line}</li>
    ))}
  </ul>
)
