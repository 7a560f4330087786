import type { AttachedPaper } from './attachment.ts'

/** Folders of an audit pack, in order. */
export const packSections = [
  'request',
  'approval',
  'programme',
  'people',
  'attendance',
  'certificates',
  'costs',
  'letters',
  'report',
  'photos',
  'other',
] as const

export type PackSection = (typeof packSections)[number]

/** Where a file that was attached goes. */
export const sectionOfPaper: Readonly<Record<AttachedPaper, PackSection>> = {
  REQUEST: 'request',
  APPROVAL: 'approval',
  LETTER: 'letters',
  CONTENT: 'programme',
  SIGNED_SHEET: 'attendance',
  INVOICE: 'costs',
  PHOTO: 'photos',
  OTHER: 'other',
}

export type GapKey =
  | 'requestLetter'
  | 'decisionNumber'
  | 'approvalNumber'
  | 'approvalDocument'
  | 'objective'
  | 'programme'
  | 'visitObjective'
  | 'visitHost'
  | 'content'
  | 'people'
  | 'consent'
  | 'attendance'
  | 'signedSheets'
  | 'certificateGroup'
  | 'certificates'
  | 'certificateFile'
  | 'costs'
  | 'costDocument'
  | 'invoices'
  | 'lessons'
  | 'feedback'
  | 'photos'
  | 'purge'
  | 'attachmentFile'

/** Something an auditor would ask for and not find; `names` say which. */
export type Gap = { readonly section: PackSection; readonly key: GapKey; readonly names: readonly string[] }

/** What is known of a file when its pack is put together. */
export type PackFacts = {
  readonly attached: readonly AttachedPaper[]
  /** Files that are named but no longer kept, or not as they were. */
  readonly lostFiles: readonly { readonly section: PackSection; readonly name: string }[]
  readonly decisionNo: string | null
  readonly approvedNo: string | null
  readonly objective: string
  readonly slots: readonly {
    readonly title: string
    readonly visit: boolean
    readonly lesson: boolean
    readonly objective: string | null
    readonly hostPerson: string | null
    readonly marked: boolean
  }[]
  readonly people: readonly {
    readonly name: string
    readonly consent: boolean
    /** Attended enough hours for a certificate. */
    readonly enough: boolean
    readonly certified: boolean
  }[]
  readonly certificateGroup: boolean
  readonly costs: readonly { readonly name: string; readonly actual: number; readonly documentNo: string | null }[]
  readonly lessons: string | null
  readonly feedback: number
  /** Passport and visa data are still kept though the day has passed. */
  readonly purgeOverdue: boolean
}

/** Everything that is missing from a pack, by its folder. */
export function gapsOf(facts: PackFacts): readonly Gap[] {
  const gaps: Gap[] = []
  const ask = (wrong: boolean, section: PackSection, key: GapKey, names: readonly string[] = []) => {
    if (wrong) gaps.push({ section, key, names })
  }
  const each = (section: PackSection, key: GapKey, names: readonly string[]) =>
    ask(names.length > 0, section, key, names)
  const has = (paper: AttachedPaper) => facts.attached.includes(paper)
  const { slots, people, costs } = facts
  const lost = (section: PackSection) =>
    facts.lostFiles.filter((file) => file.section === section).map(({ name }) => name)
  const visits = slots.filter(({ visit }) => visit)
  const spent = costs.filter(({ actual }) => actual > 0)

  ask(!has('REQUEST'), 'request', 'requestLetter')
  ask(facts.decisionNo === null, 'request', 'decisionNumber')
  ask(facts.approvedNo === null, 'approval', 'approvalNumber')
  ask(!has('APPROVAL'), 'approval', 'approvalDocument')
  ask(facts.objective === '', 'programme', 'objective')
  ask(slots.length === 0, 'programme', 'programme')
  each(
    'programme',
    'visitObjective',
    visits.flatMap(({ objective, title }) => (objective === null ? [title] : [])),
  )
  each(
    'programme',
    'visitHost',
    visits.flatMap(({ hostPerson, title }) => (hostPerson === null ? [title] : [])),
  )
  // A file that holds a tour programme alone was examined as public loss (Court of Accounts, 7th Chamber, 2024).
  ask(visits.length > 0 && !has('CONTENT'), 'programme', 'content')
  ask(people.length === 0, 'people', 'people')
  each(
    'people',
    'consent',
    people.flatMap(({ consent, name }) => (consent ? [] : [name])),
  )
  ask(facts.purgeOverdue, 'people', 'purge')
  each(
    'attendance',
    'attendance',
    slots.flatMap(({ lesson, marked, title }) => (lesson && !marked ? [title] : [])),
  )
  ask(slots.some(({ lesson }) => lesson) && !has('SIGNED_SHEET'), 'attendance', 'signedSheets')
  ask(!facts.certificateGroup, 'certificates', 'certificateGroup')
  each('certificates', 'certificateFile', lost('certificates'))
  const waiting = people.flatMap(({ name, enough, certified }) => (enough && !certified ? [name] : []))
  if (facts.certificateGroup) each('certificates', 'certificates', waiting)
  ask(costs.length === 0, 'costs', 'costs')
  each(
    'costs',
    'costDocument',
    spent.flatMap(({ documentNo, name }) => (documentNo === null ? [name] : [])),
  )
  ask(spent.length > 0 && !has('INVOICE'), 'costs', 'invoices')
  ask(facts.lessons === null, 'report', 'lessons')
  ask(facts.feedback === 0, 'report', 'feedback')
  ask(!has('PHOTO'), 'photos', 'photos')
  for (const section of packSections) if (section !== 'certificates') each(section, 'attachmentFile', lost(section))
  return gaps
}
