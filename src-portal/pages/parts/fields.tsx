import { useId } from 'react'

type AreaProps = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly maxLength: number
  readonly required?: boolean
}

/** Several lines of text. */
export function TextArea({ label, value, onChange, maxLength, required = false }: AreaProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{required ? `${label} *` : label}</label>
      <textarea
        id={id}
        rows={3}
        dir="auto"
        value={value}
        maxLength={maxLength}
        required={required}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  )
}

type TextProps = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly type?: 'text' | 'email' | 'tel' | 'date' | 'number'
  readonly required?: boolean
  readonly maxLength?: number
  readonly hint?: string
  /** Of a number: the least and the most. */
  readonly range?: readonly [number, number]
  /** Written from left to right whatever the page's direction is: names as in a passport, addresses, numbers. */
  readonly latin?: boolean
}

/** A line of text. What is typed is left as it is: no correction, no capital letters. */
export function LineField({
  label,
  hint,
  value,
  onChange,
  latin,
  required = false,
  type = 'text',
  maxLength,
  range,
}: TextProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{required ? `${label} *` : label}</label>
      <input
        id={id}
        type={type}
        value={value}
        required={required}
        maxLength={maxLength}
        min={range?.[0]}
        max={range?.[1]}
        dir={latin ? 'ltr' : 'auto'}
        spellCheck={false}
        autoCapitalize="off"
        autoCorrect="off"
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}

type TickProps = {
  readonly label: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly required?: boolean
}

/** Yes or no. */
export function Tick({ label, checked, onChange, required = false }: TickProps) {
  return (
    <label className="tick">
      <input
        type="checkbox"
        checked={checked}
        required={required}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />{' '}
      <span>{label}</span>
    </label>
  )
}
