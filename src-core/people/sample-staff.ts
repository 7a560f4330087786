import type { EmploymentType, OwnColumns } from '../database/schema.ts'
import { fold } from '../kernel/turkish.ts'
import { mensNames, surnames, womensNames } from './sample-names.ts'
import { otherProfile, type Profile, profiles } from './sample-profiles.ts'
import { apportion, type Chance } from './sample-random.ts'
import type { SampleTitle, SampleUnit } from './sample-units.ts'
import { staffKeys } from './staff.rules.ts'
import type { EducationLevel } from './staff.ts'

export type SamplePerson = OwnColumns<'person'> & { readonly id: string }

type Draft = Omit<SamplePerson, 'id' | 'registryNo' | 'email' | 'searchKey' | 'sortKey'> & {
  /** Place of the title in the hierarchy, 1 at the top. */
  readonly level: number
  readonly hired: string
}

const education: Readonly<Record<number, readonly (readonly [EducationLevel, number])[]>> = {
  1: [
    ['bachelor', 4],
    ['master', 5],
    ['doctorate', 1],
  ],
  2: [
    ['bachelor', 5],
    ['master', 5],
    ['doctorate', 1],
  ],
  3: [
    ['bachelor', 6],
    ['master', 4],
  ],
  4: [
    ['associate', 1],
    ['bachelor', 8],
    ['master', 3],
  ],
  5: [
    ['highSchool', 4],
    ['associate', 5],
    ['bachelor', 5],
  ],
  6: [
    ['primary', 3],
    ['secondary', 3],
    ['highSchool', 5],
    ['associate', 1],
  ],
}

const dayLength = 86_400_000

const daysBefore = (today: string, days: number): string =>
  new Date(Date.parse(`${today}T00:00:00Z`) - days * dayLength).toISOString().slice(0, 10)

const profileOf = (unit: SampleUnit): Profile => profiles[unit.code.slice(0, 3)] ?? otherProfile

/** How many people each unit gets: departments by their profile, the head office a small part of it. */
function sizes(units: readonly SampleUnit[], people: number, chance: Chance): readonly number[] {
  const below = new Map<string, number>()
  for (const { parentId } of units) if (parentId) below.set(parentId, (below.get(parentId) ?? 0) + 1)
  const weights = units.map((unit) => {
    if (unit.kind === 'municipality') return 0
    if (unit.kind === 'generalSecretariat') return 0.04
    const profile = profileOf(unit)
    const children = below.get(unit.id) ?? 0
    if (unit.kind === 'department') return children > 0 ? profile.size * 0.06 : profile.size
    const siblings = (unit.kind === 'directorate' && unit.parentId && below.get(unit.parentId)) || 1
    return unit.kind === 'board' || unit.code === 'OKM'
      ? profile.size
      : ((profile.size * 0.94) / siblings) * (0.6 + 0.8 * chance.next())
  })
  return apportion(people, weights)
}

const headTitle = (unit: SampleUnit): string | null => {
  if (unit.kind === 'generalSecretariat') return unit.code === 'GS' ? 'U001' : 'U002'
  if (unit.kind === 'department') return 'U003'
  if (unit.code === 'TKB') return 'U004'
  return unit.kind === 'directorate' ? profileOf(unit).head : 'U009'
}

const titlesOf: Readonly<Record<EmploymentType, (profile: Profile) => readonly (readonly [string, number])[]>> = {
  OFFICER: (profile) => profile.officers,
  CONTRACTED: (profile) => profile.contracted,
  CANDIDATE_OFFICER: () => [['U035', 1]],
  WORKER: (profile) => profile.workers,
  COMPANY: (profile) => profile.company,
}

/** Days somebody has worked here: many for a few years, fewer for decades; candidates for a year and a half at most. */
function daysOfService(type: EmploymentType, level: number, chance: Chance): number {
  if (type === 'CANDIDATE_OFFICER') return 20 + chance.whole(520)
  const years = 34 * chance.next() ** (type === 'OFFICER' ? 1.3 : 2)
  return Math.floor(365.25 * Math.max(years, level <= 3 ? 9 + 6 * chance.next() : 0)) + 30
}

