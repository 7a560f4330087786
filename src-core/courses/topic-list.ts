import type { Reader } from '../database/store.ts'
import { fold } from '../kernel/turkish.ts'
import type { ListCells, ReadSheet } from '../people/index.ts'
import { nextCode } from './category.rules.ts'
import { missing } from './record-cells.ts'
import { analyseRecords, type Line, type ListAnalysis, type RecordList } from './record-list.ts'
import { isProposalCode, levelForHours, nameClash, prerequisiteCycle } from './topic.rules.ts'
import { entryOf, showTopicPart, type TopicLine, topicColumnNames } from './topic-line.ts'
import { topicReader } from './topic-list.reader.ts'
import { loadStandingTopics, type StandingTopic } from './topic-list.repository.ts'
import type { Language } from './words.ts'

const standardMinutes = 45

/** What a catalogue in a workbook adds and changes. A topic is known by its code, else by its name or another wording. */
export async function analyseTopicList(
  sheet: ReadSheet,
  db: Reader,
  language: Language,
): Promise<ListAnalysis<TopicLine>> {
  const catalogue = catalogueOf(await loadStandingTopics(db))
  const read = topicReader((code) => catalogue.names.has(fold(code)) || codesIn(sheet).has(fold(code)))
  return analyseRecords<TopicLine>(sheet, {
    keyField: 'topic',
    columns: topicColumnNames,
    read,
    find: ({ said }) => catalogue.find(said),
    merge,
    complete: (line, cells) => complete(line, cells, catalogue.taken),
    check: catalogue.check,
    accept: catalogue.accept,
    show: (field, value) => showTopicPart(field, value, language),
  })
}

/** Codes that the file itself gives; a prerequisite may stand further down. */
function codesIn(sheet: ReadSheet): ReadonlySet<string> {
  const column = sheet.seen.proposal?.resolved.fields.get('topicCode')
  if (column === undefined) return new Set()
  return new Set(sheet.rows.map((row) => fold(String(row.cells[column] ?? ''))).filter(Boolean))
}

/** The catalogue as it stands and as the rows taken so far would make it. */
function catalogueOf(standing: readonly StandingTopic[]) {
  const byCode = new Map(standing.map((topic) => [fold(topic.fields.code), topic]))
  const byWording = new Map<string, StandingTopic>()
  for (const topic of standing) for (const text of topic.fields.aliases) byWording.set(fold(text), topic)
  for (const topic of standing) if (topic.fields.state !== 'RETIRED') byWording.set(fold(topic.name), topic)
  const directory = new Map(standing.map((topic) => [topic.id, entryOf(topic)]))
  const before = new Map(standing.map(({ fields }) => [fold(fields.code), fields.prerequisites.map(fold)]))
  const names = new Map(standing.map(({ fields }) => [fold(fields.code), fields.code]))
  const taken: { code: string; category: string }[] = standing.map(({ fields }) => fields)

  const find = (said: Partial<TopicLine>): StandingTopic | undefined => {
    const known = said.code ? byCode.get(fold(said.code)) : undefined
    if (known) return known
    const named = byWording.get(fold(said.name ?? ''))
    // Another code for a known name is another topic, unless the known one still waits for its code.
    return named && (!said.code || named.fields.state === 'PROPOSED') ? named : undefined
  }

  const check: RecordList<TopicLine>['check'] = (fields, id, cells) => {
    const clash = nameClash({ ...fields, id: id ?? '' }, [...directory.values()])
    if (clash) {
      const column = ({ code: 'topicCode', name: 'topic', alias: 'aliases' } as const)[clash.kind]
      const { code: known, name } = clash.with
      cells.say('E38', column, {
        field: column,
        text: clash.text,
        name: isProposalCode(known) ? name : `${known} ${name}`,
      })
    }
    const code = fold(fields.code)
    const circle = prerequisiteCycle(code, fields.prerequisites.map(fold), before)
    if (circle) {
      cells.say('E40', 'prerequisites', { path: circle.map((one) => names.get(one) ?? fields.code).join(' → ') })
    }
    const asking = [...before].filter(([, wanted]) => wanted.includes(code)).map(([one]) => names.get(one) ?? one)
    if (fields.state === 'RETIRED' && asking.length > 0) {
      cells.say('E42', 'topicState', { name: fields.name, topics: asking.join(', ') })
    }
  }

  const accept: RecordList<TopicLine>['accept'] = (fields, id) => {
    const key = id ?? `new ${fields.code}`
    directory.set(key, entryOf({ id: key, fields }))
    before.set(fold(fields.code), fields.prerequisites.map(fold))
    names.set(fold(fields.code), fields.code)
    taken.push(fields)
  }

  return { names, taken, find, check, accept }
}

/** Other wordings are only ever added; a proposal that gets a code of the catalogue is accepted by it. */
function merge(standing: TopicLine, said: Partial<TopicLine>): Partial<TopicLine> {
  const { aliases, state, ...rest } = said
  const known = new Set([...standing.aliases, standing.name].map(fold))
  const fresh = aliases?.filter((text) => !known.has(fold(text))) ?? []
  const accepted = standing.state === 'PROPOSED' && rest.code !== undefined && fold(rest.code) !== fold(standing.code)
  const next = accepted ? 'ACTIVE' : state === 'PROPOSED' ? undefined : state
  return {
    ...rest,
    ...(fresh.length > 0 && { aliases: [...standing.aliases, ...fresh] }),
    ...(next && { state: next }),
  }
}

function complete(
  { said }: Line<TopicLine>,
  cells: ListCells,
  taken: readonly { readonly code: string; readonly category: string }[],
): TopicLine | null {
  if (!said.name) missing(cells, 'topic')
  if (!said.category) missing(cells, 'category')
  if (said.lessonHoursTenths === undefined) missing(cells, 'lessonHours')
  const { name, category, lessonHoursTenths } = said
  if (!name || !category || lessonHoursTenths === undefined) return null
  return {
    nameEn: null,
    level: levelForHours(lessonHoursTenths),
    lessonMinutes: standardMinutes,
    targetGroups: null,
    repeatMonths: null,
    legalBasis: null,
    defaultCertificateKind: 'PARTICIPATION',
    prerequisites: [],
    objectives: [],
    behaviours: [],
    aliases: [],
    state: 'ACTIVE',
    ...said,
    name,
    category,
    lessonHoursTenths,
    code: said.code ?? nextCode(category, taken),
  }
}
