import { type ReactNode, useEffect, useId, useRef } from 'react'
import { Note } from '../parts/parts.tsx'
import { linkSentence, useLinkSpeech } from './speech.ts'

/** A page behind a link with its heading, which takes the focus so that a screen reader begins here. */
export function LinkHeading({ title, children }: { title: string; children?: ReactNode }) {
  const { words } = useLinkSpeech()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · ${words.portal}`
    heading.current?.focus({ preventScroll: true })
  }, [title, words.portal])
  return (
    <>
      <h1 tabIndex={-1} ref={heading}>
        {title}
      </h1>
      {children}
    </>
  )
}

/** Why something did not work, in the language of the page. */
export function LinkProblem({ error }: { error: unknown }) {
  const { words } = useLinkSpeech()
  return error === undefined ? null : <Note tone="bad">{linkSentence(words, error)}</Note>
}

type ChoiceProps = {
  readonly label: string
  readonly value: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly onChange: (value: string) => void
  readonly required?: boolean
  readonly hint?: string
}

/** A choice among a list; the first entry leaves it open. */
export function Choice({ label, value, options, onChange, required = false, hint }: ChoiceProps) {
  const { words } = useLinkSpeech()
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{required ? `${label} *` : label}</label>
      <select
        id={id}
        value={value}
        required={required}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        <option value="">{words.choose}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}
