import { type FormEvent, useId, useState } from 'react'
import { type HostAnswer, hostAnswers } from '../../../src-core/delegations/host-answers.ts'
import { TextArea } from '../parts/fields.tsx'
import { Note, TextField } from '../parts/parts.tsx'
import { useDoing } from '../parts/use-load.ts'
import { answerWords } from './answer-words.ts'
import { Choice, LinkProblem } from './link-parts.tsx'
import { clockText, longDay, say, useLinkSpeech } from './speech.ts'

export type Given = {
  readonly answer: HostAnswer
  readonly note: string | null
  readonly hostPerson: string | null
  readonly proposed: { readonly date: string; readonly startMinute: number } | null
}

type Props = {
  readonly title: string
  readonly answer: HostAnswer | null
  readonly note: string | null
  /** Of a host: who will be there. */
  readonly hostPerson?: string | null
  /** Days that may be proposed; without them another time is proposed in words. */
  readonly days?: readonly string[]
  /** Gives the receipt number. */
  readonly onSend: (given: Given) => Promise<string>
}

const halfHours = Array.from({ length: 28 }, (_, at) => ({
  value: String(420 + at * 30),
  label: clockText(420 + at * 30),
}))

/** One hour's answer: accepted, another time, or not possible. */
export function AnswerForm({ title, answer, note, hostPerson, days, onSend }: Props) {
  const { language } = useLinkSpeech()
  const words = answerWords(language)
  const name = useId()
  const [chosen, setChosen] = useState<HostAnswer | undefined>(answer ?? undefined)
  const [person, setPerson] = useState(hostPerson ?? '')
  const [text, setText] = useState(answer === 'ALTERNATIVE' ? '' : (note ?? ''))
  const [day, setDay] = useState('')
  const [minute, setMinute] = useState('')
  const [receipt, setReceipt] = useState<string>()
  const [changing, setChanging] = useState(false)
  const { busy, error, run } = useDoing()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!chosen) return
    setReceipt(undefined)
    const proposed = chosen === 'ALTERNATIVE' && day && minute ? { date: day, startMinute: Number(minute) } : null
    void run(async () => {
      setReceipt(await onSend({ answer: chosen, note: text || null, hostPerson: person || null, proposed }))
      setChanging(false)
    })
  }
  if (answer && !changing)
    return (
      <>
        {receipt && <Note tone="good">{say(words.sent, { receipt })}</Note>}
        <button
          type="button"
          className="button"
          aria-label={`${words.change}: ${title}`}
          onClick={() => setChanging(true)}
        >
          {words.change}
        </button>
      </>
    )
  return (
    <form onSubmit={submit}>
      <fieldset className="choices">
        <legend>{`${words.yours}: ${title}`}</legend>
        {hostAnswers.map((one) => (
          <label key={one}>
            <input type="radio" name={name} required checked={chosen === one} onChange={() => setChosen(one)} />
            <span>{words.choice[one]}</span>
          </label>
        ))}
      </fieldset>
      {chosen === 'ALTERNATIVE' && days && (
        <div className="columns">
          <Choice
            label={words.day}
            value={day}
            onChange={setDay}
            options={days.map((date) => ({ value: date, label: longDay(date, language) }))}
          />
          <Choice label={words.time} value={minute} onChange={setMinute} options={halfHours} />
        </div>
      )}
      {chosen === 'ACCEPTED' && hostPerson !== undefined && (
        <TextField label={words.person} value={person} onChange={setPerson} required={false} maxLength={160} />
      )}
      {chosen && <TextArea label={words.note} value={text} onChange={setText} maxLength={400} />}
      <LinkProblem error={error} />
      <button type="submit" className="button primary" disabled={busy || !chosen}>
        {words.send}
      </button>
    </form>
  )
}
