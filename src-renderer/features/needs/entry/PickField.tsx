import { Popover, TextInput } from '@mantine/core'
import { type KeyboardEvent, type ReactNode, type Ref, useId, useState } from 'react'
import classes from './PickField.module.css'

export type PickOption<T> = {
  readonly id: string
  readonly value: T
  readonly label: string
  readonly note?: string | undefined
  /** Stands above the first option of its group. */
  readonly group?: string | undefined
}

type Props<T> = {
  readonly label: string
  readonly text: string
  readonly onText: (text: string) => void
  /** What the text may mean, and the text it was looked up for: typing may be faster than looking up. */
  readonly found: { readonly text: string; readonly options: readonly PickOption<T>[] }
  readonly onPick: (value: T) => void
  /** Enter before the options of the text are there: looks them up and says which one is surely meant, if any. */
  readonly decide: (text: string) => Promise<PickOption<T> | undefined>
  /** Enter where nothing was typed, or what stands there was chosen before. */
  readonly onNext: () => void
  /** Shown when the text means nothing. */
  readonly nothing?: string
  /** Also lists the options when nothing was typed, as a short list of fixed choices does. */
  readonly openEmpty?: boolean
  /** What stands in the field was chosen before: Enter leaves it and goes on, unless an arrow marked another. */
  readonly chosen?: boolean
  readonly placeholder?: string
  readonly hideLabel?: boolean
  readonly disabled?: boolean
  readonly error?: ReactNode
  readonly field?: Ref<HTMLInputElement>
  readonly onLeave?: () => void
}

/** A text field that lists what the text may mean. Enter takes the marked option and goes on, so that no hand leaves the keys. */
export function PickField<T>(props: Props<T>) {
  const { label, text, onText, found, onPick, decide, onNext, nothing, openEmpty = false } = props
  const listId = useId()
  const [open, setOpen] = useState(false)
  const [mark, setMark] = useState<number>()
  const fresh = found.text === text
  const options = fresh ? found.options : []
  const listed = open && (text !== '' || openEmpty)
  const shown = listed && (options.length > 0 || (fresh && text !== '' && nothing !== undefined))
  const active = mark === undefined ? (props.chosen || text === '' ? -1 : 0) : Math.min(mark, options.length - 1)

  const pick = (option: PickOption<T>) => {
    setOpen(false)
    setMark(undefined)
    onPick(option.value)
  }

  const enter = async () => {
    const option = active < 0 ? undefined : options[active]
    if (listed && option) return pick(option)
    if (text === '' || props.chosen) return onNext()
    const meant = await decide(text)
    if (meant) pick(meant)
    else setOpen(true)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (!open) return setOpen(true)
      const by = event.key === 'ArrowDown' ? 1 : -1
      setMark(Math.max(0, Math.min(options.length - 1, active + by)))
    } else if (event.key === 'Escape' && shown) {
      event.preventDefault()
      event.stopPropagation()
      setOpen(false)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      void enter()
    }
  }

  return (
    <Popover
      opened={shown}
      position="bottom-start"
      width="target"
      trapFocus={false}
      withinPortal
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <TextInput
          {...(props.hideLabel ? { 'aria-label': label } : { label })}
          {...(props.field && { ref: props.field })}
          role="combobox"
          aria-expanded={shown}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={shown && options[active] ? `${listId}-${active}` : undefined}
          autoComplete="off"
          spellCheck={false}
          placeholder={props.placeholder ?? ''}
          disabled={props.disabled ?? false}
          error={props.error}
          value={text}
          data-entry
          onChange={(event) => {
            setMark(undefined)
            setOpen(true)
            onText(event.currentTarget.value)
          }}
          onFocus={(event) => {
            // What was chosen before is replaced by typing, not typed on.
            if (props.chosen) event.currentTarget.select()
            if (openEmpty) setOpen(true)
          }}
          onBlur={() => {
            setOpen(false)
            props.onLeave?.()
          }}
          onKeyDown={onKeyDown}
        />
      </Popover.Target>
      <Popover.Dropdown className={classes.dropdown ?? ''}>
        <div id={listId} role="listbox" aria-label={label} className={classes.list}>
          {options.map((option, index) => (
            <Option
              key={option.id}
              id={`${listId}-${index}`}
              option={option}
              active={index === active}
              heading={option.group !== undefined && option.group !== options[index - 1]?.group}
              onPick={() => pick(option)}
            />
          ))}
        </div>
        {options.length === 0 && nothing && <p className={classes.nothing}>{nothing}</p>}
      </Popover.Dropdown>
    </Popover>
  )
}

type OptionProps = {
  readonly id: string
  readonly option: PickOption<unknown>
  readonly active: boolean
  readonly heading: boolean
  readonly onPick: () => void
}

function Option({ id, option, active, heading, onPick }: OptionProps) {
  return (
    <>
      {heading && (
        <div role="presentation" className={classes.group}>
          {option.group}
        </div>
      )}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the focus and the keys */}
      <div
        id={id}
        role="option"
        tabIndex={-1}
        aria-selected={active}
        className={classes.option}
        ref={active ? (element) => element?.scrollIntoView({ block: 'nearest' }) : undefined}
        onMouseDown={(event) => event.preventDefault()}
        onClick={onPick}
      >
        <span className={classes.label}>{option.label}</span>
        {option.note && <span className={classes.note}>{option.note}</span>}
      </div>
    </>
  )
}