function draftOf(
  unit: SampleUnit,
  type: EmploymentType,
  title: SampleTitle,
  isHead: boolean,
  today: string,
  chance: Chance,
): Draft {
  const profile = profileOf(unit)
  const level = Number(title.level?.slice(1) ?? 5)
  const gender = chance.often(profile.women) ? 'F' : 'M'
  const names = gender === 'F' ? womensNames : mensNames
  const first = chance.one(names)
  const second = chance.often(0.14) ? chance.one(names) : first
  const surname = chance.one(surnames)
  const married = gender === 'F' && chance.often(0.05) ? chance.one(surnames) : surname
  const days = daysOfService(type, level, chance)
  const hired = daysBefore(today, days)
  const left = !isHead && days > 400 && chance.often(0.03)
  return {
    givenNames: first === second ? first : `${first} ${second}`,
    surname: surname === married ? surname : `${surname} ${married}`,
    employmentType: type,
    unitId: unit.id,
    titleId: title.id,
    position: null,
    gender,
    educationLevel: chance.weighted(education[level] ?? [['bachelor', 1]]),
    hireDate: hired,
    hired,
    phone: null,
    managerOverrideId: null,
    nationalIdSealed: null,
    disabilitySupportSealed: null,
    active: left ? 0 : 1,
    leaveDate: left ? daysBefore(today, chance.whole(360)) : null,
    lastImportId: null,
    level,
  }
}

/** Registry numbers rise with the day of hiring, within each employment type from the same beginning: they overlap. */
function registryNumbers(drafts: readonly Draft[], chance: Chance): readonly string[] {
  const numbers: string[] = new Array(drafts.length).fill('')
  const next = new Map<EmploymentType, number>()
  const order = drafts
    .map((draft, at) => [draft.hired, at] as const)
    .sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] - b[1]))
  for (const [, at] of order) {
    const type = drafts[at]?.employmentType ?? 'OFFICER'
    const number = (next.get(type) ?? 100) + 1 + chance.whole(type === 'COMPANY' ? 9 : 5)
    next.set(type, number)
    numbers[at] = String(number).padStart(type === 'COMPANY' ? 5 : 6, '0')
  }
  return numbers
}

/** `ayse.yilmaz2@belediye.example`; people who work outdoors mostly have none. */
function addresses(drafts: readonly Draft[], chance: Chance): readonly (string | null)[] {
  const taken = new Map<string, number>()
  return drafts.map(({ givenNames, surname, level }) => {
    if (chance.often(level >= 6 ? 0.75 : 0.02)) return null
    const name = fold(`${givenNames.split(' ')[0]}.${surname.split(' ').at(-1)}`)
    const count = (taken.get(name) ?? 0) + 1
    taken.set(name, count)
    return `${name}${count === 1 ? '' : count}@belediye.example`
  })
}

/** The staff of the sample units, in the order of the units; the first of each unit is its head. */
export function sampleStaff(
  units: readonly SampleUnit[],
  titles: readonly SampleTitle[],
  options: { readonly people: number; readonly today: string; readonly newId: () => string; readonly chance: Chance },
): readonly SamplePerson[] {
  const { today, chance } = options
  const byCode = new Map(titles.map((title) => [title.code, title]))
  const titleOf = (code: string): SampleTitle => {
    const title = byCode.get(code)
    if (!title) throw new Error(`titles.csv has no ${code}`)
    return title
  }
  const drafts: Draft[] = []
  sizes(units, options.people, chance).forEach((size, at) => {
    const unit = units[at]
    if (!unit) return
    const head = headTitle(unit)
    for (let place = 0; place < size; place++) {
      const isHead = place === 0 && head !== null
      const type = isHead ? 'OFFICER' : chance.weighted(profileOf(unit).types)
      const code = isHead && head ? head : chance.weighted(titlesOf[type](profileOf(unit)))
      drafts.push(draftOf(unit, type, titleOf(code), isHead, today, chance))
    }
  })
  const numbers = registryNumbers(drafts, chance)
  const emails = addresses(drafts, chance)
  return drafts.map(({ level: _, hired: __, ...draft }, at) => {
    const named = { ...draft, registryNo: numbers[at] ?? '', email: emails[at] ?? null }
    return { id: options.newId(), ...named, ...staffKeys(named) }
  })
}
