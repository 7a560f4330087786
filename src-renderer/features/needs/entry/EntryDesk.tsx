import { SegmentedControl, Textarea, TextInput } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { CycleView } from '../../../../src-core/needs/cycle.contract.ts'
import { useAddress } from '../../../app/address.ts'
import { orpc } from '../../../app/api.ts'
import { ErrorNote } from '../../../app/errors/ErrorNote.tsx'
import { Note } from '../../../ui/feedback/Note.tsx'
import { tell } from '../../../ui/feedback/toast.tsx'
import { useKeys } from '../../../ui/keys.ts'
import { PageHeader } from '../../../ui/screen/PageHeader.tsx'
import { Screen } from '../../../ui/screen/Screen.tsx'
import { EntryAside } from './EntryAside.tsx'
import classes from './EntryDesk.module.css'
import { EntryLines } from './EntryLines.tsx'
import { EntryPerson } from './EntryPerson.tsx'
import type { EntrySource } from './entry-line.ts'
import { useEntry } from './use-entry.ts'

type Props = { readonly cycle: CycleView }

/** The desk: whose form, its lines, and beside it what is known of the person. */
export function EntryDesk({ cycle }: Props) {
  const { t } = useTranslation('needs')
  const entry = useEntry(cycle)
  const { form, change } = entry
  const personField = useRef<HTMLInputElement>(null)
  const wantedField = useRef<HTMLInputElement>(null)
  const [address, setAddress] = useAddress()
  const late = cycle.state === 'CLOSED'
  const known = useQuery({
    ...orpc.needs.personForm.queryOptions({ input: { cycleId: cycle.id, personId: form.personId ?? '' } }),
    enabled: form.personId !== null,
    placeholderData: keepPreviousData,
  })
  const person = form.personId !== null && known.data?.person.id === form.personId ? known.data : undefined
  const refused = person && (!person.eligible || person.state === 'LOCKED' || person.state === 'LOCKED_UNREVIEWED')
  // What is known of the person arrives a moment after she was chosen; her lines can be typed meanwhile.
  const mayEnter = form.personId !== null && !refused

  // A person named in the address is taken up once, as if she had been typed.
  const named = typeof address.person === 'string' ? address.person : undefined
  const name = known.data && known.data.person.id === named ? known.data.person.name : undefined
  useEffect(() => {
    if (!named) return
    if (form.personId !== named) change({ personId: named, personName: '' })
    else if (name) {
      change({ personName: name })
      setAddress({ person: undefined })
    }
  })

  // At first, and when somebody may not ask after all: the fields of a line are closed then.
  const toStart = refused === true
  useEffect(() => {
    if (toStart || !document.activeElement || document.activeElement === document.body) personField.current?.focus()
  }, [toStart])

  const toPerson = () => personField.current?.focus()
  // The fields of a line open only once it is known whose form it is: the focus waits for that.
  const wantsLine = useRef(false)
  useEffect(() => {
    if (!wantsLine.current || !mayEnter) return
    wantsLine.current = false
    wantedField.current?.focus()
  })
  const toLine = () => {
    wantsLine.current = !mayEnter
    if (mayEnter) requestAnimationFrame(() => wantedField.current?.focus())
  }

  const finish = async (noNeed: boolean) => {
    if (form.personId === null) {
      tell({ text: t('entry.needPerson'), tone: 'warn' })
      return toPerson()
    }
    const lines = await entry.allLines()
    if (!lines) {
      tell({ text: t('entry.unfinished'), tone: 'warn' })
      return toLine()
    }
    if (lines.length === 0 && !noNeed) return toLine()
    if (await entry.save(lines)) requestAnimationFrame(toPerson)
  }

  useKeys([
    { keys: 'Ctrl+Enter', labelKey: 'needs:entry.keys.save', run: () => void finish(false) },
    { keys: 'F2', labelKey: 'needs:entry.keys.person', run: toPerson, whileTyping: true },
    { keys: 'Alt+Delete', labelKey: 'needs:entry.keys.remove', run: () => takeLastBack() },
  ])

  const takeLastBack = () => {
    const last = form.lines.at(-1)
    if (!last) return
    change({ lines: form.lines.slice(0, -1), line: last })
    toLine()
  }

  const empty = form.lines.length === 0 && form.line.text === ''
  return (
    <Screen
      layout="flow"
      header={
        <PageHeader
          title={t('entry.title')}
          note={t('entry.note', { year: cycle.year })}
          primary={{
            label: t(empty ? 'entry.saveNoNeed' : 'entry.save'),
            run: () => void finish(empty),
            busy: entry.saving,
            disabled: !mayEnter,
            keys: 'Ctrl+Enter',
          }}
        />
      }
    >
      <div className={classes.desk}>
        <div className={classes.work}>
          {entry.restored && (
            <Note
              tone="neutral"
              text={t('entry.restored')}
              action={{ label: t('entry.discard'), run: entry.discard }}
            />
          )}
          {late && (
            <>
              <Note tone="warn" title={t('entry.lateTitle')} text={t('entry.lateText')} />
              <Textarea
                label={t('entry.exception')}
                autosize
                minRows={1}
                value={form.exception}
                onChange={(event) => change({ exception: event.currentTarget.value })}
              />
            </>
          )}
          <div className={classes.source}>
            <SegmentedControl
              size="xs"
              aria-label={t('entry.source')}
              value={form.source}
              onChange={(source) => change({ source: source as EntrySource })}
              data={[
                { value: 'proxy', label: t('entry.proxy') },
                { value: 'paper', label: t('entry.paper') },
              ]}
            />
            {form.source === 'paper' && (
              <TextInput
                size="xs"
                aria-label={t('entry.reference')}
                placeholder={t('entry.reference')}
                value={form.reference}
                onChange={(event) => change({ reference: event.currentTarget.value })}
                onKeyDown={(event) => {
                  if (event.key === 'Enter' && !event.ctrlKey) toPerson()
                }}
              />
            )}
          </div>
          <EntryPerson
            cycle={cycle}
            entry={entry}
            known={person}
            field={personField}
            onPicked={toLine}
            error={known.error && <ErrorNote error={known.error} onRetry={() => void known.refetch()} />}
          />
          <EntryLines
            entry={entry}
            known={person}
            enabled={mayEnter}
            field={wantedField}
            onFinish={() => void finish(false)}
          />
        </div>
        <EntryAside known={person} saved={entry.saved} onPerson={(id) => setAddress({ person: id })} />
      </div>
    </Screen>
  )
}
