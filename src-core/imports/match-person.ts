import type { Cell } from '../kernel/sheet.ts'
import { similarity } from '../kernel/similarity.ts'
import { similarityIndex } from '../kernel/similarity-index.ts'
import { fold } from '../kernel/turkish.ts'
import { textOf } from './cell-text.ts'

/** What matching needs of a member of staff. */
export type PersonEntry = {
  readonly id: string
  /** Text; zeros in front belong to it. Numbers of different employment types may be the same. */
  readonly registryNo: string
  readonly employmentType: string
  readonly givenNames: string
  readonly surname: string
  readonly unitId: string | null
  readonly active: boolean
}

/** What a row says about the person. Leave out what it does not say. */
type PersonQuery = {
  readonly registryNo?: Cell
  /** A key of the employment types, when the row or the sheet says it. */
  readonly employmentType?: string | null
  /** Given names and surname in any order. */
  readonly name?: string | null
  readonly unitId?: string | null
}

type PersonMatch<P extends PersonEntry = PersonEntry> =
  /** Found by number: `nameDiffers` when the row's name is another's, `zerosLost` when the file had dropped the zeros. */
  | {
      readonly kind: 'found'
      readonly by: 'registryNo'
      readonly person: P
      readonly nameDiffers: boolean
      readonly zerosLost: boolean
    }
  /** Found by name only; an officer has to confirm. */
  | {
      readonly kind: 'found'
      readonly by: 'nameAndUnit' | 'name'
      readonly person: P
      readonly nameDiffers: false
      readonly zerosLost: false
    }
  | { readonly kind: 'ambiguous'; readonly people: readonly P[] }
  /** Somebody is meant, but not found. `near` are people of nearly that name. */
  | { readonly kind: 'unknown'; readonly by: 'registryNo' | 'name'; readonly near: readonly P[] }
  /** The row names nobody. */
  | { readonly kind: 'nobody' }

export type PersonMatcher<P extends PersonEntry = PersonEntry> = {
  readonly match: (query: PersonQuery) => PersonMatch<P>
  /** Whether a cell holds a registry number of the staff list, for finding the column. */
  readonly isRegistryNo: (cell: Cell) => boolean
  /** Whether a cell holds the name of a member of staff, for finding the column. */
  readonly isName: (cell: Cell) => boolean
}

const nobodies = new Set(['', '-', '--', 'anonim', 'anonymous', 'isimsiz', 'yok', 'belirtilmedi', 'n a', 'none'])
const plainNumber = /^[0-9A-Z]*$/
const sameNameFrom = 0.75
const nearFrom = 0.6
const mostNear = 3

