import { type ReactNode, useEffect, useId, useRef } from 'react'
import { sentenceOf } from '../sentence.ts'
import { useWords } from '../words/words.tsx'

/** A page with its heading; names the tab, and takes the focus so that a screen reader begins here. */
export function Page({ title, children, narrow }: { title: string; children: ReactNode; narrow?: boolean }) {
  const words = useWords()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · ${words.portal}`
    heading.current?.focus({ preventScroll: true })
  }, [title, words.portal])
  return (
    <div className={narrow ? 'page narrow' : 'page'}>
      <h1 tabIndex={-1} ref={heading}>
        {title}
      </h1>
      {children}
    </div>
  )
}

/** What somebody must know now. Problems are read aloud at once. */
export function Note({ tone = 'info', children }: { tone?: 'info' | 'good' | 'bad' | 'warn'; children: ReactNode }) {
  return (
    <div className={`note ${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
      {children}
    </div>
  )
}

/** Why something did not work, where there is something to say. */
export function Problem({ error }: { error: unknown }) {
  const words = useWords()
  return error === undefined ? null : <Note tone="bad">{sentenceOf(words, error)}</Note>
}

/** What a page shows until its data are there, or why they do not come. */
export function Waiting({ error, reload }: { error: unknown; reload: () => void }) {
  const words = useWords()
  if (error === undefined) return <p className="quiet">{words.loading}</p>
  return (
    <>
      <Problem error={error} />
      <button type="button" className="button" onClick={reload}>
        {words.retry}
      </button>
    </>
  )
}

type TextProps = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly type?: 'text' | 'email' | 'password'
  readonly autoComplete?: string
  readonly hint?: string
  readonly required?: boolean
  readonly inputMode?: 'text' | 'numeric' | 'email'
  readonly maxLength?: number
  readonly pattern?: string
  readonly spellCheck?: boolean
}

/** A line of text with its label. */
export function TextField({ label, hint, value, onChange, required = true, type = 'text', ...rest }: TextProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type={type}
        value={value}
        required={required}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
        {...rest}
      />
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}

type SelectProps<V extends string> = {
  readonly label: string
  readonly value: V | ''
  readonly options: readonly { readonly value: V; readonly label: string }[]
  readonly onChange: (value: V | '') => void
  readonly required?: boolean
}

/** A choice among a few; the first entry leaves it open. */
export function SelectField<V extends string>({ label, value, options, onChange, required = false }: SelectProps<V>) {
  const words = useWords()
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{required ? `${label} *` : label}</label>
      <select
        id={id}
        value={value}
        required={required}
        onChange={(event) => onChange(event.currentTarget.value as V | '')}
      >
        <option value="">{words.needs.choose}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}

/** Facts as pairs of word and value. */
export function Facts({ facts }: { facts: readonly (readonly [label: string, value: ReactNode])[] }) {
  return (
    <dl className="facts">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
