import { fold } from '../kernel/turkish.ts'
import type { ListCells } from '../people/index.ts'
import { certificateMatcher, levelMatcher, topicStateMatcher } from './list-words.ts'
import { itemsIn, missing, numberIn } from './record-cells.ts'
import { type Line, onlySaid } from './record-list.ts'
import { tidyAliases } from './topic.rules.ts'
import { objectiveOf, type TopicLine } from './topic-line.ts'

const mostBehaviours = 3

/** Reads the rows of a catalogue. `isKnown` tells whether a code belongs to the catalogue or the file. */
export function topicReader(isKnown: (code: string) => boolean): (cells: ListCells) => Line<TopicLine> {
  const level = levelMatcher()
  const certificate = certificateMatcher()
  const state = topicStateMatcher()
  const notUnderstood = new Set<string>()

  const levelIn = (cells: ListCells): TopicLine['level'] | null => {
    const match = level(cells.cell('topicLevel'))
    if (match.kind === 'found') return match.key
    // Catalogues often mean the difficulty by their level: said once, and the level follows from the hours.
    if (match.kind === 'unknown' && !notUnderstood.has(fold(match.text))) {
      notUnderstood.add(fold(match.text))
      cells.say('W35', 'topicLevel', { field: 'topicLevel', text: match.text })
    }
    return null
  }

  const prerequisitesIn = (cells: ListCells): readonly string[] | null => {
    const items = itemsIn(cells, 'prerequisites')
    if (!items) return null
    // People write the name behind the code.
    const codes = items.map((item) => item.split(/\s+[·–-]\s+/)[0] ?? item)
    for (const code of codes) {
      if (!isKnown(code)) cells.say('W38', 'prerequisites', { field: 'prerequisites', text: code })
    }
    return codes.filter(isKnown)
  }

  return (cells) => {
    const code = cells.limited('topicCode', 24)
    const name = cells.limited('topic', 200)
    if (!name && !code) missing(cells, 'topic')
    const hours = numberIn(cells, 'lessonHours', { least: 0.5, most: 999.5, step: 0.5 })
    const aliases = itemsIn(cells, 'aliases')
    const said = onlySaid<TopicLine>({
      code,
      name,
      nameEn: cells.limited('nameEn', 200),
      category: cells.limited('category', 100),
      level: levelIn(cells),
      lessonHoursTenths: hours === null ? null : Math.round(hours * 10),
      lessonMinutes: numberIn(cells, 'lessonMinutes', { least: 20, most: 120 }),
      targetGroups: cells.limited('targetGroups', 500),
      repeatMonths: numberIn(cells, 'repeatMonths', { least: 1, most: 240 }),
      legalBasis: cells.limited('legalBasis', 500),
      defaultCertificateKind: cells.choice('certificateKind', certificate),
      prerequisites: prerequisitesIn(cells),
      objectives: itemsIn(cells, 'objectives')?.map(objectiveOf),
      behaviours: itemsIn(cells, 'behaviours')?.slice(0, mostBehaviours),
      aliases: aliases && [...tidyAliases(name ?? '', aliases)],
      state: cells.choice('topicState', state),
    })
    const key = code ?? name
    return { key: key === null ? null : fold(key), name: name ?? code ?? '', said }
  }
}
