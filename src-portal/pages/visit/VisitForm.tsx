import { type FormEvent, useState } from 'react'
import { countryCodes, countryName } from '../../../src-core/delegations/countries.ts'
import { LineField, TextArea, Tick } from '../parts/fields.tsx'
import { Note, Problem, SelectField } from '../parts/parts.tsx'
import { useDoing } from '../parts/use-load.ts'
import { useSelf } from '../self.ts'
import { useLanguage, useWords } from '../words/words.tsx'
import { type Draft, emptyDraft, type Sending, sendingOf, type TextName } from './visit-draft.ts'
import { visitWords } from './visit-words.ts'

type Props = {
  readonly sites: readonly { readonly id: string; readonly nameTr: string; readonly nameEn: string }[]
  readonly send: (fields: Sending) => Promise<void>
  readonly onCancel: () => void
}

const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

/** The visit request form. */
export function VisitForm({ sites, send, onCancel }: Props) {
  const language = useLanguage()
  const words = visitWords(language)
  const { cancel, privacy } = useWords()
  const { self } = useSelf()
  const [draft, setDraft] = useState<Draft>(() => emptyDraft(self ?? { name: '', email: '', institution: null }))
  const [consents, setConsents] = useState(false)
  const [tried, setTried] = useState(false)
  const { busy, error, run } = useDoing()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (draft.participantProfile.length === 0 || draft.languages.length === 0) return
    await run(() => send(sendingOf(draft)))
  }
  const text = (name: TextName) => ({
    value: draft.texts[name],
    onChange: (value: string) => setDraft({ ...draft, texts: { ...draft.texts, [name]: value } }),
  })
  const several = (name: 'participantProfile' | 'languages' | 'sitesWished') => ({
    values: draft[name],
    onChange: (values: readonly string[]) => setDraft({ ...draft, [name]: values }),
  })
  const countries = countryCodes
    .map((value) => ({ value, label: countryName(value, language) }))
    .sort((a, b) => a.label.localeCompare(b.label, language))
  return (
    <form className="whole" onSubmit={(event) => void submit(event)}>
      <section>
        <h2>{words.who}</h2>
        <div className="columns wide">
          <LineField label={words.requestingBody} required maxLength={200} {...text('requestingBody')} />
          <SelectField label={words.bodyType} required options={optionsOf(words.bodyTypes)} {...text('bodyType')} />
          <SelectField label={words.country} required options={countries} {...text('country')} />
          <LineField label={words.city} maxLength={120} {...text('city')} />
          <LineField label={words.contactName} required maxLength={160} {...text('contactName')} />
          <LineField label={words.contactTitle} maxLength={200} {...text('contactTitle')} />
          <LineField label={words.email} type="email" required maxLength={200} {...text('email')} />
          <LineField label={words.phone} type="tel" maxLength={60} {...text('phone')} />
        </div>
        <Tick
          label={words.sisterCity}
          checked={draft.sisterCity}
          onChange={(sisterCity) => setDraft({ ...draft, sisterCity })}
        />
      </section>
      <section>
        <h2>{words.what}</h2>
        <div className="columns wide">
          <LineField label={words.topicMain} required maxLength={200} {...text('topicMain')} />
          <SelectField
            label={words.programmeType}
            required
            options={optionsOf(words.programmeTypes)}
            {...text('programmeType')}
          />
        </div>
        <TextArea label={words.topicsDetail} required maxLength={2000} {...text('topicsDetail')} />
        <TextArea label={words.objectives} required maxLength={2000} {...text('objectives')} />
        {sites.length > 0 && (
          <Several
            label={words.sitesWished}
            options={sites.map(({ id, nameTr, nameEn }) => ({ value: id, label: language === 'en' ? nameEn : nameTr }))}
            {...several('sitesWished')}
          />
        )}
      </section>
      <section>
        <h2>{words.when}</h2>
        <div className="columns">
          <LineField label={words.preferredFrom} type="date" required {...text('preferredFrom')} />
          <LineField label={words.preferredTo} type="date" required {...text('preferredTo')} />
          <LineField label={words.alternateFrom} type="date" {...text('alternateFrom')} />
          <LineField label={words.alternateTo} type="date" {...text('alternateTo')} />
          <LineField label={words.groupSize} type="number" range={[1, 60]} required {...text('groupSize')} />
          <SelectField
            label={words.protocolLevel}
            required
            options={words.protocolLevels.map((label, at) => ({ value: String(at), label }))}
            {...text('protocolLevel')}
          />
        </div>
        <Several
          label={words.participantProfile}
          wrong={tried && draft.participantProfile.length === 0 ? words.chooseOne : undefined}
          options={optionsOf(words.profiles)}
          {...several('participantProfile')}
        />
        <LineField label={words.headOfDelegation} maxLength={200} {...text('headOfDelegation')} />
        <Several
          label={words.languages}
          wrong={tried && draft.languages.length === 0 ? words.chooseOne : undefined}
          options={optionsOf(words.languageNames)}
          {...several('languages')}
        />
        <SelectField
          label={words.interpreterProvidedBy}
          required
          options={optionsOf(words.interpreters)}
          {...text('interpreterProvidedBy')}
        />
      </section>
      <section>
        <h2>{words.costs}</h2>
        <div className="columns">
          {(['travel', 'hotel', 'meals', 'localTransport', 'training'] as const).map((item) => (
            <SelectField
              key={item}
              label={words.costItems[item]}
              required
              options={optionsOf(words.payers)}
              {...text(item)}
            />
          ))}
        </div>
        <LineField label={words.funding} maxLength={500} {...text('funding')} />
        <LineField label={words.accessibilityNeeds} maxLength={500} {...text('accessibilityNeeds')} />
        <LineField label={words.earlierVisitOn} type="date" {...text('earlierVisitOn')} />
        <Tick
          label={words.invitationLetterNeeded}
          checked={draft.invitationLetterNeeded}
          onChange={(invitationLetterNeeded) => setDraft({ ...draft, invitationLetterNeeded })}
        />
      </section>
      <Tick label={words.consent} required checked={consents} onChange={setConsents} />
      <p>
        <a href="/privacy" target="_blank" rel="noreferrer">
          {privacy}
        </a>
      </p>
      <Problem error={error} />
      <div className="actions">
        <button type="submit" className="button primary" disabled={busy}>
          {words.send}
        </button>
        <button type="button" className="plain" onClick={onCancel}>
          {cancel}
        </button>
      </div>
    </form>
  )
}

type SeveralProps = {
  readonly label: string
  readonly values: readonly string[]
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly onChange: (values: readonly string[]) => void
  readonly wrong?: string | undefined
}

/** Any number of a list. */
function Several({ label, values, options, onChange, wrong }: SeveralProps) {
  return (
    <fieldset className="several">
      <legend>{label}</legend>
      <div className="columns">
        {options.map((option) => (
          <Tick
            key={option.value}
            label={option.label}
            checked={values.includes(option.value)}
            onChange={(on) => onChange(on ? [...values, option.value] : values.filter((one) => one !== option.value))}
          />
        ))}
      </div>
      {wrong && <Note tone="bad">{wrong}</Note>}
    </fieldset>
  )
}
