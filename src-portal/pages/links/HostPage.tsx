import { callThrough, type Outputs } from '../api.ts'
import { Facts, Note } from '../parts/parts.tsx'
import { useLoad } from '../parts/use-load.ts'
import { AnswerForm } from './AnswerForm.tsx'
import { answerWords } from './answer-words.ts'
import { LinkWaiting } from './LinkWaiting.tsx'
import { LinkHeading } from './link-parts.tsx'
import { clockText, longDay, say, shortDay, useLinkSpeech } from './speech.ts'

type Slots = Outputs['delegations']['mySlots']
type Slot = Slots['slots'][number]

function daysOf({ fromDate, toDate }: Slots): string[] {
  const days: string[] = []
  for (let at = Date.parse(`${fromDate}T00:00:00Z`); at <= Date.parse(`${toDate}T00:00:00Z`); at += 86_400_000)
    days.push(new Date(at).toISOString().slice(0, 10))
  return days
}

/** A host's hours of one programme, each with its answer. */
export function HostPage() {
  const { token, language } = useLinkSpeech()
  const words = answerWords(language)
  const loaded = useLoad<Slots>(() => callThrough(token, 'delegations', 'mySlots'))
  const { data, reload } = loaded
  if (!data) return <LinkWaiting {...loaded} />
  const title = language === 'tr' ? data.titleTr : data.titleEn
  const { host, persons, fromDate, toDate } = data
  return (
    <>
      <LinkHeading title={title}>
        <p>
          {say(words.hostLead, {
            ...{ host, persons, from: shortDay(fromDate, language), to: shortDay(toDate, language) },
          })}
        </p>
      </LinkHeading>
      {!data.open && <Note tone="warn">{words.closed}</Note>}
      {data.slots.length === 0 && <p className="quiet">{words.none}</p>}
      {data.slots.map((slot) => (
        <HostSlot key={slot.id} slot={slot} days={daysOf(data)} open={data.open} onSent={reload} />
      ))}
    </>
  )
}

type SlotProps = {
  readonly slot: Slot
  readonly days: readonly string[]
  readonly open: boolean
  readonly onSent: () => void
}

function HostSlot({ slot, days, open, onSent }: SlotProps) {
  const { token, language } = useLinkSpeech()
  const words = answerWords(language)
  const { id, date, startMinute, endMinute, ppe } = slot
  const title = language === 'tr' ? slot.titleTr : slot.titleEn
  const place = language === 'tr' ? slot.placeTr : slot.placeEn
  const facts = [
    [words.place, place],
    [words.language, slot.language],
    [words.equipment, slot.equipment],
    [words.ppe, ppe.map((one) => words.ppeOf[one]).join(', ')],
    [words.note, slot.note],
  ] as const
  return (
    <section className="card">
      <h2>
        {longDay(date, language)}, {clockText(startMinute)}–{clockText(endMinute)}
      </h2>
      <p>
        <strong>{title}</strong>{' '}
        <span className={slot.answer === 'ACCEPTED' ? 'state good' : 'state'}>
          {slot.answer ? words.answer[slot.answer] : words.waiting}
        </span>
      </p>
      <Facts facts={facts.filter(([, value]) => value)} />
      {open && (
        <AnswerForm
          title={title}
          answer={slot.answer}
          note={slot.note}
          hostPerson={slot.hostPerson}
          days={days}
          onSend={async (given) => {
            const seen = { date, startMinute, endMinute }
            const { receiptNo } = await callThrough(token, 'delegations', 'answerMySlot', { id, seen, ...given })
            onSent()
            return receiptNo
          }}
        />
      )}
    </section>
  )
}
