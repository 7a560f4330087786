import type { LineFields } from '../../../../src-core/needs/collect.contract.ts'

/** A line while it is typed: `text` is what stands in its first field. */
export type EntryLine = Omit<LineFields, 'external'> & { readonly text: string; readonly external: boolean }

export const emptyLine: EntryLine = {
  text: '',
  topicId: null,
  freeText: null,
  external: false,
  reason: null,
  urgency: null,
  selfLevel: null,
  targetLevel: null,
  preferredQuarter: null,
  note: null,
}

/** Whether anything was typed into a line. */
export const isTouched = (line: EntryLine): boolean => JSON.stringify(line) !== JSON.stringify(emptyLine)

/** Whether it is known what the line asks for. */
export const isResolved = (line: EntryLine): boolean => line.topicId !== null || line.freeText !== null

export const toFields = ({ text: _, note, ...line }: EntryLine): LineFields => ({ ...line, note: note?.trim() || null })

/** The same wish, as far as the window can tell. */
export const sameWish = (a: Pick<EntryLine, 'topicId' | 'freeText'>, b: Pick<EntryLine, 'topicId' | 'freeText'>) =>
  a.topicId !== null ? a.topicId === b.topicId : b.topicId === null && a.freeText === b.freeText

export type EntrySource = 'proxy' | 'paper'

/** Everything of a form that is not saved yet. */
export type EntryDraft = {
  readonly source: EntrySource
  readonly reference: string
  readonly exception: string
  readonly personId: string | null
  readonly personName: string
  readonly lines: readonly EntryLine[]
  readonly line: EntryLine
}

export const emptyDraft: EntryDraft = {
  source: 'proxy',
  reference: '',
  exception: '',
  personId: null,
  personName: '',
  lines: [],
  line: emptyLine,
}

/** What stays for the next form: where the forms come from, and why they are late. */
export const nextDraft = ({ source, exception }: EntryDraft): EntryDraft => ({ ...emptyDraft, source, exception })
