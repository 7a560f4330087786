import { type FormEvent, useState } from 'react'
import { countryCodes } from '../../../src-core/delegations/countries.ts'
import type { ParticipantSecret } from '../../../src-core/delegations/participant.ts'
import { istanbulDate } from '../../../src-core/kernel/dates.ts'
import { callThrough } from '../api.ts'
import { LineField, TextArea, Tick } from '../parts/fields.tsx'
import { Note } from '../parts/parts.tsx'
import { useAutosave } from '../parts/use-autosave.ts'
import { useDoing, useLoad } from '../parts/use-load.ts'
import { LinkWaiting } from './LinkWaiting.tsx'
import { Choice, LinkHeading, LinkProblem } from './link-parts.tsx'
import { OwnPhoto } from './OwnPhoto.tsx'
import { type Draft, draftOf, type Participation, sendingOf, type TextName, typedOf } from './participant-draft.ts'
import { countriesIn, say, shortDay, useLinkSpeech } from './speech.ts'

/** Longer than on other forms: calls through links are counted by address, and a delegation may share one. */
const pauseMs = 4000

const clockOf = (instant: string): string => new Date(instant).toTimeString().slice(0, 5)

/** A participant's own form, as her passport has it. */
export function ParticipantPage() {
  const { token, words, language } = useLinkSpeech()
  const loaded = useLoad<Participation>(() => callThrough(token, 'delegations', 'myParticipation'))
  const { data, reload } = loaded
  if (!data) return <LinkWaiting {...loaded} />
  const { person } = words
  const days = `${shortDay(data.fromDate, language)} – ${shortDay(data.toDate, language)}`
  return (
    <>
      <LinkHeading title={person.title}>
        <p>
          <strong>
            <bdi>{language === 'tr' ? data.titleTr : data.titleEn}</bdi>
          </strong>
          {` · ${days}`}
        </p>
        <p>{data.open ? person.lead : person.closed}</p>
      </LinkHeading>
      {data.sent && (
        <Note tone="good">
          {say(person.sentBefore, {
            when: shortDay(istanbulDate(data.sent.at), language),
            receipt: data.sent.receiptNo,
          })}
        </Note>
      )}
      <Form key={data.rowVersion} data={data} onSent={reload} />
    </>
  )
}

