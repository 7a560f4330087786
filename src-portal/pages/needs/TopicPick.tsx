import { type KeyboardEvent, useEffect, useId, useState } from 'react'
import { call, type Outputs } from '../api.ts'
import { useWords } from '../words/words.tsx'

type Match = Outputs['needs']['matchTopics']['matches'][number]

/** What is asked for: a topic of the catalogue, or one's own words. */
export type Wish = { readonly topicId: string | null; readonly topicName: string | null; readonly freeText: string }

type Props = {
  readonly line: Wish
  readonly onChange: (patch: Partial<Wish>) => void
}

/** What is typed stays as it is; topics that may be meant are offered below, for the mouse and for the arrow keys. */
export function TopicPick({ line, onChange }: Props) {
  const words = useWords().needs
  const id = useId()
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const matches = useMatches(open ? line.freeText : '')
  const pick = ({ id: topicId, name }: Match) => {
    onChange({ topicId, topicName: name })
    setOpen(false)
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setOpen(false)
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setOpen(true)
      const step = event.key === 'ArrowDown' ? 1 : -1
      setActive((before) => Math.max(-1, Math.min(matches.length - 1, before + step)))
    }
    const chosen = matches[active]
    if (event.key === 'Enter' && open && chosen) {
      event.preventDefault()
      pick(chosen)
    }
  }
  if (line.topicId !== null) {
    return (
      <div className="field">
        <span className="label">{words.chosen}</span>
        <p className="chosen">
          <strong>{line.topicName}</strong>
          <button
            type="button"
            className="plain"
            aria-label={`${words.clear}: ${line.topicName}`}
            onClick={() =>
              onChange({ topicId: null, topicName: null, freeText: line.freeText || (line.topicName ?? '') })
            }
          >
            {words.clear}
          </button>
        </p>
      </div>
    )
  }
  const shown = open && matches.length > 0
  return (
    <div className="field pick">
      <label htmlFor={id}>{words.topic}</label>
      <input
        id={id}
        type="text"
        role="combobox"
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={shown && active >= 0 ? `${id}-${active}` : undefined}
        aria-describedby={`${id}-hint`}
        autoComplete="off"
        maxLength={500}
        value={line.freeText}
        onChange={(event) => {
          onChange({ freeText: event.currentTarget.value })
          setActive(-1)
          setOpen(true)
        }}
        onKeyDown={onKey}
        onBlur={() => setOpen(false)}
      />
      <div id={`${id}-list`} role="listbox" aria-label={words.topics} className="offers" hidden={!shown}>
        {matches.map((match, at) => (
          <div
            key={match.id}
            id={`${id}-${at}`}
            role="option"
            tabIndex={-1}
            aria-selected={at === active}
            onMouseDown={(event) => {
              event.preventDefault()
              pick(match)
            }}
          >
            {match.name} {match.alias && <span className="quiet">({match.alias})</span>}
          </div>
        ))}
      </div>
      <p className="hint" id={`${id}-hint`}>
        {words.topicHint}
      </p>
    </div>
  )
}

const pauseMs = 200

/** Topics for what is typed, asked a moment after the last key; an answer that comes too late is left aside. */
function useMatches(text: string): readonly Match[] {
  const [matches, setMatches] = useState<readonly Match[]>([])
  useEffect(() => {
    if (text.trim().length < 2) {
      setMatches([])
      return
    }
    let current = true
    const timer = window.setTimeout(() => {
      call('needs', 'matchTopics', { text, limit: 6 }).then(
        (found) => current && setMatches(found.matches),
        () => current && setMatches([]),
      )
    }, pauseMs)
    return () => {
      current = false
      window.clearTimeout(timer)
    }
  }, [text])
  return matches
}
