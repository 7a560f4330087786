import { callThrough, type Outputs } from '../api.ts'
import { Facts } from '../parts/parts.tsx'
import { useLoad } from '../parts/use-load.ts'
import { AnswerForm } from './AnswerForm.tsx'
import { answerWords } from './answer-words.ts'
import { LinkWaiting } from './LinkWaiting.tsx'
import { LinkHeading } from './link-parts.tsx'
import { clockText, longDay, say, useLinkSpeech } from './speech.ts'

type Sessions = Outputs['delivery']['taughtSessions']
type Session = Sessions['sessions'][number]

/** A trainer's sessions from today on, each with its answer. */
export function TrainerPage() {
  const { token, language } = useLinkSpeech()
  const words = answerWords(language)
  const loaded = useLoad<Sessions>(() => callThrough(token, 'delivery', 'taughtSessions'))
  const { data, reload } = loaded
  if (!data) return <LinkWaiting {...loaded} />
  return (
    <>
      <LinkHeading title={words.trainerTitle}>
        <p>{data.sessions.length === 0 ? words.noSessions : words.trainerLead}</p>
      </LinkHeading>
      {data.sessions.map((session) => (
        <OneSession key={`${session.id} ${session.date} ${session.half}`} session={session} onSent={reload} />
      ))}
    </>
  )
}

function OneSession({ session, onSent }: { readonly session: Session; readonly onSent: () => void }) {
  const { token, language } = useLinkSpeech()
  const words = answerWords(language)
  const { id, date, half, startMin, endMin, name, room, people } = session
  const part = half === 'none' ? words.whole : words[half]
  const time = startMin !== null && endMin !== null ? `${clockText(startMin)}–${clockText(endMin)}` : part
  const facts = [
    [words.room, room],
    [words.people, people > 0 ? say(words.peopleOf, { people }) : null],
    [words.note, session.note],
  ] as const
  return (
    <section className="card">
      <h2>
        {longDay(date, language)}, {time}
      </h2>
      <p>
        <strong>{name}</strong>{' '}
        <span className={session.answer === 'ACCEPTED' ? 'state good' : 'state'}>
          {session.answer ? words.answer[session.answer] : words.waiting}
        </span>
      </p>
      <Facts facts={facts.filter(([, value]) => value)} />
      <AnswerForm
        title={name}
        answer={session.answer}
        note={session.note}
        onSend={async ({ answer, note }) => {
          const { receiptNo } = await callThrough(token, 'delivery', 'answerMySession', {
            ...{ id, answer, note: note?.trim() || null },
            seen: { date, half },
          })
          onSent()
          return receiptNo
        }}
      />
    </section>
  )
}
