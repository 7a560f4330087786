import { expect, test } from 'vitest'
import type { Topic, TopicRow } from '../../../src-core/courses/topic.ts'
import { openSmallCatalogue, refusal, topicFields } from './small-catalogue.ts'

type Page = { readonly rows: readonly TopicRow[]; readonly total: number }
type Options = { readonly topics: readonly { readonly id: string; readonly name: string }[] }

test('a topic is read back as it was entered, halves of lesson hours included', async () => {
  const { run, advanced } = await openSmallCatalogue()
  const topic: Topic = await run('courses.getTopic', { id: advanced.id }, { as: ['AU'] })
  expect(topic).toMatchObject({ code: 'BİL-004', lessonHoursTenths: 185, lessonMinutes: 45, state: 'ACTIVE' })
  expect(topic.prerequisites.map((ref) => ref.code)).toEqual(['BİL-003'])
})

test('lesson hours come in halves and not finer', async () => {
  const { run } = await openSmallCatalogue()
  const quarter = topicFields({ code: 'X-1', name: 'Çeyrek', lessonHoursTenths: 12 })
  expect(await refusal(run('courses.addTopic', quarter))).toBe('INVALID_INPUT')
})

test('every spelling finds a topic: by name, code, and other wording', async () => {
  const { run, waste, excel } = await openSmallCatalogue()
  const find = async (search: string) => {
    const page: Page = await run('courses.listTopics', { search })
    return page.rows.map((row) => row.id)
  }
  expect(await find('atik SIFIR')).toEqual([waste.id])
  expect(await find('cev-002')).toEqual([waste.id])
  expect(await find('HESAP TABLOSU')).toEqual([excel.id])
})

test('the catalogue sorts categories and names as a Turkish dictionary does', async () => {
  const { run } = await openSmallCatalogue()
  const sorted = async (...columns: string[]) => {
    const page: Page = await run('courses.listTopics', { sort: columns.map((column) => ({ column })) })
    return page.rows.map((row) => row.code)
  }
  expect(await sorted('category', 'code')).toEqual(['BİL-003', 'BİL-004', 'ÇEV-002'])
  expect(await sorted('name')).toEqual(['ÇEV-002', 'BİL-004', 'BİL-003'])
})

test('codes and names that already mean another topic are refused in any spelling', async () => {
  const { run } = await openSmallCatalogue()
  const add = (code: string, name: string, aliases: string[] = []) =>
    refusal(run('courses.addTopic', topicFields({ code, name, aliases })))
  expect(await add('cev-002', 'Yeni')).toBe('topicCodeTaken')
  expect(await add('X-1', 'ileri duzey EXCEL')).toBe('topicNameTaken')
  expect(await add('X-1', 'hesap tablosu')).toBe('topicNameTaken')
  expect(await add('X-1', 'Yeni', ['microsoft excel temel'])).toBe('topicAliasTaken')
})

test('prerequisites that would go in a circle are refused with the way round', async () => {
  const { run, excel, advanced } = await openSmallCatalogue()
  const call = run('courses.changeTopic', { ...excel, fields: { prerequisites: [advanced.id] } })
  await expect(call).rejects.toMatchObject({
    data: { rule: 'prerequisiteCircle', details: { path: 'BİL-003 → BİL-004 → BİL-003' } },
  })
})

test('somebody else changing the topic first is noticed', async () => {
  const { run, excel } = await openSmallCatalogue()
  await run('courses.changeTopic', { ...excel, fields: { name: 'Excel' } })
  expect(await refusal(run('courses.changeTopic', { ...excel, fields: { name: 'Başka' } }))).toBe('CONFLICT')
})

test('aliases are added and taken away, and searching follows', async () => {
  const { run, excel } = await openSmallCatalogue()
  await run('courses.changeTopic', { ...excel, fields: { aliases: ['Tablo programı'] } })
  const topic: Topic = await run('courses.getTopic', { id: excel.id })
  expect(topic.aliases.map(({ text, source }) => [text, source])).toEqual([['Tablo programı', 'officer']])
  const gone: Page = await run('courses.listTopics', { search: 'hesap' })
  expect(gone.total).toBe(0)
})

test('the picker offers what begins with the text before what merely holds it', async () => {
  const { run } = await openSmallCatalogue()
  await run('courses.addTopic', topicFields({ code: 'BİL-009', name: 'Excel Makroları' }))
  const { topics }: Options = await run('courses.topicOptions', { search: 'excel' })
  expect(topics.map((topic) => topic.name)).toEqual(['Excel Makroları', 'İleri Düzey Excel', 'Microsoft Excel Temel'])
})

test('a retired topic is no longer offered, but stays where it is named', async () => {
  const { run, waste } = await openSmallCatalogue()
  await run('courses.retireTopic', { ...waste, supersededById: null }, { as: ['TM'] })
  const { topics }: Options = await run('courses.topicOptions', { search: 'atık' })
  expect(topics).toEqual([])
  const back: Topic = await run('courses.getTopic', { id: waste.id })
  expect(back.state).toBe('RETIRED')
  await run('courses.reactivateTopic', { id: waste.id, rowVersion: back.rowVersion })
  const again: Options = await run('courses.topicOptions', { search: 'atık' })
  expect(again.topics).toHaveLength(1)
})

test('a topic that others ask for can only be retired when another takes its place', async () => {
  const { run, excel, advanced, waste } = await openSmallCatalogue()
  expect(await refusal(run('courses.retireTopic', { ...excel, supersededById: null }))).toBe('topicIsPrerequisite')
  await run('courses.retireTopic', { ...excel, supersededById: waste.id })
  const asking: Topic = await run('courses.getTopic', { id: advanced.id })
  expect(asking.prerequisites.map((ref) => ref.id)).toEqual([waste.id])
})

test('the next free code follows the category', async () => {
  const { run } = await openSmallCatalogue()
  expect(await run('courses.proposeTopicCode', { category: 'çevre ve iklim' })).toEqual({ code: 'ÇEV-003' })
  expect(await run('courses.proposeTopicCode', { category: 'Zabıta' })).toEqual({ code: 'ZAB-001' })
})

test('only the training officer writes the catalogue, and everybody may read it', async () => {
  const { run } = await openSmallCatalogue()
  const fields = topicFields({ code: 'X-1', name: 'Yeni' })
  for (const role of ['SA', 'TM', 'CR', 'AU'] as const) {
    expect(await refusal(run('courses.addTopic', fields, { as: [role] }))).toBe('NOT_ALLOWED')
    expect(await refusal(run('courses.listTopics', {}, { as: [role] }))).toBe('not refused')
  }
})
