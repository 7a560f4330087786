import { isSameName } from '../imports/index.ts'
import { fold } from '../kernel/turkish.ts'
import { fullName, type ListCells, type StaffEntry } from '../people/index.ts'
import { languageMatcher, trainerKindMatcher, yesNoMatcher } from './list-words.ts'
import { emailIn, itemsIn, missing, numberIn, yesAsFlag } from './record-cells.ts'
import { type Line, onlySaid } from './record-list.ts'
import type { TopicEntry } from './topic.ts'
import type { TrainerFields } from './trainer.ts'

/** A trainer in the terms of a sheet. */
export type TrainerLine = TrainerFields & { readonly active: boolean }

const largestFee = 100_000_000

/** The topic an item means: by code, also with the name behind it, by name or by another wording. */
export function topicFinder(topics: readonly TopicEntry[]): (text: string) => string | undefined {
  const ids = new Map<string, string>()
  const offered = topics.filter((topic) => topic.state === 'ACTIVE')
  for (const topic of offered) for (const alias of topic.aliases) ids.set(fold(alias), topic.id)
  for (const topic of offered) ids.set(fold(topic.name), topic.id)
  for (const topic of offered) ids.set(fold(topic.code), topic.id)
  return (text) => ids.get(fold(text)) ?? ids.get(fold(text.split(/\s+[·–-]\s+/)[0] ?? ''))
}

/** Reads the rows of a list of trainers; staff is found by registry number, topics by `findTopic`. */
export function trainerReader(people: readonly StaffEntry[], findTopic: (text: string) => string | undefined) {
  const kinds = trainerKindMatcher()
  const language = languageMatcher()
  const yesNo = yesNoMatcher()
  const byRegistry = Map.groupBy(people, (person) => fold(person.registryNo))

  const personIn = (cells: ListCells): StaffEntry | null => {
    const registryNo = cells.text('registryNo')
    if (registryNo === '') return null
    const found = byRegistry.get(fold(registryNo)) ?? []
    // Registry numbers are unique within an employment type only; the name beside it tells who is meant.
    const named = found.filter((person) => isSameName(fullName(person), cells.text('trainer')))
    const candidates = named.length > 0 ? named : found
    const working = candidates.filter((person) => person.active)
    const fitting = working.length > 0 ? working : candidates
    if (fitting.length === 0) cells.say('E12', 'registryNo', { registryNo })
    else if (fitting.length > 1) cells.say('E13', 'registryNo', { text: registryNo, count: fitting.length })
    return fitting.length === 1 ? (fitting[0] ?? null) : null
  }

  const listed = <T>(cells: ListCells, field: 'languages' | 'trainerTopics', find: (item: string) => T | undefined) => {
    const items = itemsIn(cells, field)?.flatMap((item) => (find(item) === undefined ? item.split(/\s*,\s*/) : [item]))
    if (!items) return null
    const found = items.flatMap((item) => {
      const value = find(item)
      if (value === undefined) cells.say('W38', field, { field, text: item })
      return value === undefined ? [] : [value]
    })
    return found.length > 0 ? [...new Set(found)] : null
  }

  return (cells: ListCells): Line<TrainerLine> => {
    const person = personIn(cells)
    const name = cells.limited('trainer', 200)
    if (!name && !person) missing(cells, 'trainer')
    const fee = numberIn(cells, 'dailyFee', { least: 0, most: largestFee, step: 0.01 })
    const said = onlySaid<TrainerLine>({
      kind: person ? 'internal' : cells.choice('trainerKind', kinds),
      personId: person?.id,
      name: person ? fullName(person) : name,
      institution: person ? null : cells.limited('institution', 200),
      email: emailIn(cells),
      phone: cells.limited('phone', 40),
      languages: listed(cells, 'languages', (item) => {
        const match = language(item)
        return match.kind === 'found' ? match.key : undefined
      }),
      dailyFeeMinor: fee === null ? null : Math.round(fee * 100),
      topicIds: listed(cells, 'trainerTopics', findTopic),
      active: yesAsFlag(cells.choice('active', yesNo)),
    })
    const key = person?.id ?? (said.name ? fold(`${said.name} ${said.institution ?? ''}`) : null)
    return { key, name: said.name ?? '', said }
  }
}
