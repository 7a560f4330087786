import type { Inputs, Outputs } from '../api.ts'

export type MyNeeds = Outputs['needs']['myNeeds']
export type DraftLine = Inputs['needs']['saveMyDraft']['lines'][number]
export type FormLine = NonNullable<MyNeeds['form']>['lines'][number]

/** A line on the page; `key` tells it from others while it has no id. */
export type PageLine = DraftLine & { readonly key: string }

let made = 0
const newKey = (): string => `line-${++made}`

export const emptyLine = (): PageLine => ({
  key: newKey(),
  id: null,
  topicId: null,
  topicName: null,
  freeText: '',
  external: false,
  reason: null,
  urgency: null,
  selfLevel: null,
  targetLevel: null,
  preferredQuarter: null,
  note: '',
})

const ofForm = (line: FormLine): PageLine => ({
  key: newKey(),
  id: line.id,
  topicId: line.topic?.id ?? null,
  topicName: line.topic?.name ?? null,
  freeText: line.freeText ?? '',
  external: line.kind === 'externalEvent',
  reason: line.reason,
  urgency: line.urgency,
  selfLevel: line.selfLevel,
  targetLevel: line.targetLevel,
  preferredQuarter: line.preferredQuarter,
  note: line.note ?? '',
})

/** What the page begins with: the draft that was kept, else the form as it was sent, else one empty line. */
export function firstLines({ draft, form }: MyNeeds): readonly PageLine[] {
  if (draft) return draft.lines.map((line) => ({ ...line, key: newKey() }))
  return form && form.lines.length > 0 ? form.lines.map(ofForm) : [emptyLine()]
}

export const toDraft = (lines: readonly PageLine[]): DraftLine[] => lines.map(({ key: _, ...line }) => line)

export const isNamed = ({ topicId, freeText }: PageLine): boolean => topicId !== null || freeText.trim() !== ''

/** The lines as they are sent in. */
export const toSubmit = (lines: readonly PageLine[]): Inputs['needs']['submitMyForm']['lines'] =>
  lines.map(({ id, key: _, topicName: _name, ...fields }) => ({ id, fields }))