function Form({ data, onSent }: { data: Participation; onSent: () => void }) {
  const { token, words, language } = useLinkSpeech()
  const { person } = words
  const [draft, setDraft] = useState<Draft>(() => draftOf(data))
  const autosave = useAutosave<Draft>(
    (version, typed) => callThrough(token, 'delegations', 'saveMyParticipation', { version, typed: typedOf(typed) }),
    data.draft,
    pauseMs,
  )
  const change = (next: Draft) => {
    setDraft(next)
    autosave.later(next)
  }
  const [consents, setConsents] = useState(false)
  const { busy, error, run } = useDoing()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    await autosave.pause()
    const went = await run(() => callThrough(token, 'delegations', 'sendMyParticipation', sendingOf(draft, data)))
    if (!went) return autosave.later(draft)
    autosave.forget()
    onSent()
  }
  const text = (name: TextName) => ({
    value: draft.texts[name],
    onChange: (value: string) => change({ ...draft, texts: { ...draft.texts, [name]: value } }),
  })
  const secret = (name: ParticipantSecret) => ({
    value: draft.secrets[name],
    ...(data.sealed.includes(name) && { hint: person.kept }),
    onChange: (value: string) => setDraft({ ...draft, secrets: { ...draft.secrets, [name]: value } }),
  })
  const { givenNames, surname, nameForCertificate } = draft.texts
  return (
    <form onSubmit={(event) => void submit(event)}>
      <fieldset className="whole" disabled={!data.open}>
        <section>
          <h2>{person.passport}</h2>
          <p className="hint">{person.passportHint}</p>
          <div className="columns wide">
            <LineField label={person.givenNames} latin required maxLength={120} {...text('givenNames')} />
            <LineField label={person.surname} latin required maxLength={120} {...text('surname')} />
            <Choice
              label={person.nationality}
              required
              options={countriesIn(language, countryCodes)}
              {...text('nationality')}
            />
            <LineField label={person.titleField} maxLength={60} {...text('title')} />
          </div>
        </section>
        <section>
          <h2>{person.certificate}</h2>
          <div className="columns wide">
            <LineField label={person.nameForCertificate} latin maxLength={160} {...text('nameForCertificate')} />
            <LineField label={person.nameOnBadge} latin maxLength={80} {...text('nameOnBadge')} />
          </div>
          <p className="preview">
            {person.certificatePreview}{' '}
            <bdi>
              <strong>{nameForCertificate.trim() || `${givenNames} ${surname}`.trim()}</strong>
            </bdi>
          </p>
        </section>
        <OwnPhoto kept={data.photo} />
        <section>
          <h2>{person.work}</h2>
          <div className="columns wide">
            <LineField label={person.institution} required maxLength={200} {...text('institution')} />
            <LineField label={person.position} required maxLength={200} {...text('position')} />
            <LineField label={person.email} type="email" latin required maxLength={200} {...text('email')} />
            <LineField label={person.mobile} type="tel" latin maxLength={60} {...text('mobile')} />
            <LineField label={person.languageLevels} maxLength={200} {...text('languageLevels')} />
          </div>
        </section>
        <section>
          <h2>{person.travel}</h2>
          <div className="columns wide">
            <LineField label={person.arrivalOn} type="date" {...text('arrivalOn')} />
            <LineField label={person.arrivalFlight} maxLength={120} {...text('arrivalFlight')} />
            <LineField label={person.departureOn} type="date" {...text('departureOn')} />
            <LineField label={person.departureFlight} maxLength={120} {...text('departureFlight')} />
          </div>
          <Tick
            label={person.visaNeeded}
            checked={draft.visaNeeded}
            onChange={(visaNeeded) => change({ ...draft, visaNeeded })}
          />
          <Tick
            label={person.hotelNeeded}
            checked={draft.hotelNeeded}
            onChange={(hotelNeeded) => change({ ...draft, hotelNeeded })}
          />
        </section>
        <section>
          <h2>{person.sealedTitle}</h2>
          <p className="hint">{person.sealedHint}</p>
          <div className="columns wide">
            <LineField label={person.passportNo} latin maxLength={40} {...secret('passportNo')} />
            <LineField label={person.passportExpiry} type="date" {...secret('passportExpiry')} />
            <LineField label={person.birthDate} type="date" {...secret('birthDate')} />
            <Choice
              label={person.mealCode}
              options={Object.entries(person.meals).map(([value, label]) => ({ value, label }))}
              {...secret('mealCode')}
            />
            <LineField label={person.accessibility} maxLength={200} {...secret('accessibility')} />
          </div>
        </section>
        <section>
          <h2>{person.field}</h2>
          <div className="columns wide">
            <LineField label={person.shoeSize} maxLength={20} {...text('shoeSize')} />
            <LineField label={person.vestSize} maxLength={20} {...text('vestSize')} />
            <LineField label={person.emergencyContact} maxLength={200} {...text('emergencyContact')} />
          </div>
          <TextArea label={person.expectations} maxLength={500} {...text('expectations')} />
          <Tick
            label={person.mediaConsent}
            checked={draft.mediaConsent}
            onChange={(mediaConsent) => change({ ...draft, mediaConsent })}
          />
        </section>
        <section>
          <h2>{person.noticeTitle}</h2>
          {person.notice.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          <p className="hint">{say(person.noticeVersion, { version: data.noticeVersion })}</p>
          {data.open && <Tick label={person.consent} required checked={consents} onChange={setConsents} />}
        </section>
        <LinkProblem error={error ?? autosave.error} />
        {data.open && autosave.at && (
          <p className="hint" role="status">
            {say(person.saved, { time: clockOf(autosave.at) })}
          </p>
        )}
        {data.open && (
          <button type="submit" className="button primary" disabled={busy}>
            {data.sent ? person.sendAgain : person.send}
          </button>
        )}
      </fieldset>
    </form>
  )
}
