import { readSetting } from '../access/index.ts'
import type {
  DelegationParticipantTable,
  DelegationRequestTable,
  DelegationTable,
  SiteTable,
} from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import { formatDateRange } from '../kernel/date-range.ts'
import { formatLongDate } from '../kernel/dates.ts'
import { found } from '../kernel/errors.ts'
import { countryName } from './countries.ts'
import { hoursOf } from './day.handlers.ts'
import type { AttendedHours } from './day.rules.ts'
import * as files from './delegation.repository.ts'
import type { Counts } from './delegation.ts'
import { factsOf } from './facts.ts'
import type { DocumentLanguage } from './fields.ts'
import { toCost, toResource } from './logistics.handlers.ts'
import type { DelegationCost, Resource } from './logistics.ts'
import { paperWords } from './paper-words.ts'
import type { Participant } from './participant.ts'
import { toItem } from './programme.handlers.ts'
import { clock } from './programme.rules.ts'
import type { ProgrammeItem } from './programme.ts'
import { requestById } from './request.repository.ts'
import { allSites } from './site.repository.ts'

export { clock }

/** Everything the papers of one delegation are made of: one data entry for all of them. */
export type Dossier = {
  readonly file: DelegationTable
  readonly request: DelegationRequestTable
  readonly items: readonly ProgrammeItem[]
  readonly people: readonly Participant[]
  /** The same people as stored, for papers that need what is sealed. */
  readonly rows: readonly DelegationParticipantTable[]
  readonly resources: readonly Resource[]
  readonly costs: readonly DelegationCost[]
  readonly sites: ReadonlyMap<string, SiteTable>
  readonly hours: ReadonlyMap<string, AttendedHours>
  readonly counts: Counts
  readonly feedback: readonly { readonly date: string; readonly score: number; readonly comment: string | null }[]
  readonly institution: string
  readonly language: DocumentLanguage
  readonly now: string
}

/** Reads a delegation whole; `only` keeps the people whose papers are wanted. */
export async function openDossier(
  db: Reader,
  delegationId: string,
  language: DocumentLanguage,
  now: string,
  only?: readonly string[],
): Promise<Dossier> {
  const file = found(await files.delegationById(db, delegationId), 'delegation', delegationId)
  const { people, hours } = await hoursOf(db, file)
  const chosen = only === undefined ? people : people.filter(({ id }) => only.includes(id))
  const ids = new Set(chosen.map(({ id }) => id))
  const { counts } = await factsOf(db, file, now)
  return {
    file,
    request: found(await requestById(db, file.requestId), 'delegationRequest', file.requestId),
    items: (await files.itemsOf(db, file.id)).map(toItem),
    people: chosen,
    rows: (await files.participantsOf(db, file.id)).filter(({ id }) => ids.has(id)),
    resources: (await files.resourcesOf(db, file.id)).map(toResource),
    costs: (await files.costsOf(db, file.id)).map(toCost),
    sites: new Map((await allSites(db)).map((site) => [site.id, site])),
    hours: new Map(hours.map((one) => [one.participantId, one])),
    counts,
    feedback: await files.feedbackOf(db, file.id),
    institution: (await readSetting(db, 'institution')) ?? '',
    language,
    now,
  }
}

/** A title in the paper's language. */
export const titleOf = (one: { readonly titleTr: string; readonly titleEn: string }, language: DocumentLanguage) =>
  language === 'en' ? one.titleEn : one.titleTr

export const fullName = (person: Pick<Participant, 'givenNames' | 'surname'>): string =>
  `${person.givenNames} ${person.surname}`

/** `Dr Amina Wanjiru Mwangi`, as a letter addresses her. */
export const titledName = (person: Participant): string =>
  [person.details.title, fullName(person)].filter(Boolean).join(' ')

export const countryOfPerson = (person: Participant, language: DocumentLanguage): string =>
  countryName(person.nationality, language)

export const times = ({ startMinute, endMinute }: ProgrammeItem): string => `${clock(startMinute)}–${clock(endMinute)}`

/** Where a slot takes place. */
export function placeOf({ siteId, place }: ProgrammeItem, { sites, language }: Dossier): string {
  const site = siteId === null ? undefined : sites.get(siteId)
  return (site && (language === 'en' ? site.nameEn : site.nameTr)) ?? place ?? ''
}

const weekday = (date: string, language: DocumentLanguage): string =>
  new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`))

/** `25 Ocak 2027 Pazartesi`; `Monday, 25 January 2027`. */
export const dayName = (date: string, language: DocumentLanguage): string =>
  language === 'en'
    ? `${weekday(date, language)}, ${formatLongDate(date, language)}`
    : `${formatLongDate(date, language)} ${weekday(date, language)}`

/** Days of the programme, in order, with what they hold. */
export function daysOf(
  items: readonly ProgrammeItem[],
): readonly (readonly [date: string, items: readonly ProgrammeItem[]])[] {
  const byDate = new Map<string, ProgrammeItem[]>()
  for (const item of items) byDate.set(item.date, [...(byDate.get(item.date) ?? []), item])
  return [...byDate].sort(([a], [b]) => (a < b ? -1 : 1))
}

export const datesOf = ({ file, language }: Dossier): string => formatDateRange(file.fromDate, file.toDate, language)

export const wordsOf = ({ language }: Dossier) => paperWords[language]

export const resourcesOf = <K extends Resource['kind']>({ resources }: Dossier, kind: K) =>
  resources.filter((one): one is Extract<Resource, { kind: K }> => one.kind === kind)

/** What the frame of a paper of this delegation says. */
export const frameOf = (dossier: Dossier, title: string) => ({
  institution: dossier.institution,
  language: dossier.language,
  now: dossier.now,
  title,
  subtitle: titleOf(dossier.file, dossier.language),
})
