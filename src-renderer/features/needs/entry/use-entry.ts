import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CycleView } from '../../../../src-core/needs/cycle.contract.ts'
import { client, refreshData } from '../../../app/api.ts'
import { tellError } from '../../../app/errors/tell-error.tsx'
import { textOf } from '../../../app/i18n.ts'
import { tell, tellUndo } from '../../../ui/feedback/toast.tsx'
import { useDraft } from '../../../ui/form/draft.ts'
import {
  type EntryDraft,
  type EntryLine,
  emptyDraft,
  emptyLine,
  isResolved,
  isTouched,
  nextDraft,
  sameWish,
  toFields,
} from './entry-line.ts'
import { wantedText } from './WantedField.tsx'
import { sureWanted } from './wanted-pick.ts'

/** A form that was saved a moment ago. */
export type SavedForm = {
  readonly number: number
  readonly personId: string
  readonly name: string
  readonly text: string
  readonly seconds: number
}

/** Typing forms one after the other: what is typed survives a crash, saving goes on to the next. */
export function useEntry(cycle: CycleView) {
  const { t } = useTranslation('needs')
  const draft = useDraft<EntryDraft>(`entry-${cycle.id}`, emptyDraft)
  const form = draft.value
  const [saved, setSaved] = useState<readonly SavedForm[]>([])
  const [saving, setSaving] = useState(false)
  const begun = useRef<number | undefined>(undefined)

  const change = (patch: Partial<EntryDraft>) => draft.set({ ...form, ...patch })

  const begin = () => {
    begun.current ??= performance.now()
  }

  /** What is typed in the first field, taken for what Enter would take it. */
  const resolved = async (line: EntryLine): Promise<EntryLine> => {
    if (isResolved(line) || line.text.trim() === '') return line
    const wanted = await sureWanted(line.text)
    return wanted ? { ...line, ...wantedText(wanted.value) } : line
  }

  /** The lines with the one being typed among them; undefined when that one does not say what it asks for. */
  const allLines = async (): Promise<readonly EntryLine[] | undefined> => {
    const line = await resolved(form.line)
    if (!isTouched(line)) return form.lines
    if (!isResolved(line)) return undefined
    return [...form.lines.filter((one) => !sameWish(one, line)), line]
  }

  const addLine = async (): Promise<boolean> => {
    const lines = await allLines()
    if (!lines) return false
    change({ lines, line: emptyLine })
    return true
  }

  const save = async (lines: readonly EntryLine[]): Promise<boolean> => {
    const { personId, personName: name, source, reference, exception } = form
    if (!personId || saving) return false
    setSaving(true)
    try {
      const done = await client.needs.saveForm({
        cycleId: cycle.id,
        personId,
        source,
        reference,
        lines: lines.map(toFields),
        exception: cycle.state === 'CLOSED' ? exception : null,
      })
      const seconds = begun.current === undefined ? 0 : (performance.now() - begun.current) / 1000
      begun.current = undefined
      const text = outcomeText(done)
      const said = t('entry.done', { name, lines: text })
      if (done.created > 0 && done.merged === 0)
        tellUndo(said, () => client.needs.removeNeeds({ ids: done.lineIds }).then(refreshData, tellError))
      else tell({ text: said, tone: 'good' })
      setSaved((before) =>
        [{ number: (before[0]?.number ?? 0) + 1, personId, name, text, seconds }, ...before].slice(0, 50),
      )
      draft.clear(nextDraft(form))
      refreshData()
      return true
    } catch (error) {
      tellError(error)
      return false
    } finally {
      setSaving(false)
    }
  }

  return {
    form,
    change,
    begin,
    addLine,
    allLines,
    save,
    saving,
    saved,
    restored: draft.restored,
    discard: () => draft.clear(),
  }
}

export type Entry = ReturnType<typeof useEntry>

function outcomeText({ created, merged }: { readonly created: number; readonly merged: number }): string {
  if (created === 0 && merged === 0) return textOf('needs:entry.noNeed')
  const a = textOf('needs:entry.created', { count: created })
  const b = textOf('needs:entry.merged', { count: merged })
  return merged === 0 ? a : created === 0 ? b : textOf('needs:entry.and', { a, b })
}
