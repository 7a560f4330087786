import { type FormEvent, type KeyboardEvent, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dropDraft, readDraft, writeDraft } from './draft.ts'
import { follow } from './follow.ts'
import { leadToUnread } from './lead-to-unread.ts'
import { type Problem, type Problems, serverProblems } from './problems.ts'
import { toNumber } from './to-number.ts'

type FormOptions<Values extends object> = {
  /** The record as it is stored, or what a new one begins with. While the form is open, what nobody typed in follows it. */
  readonly initial: Values
  /** What is wrong with the values; called at every change, shown when a field is left or the form is sent. */
  readonly check?: (values: Values) => Problems<Values>
  /** Saves. What it throws is shown at its field where the service names one, else it is `failure`. */
  readonly submit: (values: Values) => Promise<unknown>
  /** Keeps what is typed through a crash, under this name; give each record its own. */
  readonly draft?: string
}

type Leaving = { readonly relatedTarget?: EventTarget | null }

type FieldProps = {
  readonly id: string
  readonly error: string | undefined
  readonly onBlur: (event?: Leaving) => void
}

type FieldOf<Values, T> = { [K in keyof Values]: Values[K] extends T ? K : never }[keyof Values] & string

/**
 * The state of a form. `text`, `choice`, `flag`, `number` and `of` give a control everything it needs; `props` goes on the `form`
 * element. A refused form focuses its first wrong field; Ctrl+Enter sends it from anywhere inside.
 */
export function useForm<Values extends object>({ initial, check, submit, draft }: FormOptions<Values>) {
  // The key is only known while the form runs, so its values cannot be checked beforehand.
  const say = useTranslation().t as unknown as (key: string, values?: object) => string
  const formId = useId()
  const element = useRef<HTMLFormElement>(null)
  const [kept] = useState(() => (draft ? readDraft<Values>(draft) : undefined))
  const [values, setValues] = useState<Values>({ ...initial, ...kept })
  const [restored, setRestored] = useState(kept !== undefined)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [refused, setRefused] = useState<Readonly<Record<string, Problem>>>({})
  const [failure, setFailure] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const [stored, setStored] = useState(initial)
  const [sent, setSent] = useState<Values>()
  const followed = follow(values, stored, initial, sent)
  if (followed) {
    setStored(initial)
    setSent(undefined)
    setValues(followed.values)
    const meanwhile = followed.clashing.map((name) => [name, { key: 'common:form.changedMeanwhile' } as const])
    if (meanwhile.length > 0) setRefused((before) => ({ ...before, ...Object.fromEntries(meanwhile) }))
  }
  const found: Readonly<Record<string, Problem | undefined>> = check?.(values) ?? {}

  const idOf = (field: string) => `${formId}-${field}`

  const set = <K extends keyof Values & string>(field: K, value: Values[K]) => {
    setValues((before) => {
      const next = { ...before, [field]: value }
      if (draft) writeDraft(draft, next)
      return next
    })
    setRefused(({ [field]: _, ...others }) => others)
  }

  const sentence = (problem: Problem | undefined): string | undefined => {
    if (problem === undefined || typeof problem === 'string') return problem
    return say(problem.key, problem.values)
  }

  const field = (name: string): FieldProps => ({
    id: idOf(name),
    error: sentence(refused[name] ?? (left.has(name) ? found[name] : undefined)),
    onBlur: (event) => {
      const leave = () => setLeft((before) => (before.has(name) ? before : new Set(before).add(name)))
      // A sentence that appears between press and release would move the button away from under the pointer.
      if (event?.relatedTarget instanceof HTMLButtonElement) setTimeout(leave, 250)
      else leave()
    },
  })

  const focusFirst = (names: readonly string[]) => {
    const wrong = new Set(names.map(idOf))
    const first = [...(element.current?.querySelectorAll<HTMLElement>('[id]') ?? [])].find((one) => wrong.has(one.id))
    first?.focus()
  }

  const reset = (next: Values = initial) => {
    if (draft) dropDraft(draft)
    setValues(next)
    setRestored(false)
    setLeft(new Set())
    setRefused({})
    setFailure(null)
  }

  const send = async () => {
    if (busy) return
    const wrong = Object.keys(found).filter((name) => found[name] !== undefined)
    setLeft(new Set(Object.keys(values)))
    setFailure(null)
    if (wrong.length > 0) return focusFirst(wrong)
    if (element.current && leadToUnread(element.current)) return
    setBusy(true)
    setSent(values)
    try {
      await submit(values)
      if (draft) dropDraft(draft)
      setRestored(false)
      setLeft(new Set())
    } catch (error) {
      setSent(undefined)
      const named = serverProblems(error)
      const known = Object.keys(named).filter((name) => name in values)
      setRefused(named)
      if (known.length === 0) setFailure(error)
      // The fields show their sentences only after the next drawing.
      else requestAnimationFrame(() => focusFirst(known))
    } finally {
      setBusy(false)
    }
  }

  return {
    values,
    set,
    reset,
    send,
    busy,
    failure,
    /** Whether unsaved text of an earlier time was brought back; tell the officer, offer `reset`. */
    restored,
    props: {
      ref: element,
      noValidate: true,
      onSubmit: (event: FormEvent) => {
        event.preventDefault()
        void send()
      },
      onKeyDown: (event: KeyboardEvent) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault()
          event.stopPropagation()
          void send()
        }
      },
    },
    text: (name: FieldOf<Values, string>) => ({
      ...field(name),
      value: values[name] as string,
      onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
        set(name, event.currentTarget.value as Values[typeof name]),
    }),
    choice: (name: FieldOf<Values, string | null>) => ({
      ...field(name),
      value: values[name] as string | null,
      onChange: (value: string | null) => set(name, value as Values[typeof name]),
    }),
    number: (name: FieldOf<Values, number | null>) => ({
      ...field(name),
      value: (values[name] as number | null) ?? '',
      onChange: (value: number | string) => set(name, toNumber(value) as Values[typeof name]),
    }),
    flag: (name: FieldOf<Values, boolean>) => ({
      ...field(name),
      checked: values[name] as boolean,
      onChange: (event: { readonly currentTarget: { readonly checked: boolean } }) =>
        set(name, event.currentTarget.checked as Values[typeof name]),
    }),
    /** For controls that give and take the value itself: `DateField`, `MultiSelect`, `FileDrop`. */
    of: <K extends keyof Values & string>(name: K) => ({
      ...field(name),
      value: values[name],
      onChange: (value: Values[K]) => set(name, value),
    }),
  }
}
