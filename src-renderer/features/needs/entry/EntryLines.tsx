import { ActionIcon, Button, TextInput, Tooltip } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { type KeyboardEvent, type Ref, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonForm } from '../../../../src-core/needs/collect.contract.ts'
import { KeyHint } from '../../../ui/KeyHint.tsx'
import { LineNotes } from '../list/LineNotes.tsx'
import { ReasonField } from '../priorities/ReasonField.tsx'
import { DigitField } from './DigitField.tsx'
import classes from './EntryLines.module.css'
import { type EntryLine, emptyLine, isTouched } from './entry-line.ts'
import type { Entry } from './use-entry.ts'
import { WantedField } from './WantedField.tsx'

type Props = {
  readonly entry: Entry
  readonly known: PersonForm | undefined
  readonly enabled: boolean
  readonly field: Ref<HTMLInputElement>
  readonly onFinish: () => void
}

const keys = [
  ['Enter', 'next'],
  ['Ctrl+Enter', 'save'],
  ['F2', 'person'],
  ['Alt+Delete', 'remove'],
] as const

/** The lines of a form as a small sheet; the last row is the one being typed. */
export function EntryLines({ entry, known, enabled, field, onFinish }: Props) {
  const { t } = useTranslation('needs')
  const { form, change } = entry
  const sheet = useRef<HTMLDivElement>(null)
  const { line } = form
  const set = (patch: Partial<EntryLine>) => change({ line: { ...line, ...patch } })

  const typedDigit = useRef(false)
  const reachedByDigit = useRef<HTMLElement>(undefined)
  const next = () => {
    const fields = [...(sheet.current?.querySelectorAll<HTMLInputElement>('[data-entry]') ?? [])]
    const at = fields.indexOf(document.activeElement as HTMLInputElement)
    const byDigit = typedDigit.current
    // The field may just have changed: what it shows must be drawn before the next one takes over.
    requestAnimationFrame(() => {
      fields[at + 1]?.focus()
      reachedByDigit.current = byDigit ? fields[at + 1] : undefined
    })
  }
  /** A digit goes on by itself; whoever presses Enter after it as well must not leave out the field that it led to. */
  const onKeyDownCapture = (event: KeyboardEvent) => {
    typedDigit.current = /^\d$/.test(event.key)
    const reached = reachedByDigit.current
    reachedByDigit.current = undefined
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || reached !== event.target) return
    event.preventDefault()
    event.stopPropagation()
  }
  const first = () =>
    requestAnimationFrame(() => sheet.current?.querySelector<HTMLInputElement>('[data-entry]')?.focus())
  const add = async () => {
    if (!isTouched(line)) return first()
    if (await entry.addLine()) first()
  }
  const drop = (index: number) => {
    change({ lines: form.lines.filter((_, at) => at !== index) })
    first()
  }
  const edit = (index: number) => {
    const taken = form.lines[index]
    if (!taken) return
    change({ lines: form.lines.filter((_, at) => at !== index), line: taken })
    first()
  }

  return (
    <section className={classes.lines} aria-label={t('entry.lines')}>
      <div className={classes.head} aria-hidden>
        <span />
        <span>{t('field.wanted')}</span>
        <span>{t('field.reason')}</span>
        <span>{t('field.urgency')}</span>
        <span className={classes.levels}>{t('field.level')}</span>
        <span>{t('field.quarter')}</span>
        <span>{t('field.note')}</span>
        <span />
      </div>
      {form.lines.map((one, index) => (
        <Typed key={one.text} line={one} number={index + 1} onEdit={() => edit(index)} onDrop={() => drop(index)} />
      ))}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a row of the sheet's grid */}
      <div
        className={classes.row}
        ref={sheet}
        role="group"
        onKeyDownCapture={onKeyDownCapture}
        aria-label={t('entry.line', { number: form.lines.length + 1 })}
      >
        <span className={classes.number} aria-hidden>
          {form.lines.length + 1}
        </span>
        <WantedField
          value={line}
          onChange={set}
          onPicked={next}
          events
          onEmptyEnter={form.lines.length > 0 ? onFinish : () => {}}
          disabled={!enabled}
          field={field}
        />
        <ReasonField value={line.reason} onChange={(reason) => set({ reason })} onNext={next} disabled={!enabled} />
        <DigitField
          label={t('field.urgency')}
          most={5}
          value={line.urgency}
          onChange={(urgency) => set({ urgency })}
          onNext={next}
          disabled={!enabled}
        />
        <DigitField
          label={t('field.selfLevel')}
          most={5}
          value={line.selfLevel}
          onChange={(selfLevel) => set({ selfLevel })}
          onNext={next}
          disabled={!enabled}
        />
        <DigitField
          label={t('field.targetLevel')}
          most={5}
          value={line.targetLevel}
          onChange={(targetLevel) => set({ targetLevel })}
          onNext={next}
          disabled={!enabled}
        />
        <DigitField
          label={t('field.quarter')}
          most={4}
          value={line.preferredQuarter}
          onChange={(preferredQuarter) => set({ preferredQuarter })}
          onNext={next}
          disabled={!enabled}
        />
        <TextInput
          aria-label={t('field.note')}
          autoComplete="off"
          disabled={!enabled}
          value={line.note ?? ''}
          data-entry
          onChange={(event) => set({ note: event.currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return
            event.preventDefault()
            void add()
          }}
        />
        <Tooltip label={t('entry.addLine')}>
          <ActionIcon
            aria-label={t('entry.addLine')}
            disabled={!enabled || !isTouched(line)}
            onClick={() => void add()}
          >
            <IconPlus size={16} />
          </ActionIcon>
        </Tooltip>
      </div>
      <LineNotes lines={[...form.lines, ...(isTouched(line) ? [line] : [])]} known={known} />
      {isTouched(line) && (
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          className={classes.clear ?? ''}
          onClick={() => change({ line: emptyLine })}
        >
          {t('entry.removeLine')}
        </Button>
      )}
      <p className={classes.keys}>
        {keys.map(([key, word]) => (
          <span key={key}>
            <KeyHint keys={key} /> {t(`entry.keys.${word}`)}
          </span>
        ))}
      </p>
    </section>
  )
}

type TypedProps = {
  readonly line: EntryLine
  readonly number: number
  readonly onEdit: () => void
  readonly onDrop: () => void
}

/** A line that is ready; clicked, it goes back into the fields. */
function Typed({ line, number, onEdit, onDrop }: TypedProps) {
  const { t } = useTranslation('needs')
  const level = line.selfLevel || line.targetLevel ? `${line.selfLevel ?? '–'} → ${line.targetLevel ?? '–'}` : ''
  return (
    <div className={classes.typed}>
      <span className={classes.number}>{number}</span>
      <button type="button" className={classes.wanted} onClick={onEdit}>
        {line.text}
        {line.topicId === null && (
          <span className={classes.free}>{t(line.external ? 'kind.externalEvent' : 'field.freeText')}</span>
        )}
      </button>
      <span>{line.reason && t(`word.reason.${line.reason}`)}</span>
      <span className={classes.digit}>{line.urgency}</span>
      <span className={`${classes.levels} ${classes.digit}`}>{level}</span>
      <span className={classes.digit}>{line.preferredQuarter}</span>
      <span className={classes.note}>{line.note}</span>
      <Tooltip label={t('entry.removeLine')}>
        <ActionIcon aria-label={`${t('entry.removeLine')}: ${line.text}`} onClick={onDrop}>
          <IconX size={16} />
        </ActionIcon>
      </Tooltip>
    </div>
  )
}