/** A registry number as it is compared: text without spaces, without the apostrophe or `.0` that programs add. */
export function registryText(cell: Cell | undefined): string {
  const text = textOf(cell)
  if (plainNumber.test(text)) return text
  return text.replace(/^['’]|\s|(?<=^\d+)\.0+$/g, '').toUpperCase()
}

const withoutZeros = (registryNo: string): string => registryNo.replace(/^0+(?=.)/, '')

const keys = new Map<string, string>()
const mostKeys = 60_000

/** The words of a name, folded and sorted, so that `YILMAZ, Ayşe` is `Ayşe Yılmaz`. */
function nameKey(name: string): string {
  let key = keys.get(name)
  if (key === undefined) {
    if (keys.size >= mostKeys) keys.clear()
    key = (fold(name).match(/[\p{L}\p{N}]+/gu) ?? []).sort().join(' ')
    keys.set(name, key)
  }
  return key
}

/** The same person may leave out a second given name or be written with a slip; another person is another. */
export function isSameName(a: string, b: string): boolean {
  const [keyA, keyB] = [nameKey(a), nameKey(b)]
  if (keyA === keyB) return true
  const [one, other] = [keyA.split(' '), keyB.split(' ')]
  const [few, many] = one.length <= other.length ? [one, other] : [other, one]
  if (few.length >= 2 && few.every((word) => many.includes(word))) return true
  return similarity(keyA, keyB) >= sameNameFrom
}

function listed<P>(people: readonly P[], key: (person: P) => string): ReadonlyMap<string, readonly P[]> {
  const map = new Map<string, P[]>()
  for (const person of people) {
    const list = map.get(key(person))
    if (list) list.push(person)
    else map.set(key(person), [person])
  }
  return map
}

/** A value made at its first use. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

const fullName = (person: PersonEntry): string => `${person.givenNames} ${person.surname}`

/** Narrows a list by a condition, unless nothing is left. */
const prefer = <P>(people: readonly P[], wanted: (person: P) => boolean): readonly P[] => {
  const some = people.filter(wanted)
  return some.length > 0 ? some : people
}

/**
 * Prepares the staff list for matching rows: by registry number and employment type, else by name and unit. Numbers
 * decide before names. Where several people share a number, the row's employment type, name and unit tell them apart.
 */
export function personMatcher<P extends PersonEntry>(people: readonly P[]): PersonMatcher<P> {
  const byNo = listed(people, (person) => registryText(person.registryNo))
  const fullNames = new Map(people.map((person) => [person, fullName(person)]))
  const isNamed = (person: P, name: string): boolean => {
    const full = fullNames.get(person) ?? ''
    return name === full || isSameName(name, full)
  }
  // Most files give numbers as they are; what only some of them need is made when it is first asked for.
  const byBareNo = once(() => listed(people, (person) => withoutZeros(registryText(person.registryNo))))
  const byName = once(() => listed(people, (person) => nameKey(fullName(person))))
  const names = once(() => similarityIndex(people.map((person) => ({ key: person, text: fullName(person) }))))
  const namedNear = (name: string): readonly P[] =>
    names()
      .best(name, mostNear, nearFrom)
      .map((match) => match.key)

  const byNumber = (text: string, query: PersonQuery): PersonMatch<P> => {
    const exact = byNo.get(text)
    const all = exact ?? byBareNo().get(withoutZeros(text))
    const name = query.name ?? ''
    const named = !nobodies.has(nameKey(name))
    if (!all) return { kind: 'unknown', by: 'registryNo', near: named ? namedNear(name) : [] }
    let some = all
    if (query.employmentType) some = some.filter((person) => person.employmentType === query.employmentType)
    if (some.length === 0) return { kind: 'unknown', by: 'registryNo', near: all }
    if (some.length > 1 && named) some = prefer(some, (person) => isNamed(person, name))
    if (some.length > 1 && query.unitId) some = prefer(some, (person) => person.unitId === query.unitId)
    if (some.length > 1) some = prefer(some, (person) => person.active)
    const [person] = some
    if (!person || some.length > 1) return { kind: 'ambiguous', people: some }
    const nameDiffers = named && !isNamed(person, name)
    return { kind: 'found', by: 'registryNo', person, nameDiffers, zerosLost: exact === undefined }
  }

  const byNames = (name: string, query: PersonQuery): PersonMatch<P> => {
    let some = byName().get(nameKey(name)) ?? []
    if (some.length === 0) return { kind: 'unknown', by: 'name', near: namedNear(name) }
    if (query.employmentType) some = prefer(some, (person) => person.employmentType === query.employmentType)
    const inUnit = query.unitId ? some.filter((person) => person.unitId === query.unitId) : []
    const candidates = prefer(inUnit.length > 0 ? inUnit : some, (person) => person.active)
    const [person] = candidates
    if (!person || candidates.length > 1) return { kind: 'ambiguous', people: candidates }
    return {
      kind: 'found',
      by: inUnit.length > 0 ? 'nameAndUnit' : 'name',
      person,
      nameDiffers: false,
      zerosLost: false,
    }
  }

  return {
    match: (query) => {
      const number = registryText(query.registryNo)
      if (!nobodies.has(number.toLowerCase())) return byNumber(number, query)
      const name = query.name ?? ''
      return nobodies.has(nameKey(name)) ? { kind: 'nobody' } : byNames(name, query)
    },
    isRegistryNo: (cell) => byBareNo().has(withoutZeros(registryText(cell))),
    isName: (cell) => typeof cell === 'string' && byName().has(nameKey(cell)),
  }
}
