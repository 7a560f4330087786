import { expect, test } from 'vitest'
import { learnAliases, loadTopicDirectory, proposeTopics } from '../../../src-core/courses/index.ts'
import type { Topic } from '../../../src-core/courses/topic.ts'
import { createWriter } from '../../../src-core/database/writer.ts'
import { openSmallCatalogue, refusal, type SmallCatalogue, topicFields } from './small-catalogue.ts'

type Work = Parameters<typeof proposeTopics>[0]

/** Writes as an import would: in one transaction, with a writer of its own. */
async function written<T>({ academy }: SmallCatalogue, work: (write: Work) => Promise<T>): Promise<T> {
  const { store, columns } = academy.opened
  let at = 0
  return store.write(async (transaction) => {
    const { writer, finish } = createWriter({
      transaction,
      columns,
      commandId: 'test',
      actorId: 'test',
      now: '2026-12-15T07:00:00.000Z',
      origin: 'import',
      newId: () => `test-${String(at++).padStart(6, '0')}`,
    })
    const result = await work(writer)
    await finish()
    return result
  })
}

const read = (catalogue: SmallCatalogue, id: string): Promise<Topic> => catalogue.run('courses.getTopic', { id })

test('topics the catalogue lacks are proposed once, with a provisional code, and known ones are recognised', async () => {
  const catalogue = await openSmallCatalogue()
  const ids = await written(catalogue, (write) =>
    proposeTopics(write, ['Drone Kullanımı', 'DRONE  KULLANIMI', 'hesap tablosu', 'İşaret Dili']),
  )
  expect(ids.get('hesap tablosu')).toBe(catalogue.excel.id)
  expect(ids.get('Drone Kullanımı')).toBe(ids.get('DRONE  KULLANIMI'))
  const proposed = await read(catalogue, ids.get('Drone Kullanımı') ?? '')
  expect(proposed).toMatchObject({ state: 'PROPOSED', code: 'ÖNERİ-001', name: 'Drone Kullanımı' })
  expect((await read(catalogue, ids.get('İşaret Dili') ?? '')).code).toBe('ÖNERİ-002')
})

test('a proposal is accepted under a code and category of the catalogue, by the training manager too', async () => {
  const catalogue = await openSmallCatalogue()
  const ids = await written(catalogue, (write) => proposeTopics(write, ['Drone Kullanımı']))
  const proposed = await read(catalogue, ids.get('Drone Kullanımı') ?? '')
  const fields = topicFields({ code: 'BİL-010', name: 'Drone (İHA) Kullanımı', aliases: ['Drone Kullanımı'] })
  await catalogue.run('courses.acceptTopic', { id: proposed.id, rowVersion: 1, fields }, { as: ['TM'] })
  expect(await read(catalogue, proposed.id)).toMatchObject({ state: 'ACTIVE', code: 'BİL-010' })
  const again = { id: proposed.id, rowVersion: 2, fields }
  expect(await refusal(catalogue.run('courses.acceptTopic', again))).toBe('notProposed')
})

async function mergedProposal() {
  const catalogue = await openSmallCatalogue()
  const ids = await written(catalogue, (write) => proposeTopics(write, ['Excel eğitimi istiyoruz']))
  const proposed = await read(catalogue, ids.get('Excel eğitimi istiyoruz') ?? '')
  const merged: { commandId: string } = await catalogue.run('courses.mergeTopics', {
    id: proposed.id,
    rowVersion: proposed.rowVersion,
    intoId: catalogue.excel.id,
  })
  return { catalogue, proposed, commandId: merged.commandId }
}

test('a merged topic lives on as another wording of the one it became part of', async () => {
  const { catalogue, proposed } = await mergedProposal()
  const gone = await read(catalogue, proposed.id)
  expect(gone).toMatchObject({ state: 'RETIRED', supersededBy: { id: catalogue.excel.id } })
  const into = await read(catalogue, catalogue.excel.id)
  expect(into.aliases.map(({ text, source }) => [text, source])).toEqual([
    ['Excel eğitimi istiyoruz', 'merge'],
    ['Hesap tablosu', 'officer'],
  ])
  const ids = await written(catalogue, (write) => proposeTopics(write, ['EXCEL EĞİTİMİ istiyoruz']))
  expect([...ids.values()]).toEqual([catalogue.excel.id])
})

test('a merge is taken back exactly', async () => {
  const { catalogue, proposed, commandId } = await mergedProposal()
  const undone: { kept: number } = await catalogue.run('courses.undoTopicMerge', { commandId })
  expect(undone.kept).toBe(0)
  expect(await read(catalogue, proposed.id)).toMatchObject({ state: 'PROPOSED', supersededBy: null })
  const into = await read(catalogue, catalogue.excel.id)
  expect(into.aliases.map((alias) => alias.text)).toEqual(['Hesap tablosu'])
})

test('only a merge is taken back by the undo of merges', async () => {
  const catalogue = await openSmallCatalogue()
  expect(await refusal(catalogue.run('courses.undoTopicMerge', { commandId: 'unknown' }))).toBe('notAMerge')
})

test('trainers and prerequisites follow a merge, nobody twice', async () => {
  const catalogue = await openSmallCatalogue()
  const { run, excel, advanced, waste } = catalogue
  const trainer = (name: string, topicIds: string[]) =>
    run('courses.addTrainer', {
      kind: 'freelance',
      personId: null,
      name,
      institution: null,
      email: null,
      phone: null,
      languages: ['tr'],
      dailyFeeMinor: null,
      topicIds,
    })
  await trainer('Işık Yılmaz', [excel.id, waste.id])
  await trainer('Çağla Demir', [excel.id])
  const preview = await run('courses.previewTopicMerge', { id: excel.id, intoId: waste.id })
  expect(preview).toEqual({ needLines: 0, completedTrainings: 0, trainers: 2, aliases: 2, prerequisiteOf: 1 })
  await run('courses.mergeTopics', { ...excel, intoId: waste.id })
  const into = await read(catalogue, waste.id)
  expect(into.trainers.map((one) => one.name)).toEqual(['Çağla Demir', 'Işık Yılmaz'])
  expect((await read(catalogue, advanced.id)).prerequisites.map((ref) => ref.id)).toEqual([waste.id])
})

test('a topic is not merged into itself, a retired one, or a second time', async () => {
  const { run, excel, waste, advanced } = await openSmallCatalogue()
  const merge = (id: string, rowVersion: number, intoId: string) =>
    refusal(run('courses.mergeTopics', { id, rowVersion, intoId }))
  expect(await merge(waste.id, 1, waste.id)).toBe('mergeWithItself')
  expect(await merge(waste.id, 1, excel.id)).toBe('not refused')
  expect(await merge(advanced.id, 1, waste.id)).toBe('mergeIntoNotOffered')
  expect(await merge(waste.id, 2, excel.id)).toBe('alreadyMerged')
})

test('a learned wording never takes one away from another topic', async () => {
  const catalogue = await openSmallCatalogue()
  const learned = await written(catalogue, (write) =>
    learnAliases(write, catalogue.waste.id, ['Hesap Tablosu', 'İleri düzey excel', 'Sıfır atık'], 'merge'),
  )
  expect(learned).toBe(1)
  const directory = await catalogue.academy.opened.store.read(loadTopicDirectory)
  expect(directory.map((topic) => [topic.code, topic.aliases])).toEqual([
    ['BİL-003', ['Hesap tablosu']],
    ['BİL-004', []],
    ['ÇEV-002', ['Sıfır atık']],
  ])
})
