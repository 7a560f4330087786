import { expect, test } from 'vitest'
import type { Topic } from '../../../../src-core/courses/topic.ts'
import {
  newTopic,
  nextObjectiveCode,
  topicFields,
  topicProblems,
  valuesOf,
} from '../../../../src-renderer/features/courses/topic-form.ts'

const complete = { ...newTopic, code: 'BİL-001', name: 'Excel', category: 'Bilgi Teknolojileri' }

test('lines left empty in a form do not count', () => {
  const fields = topicFields({
    ...complete,
    behaviours: ['', ' Formül yazıyor ', ''],
    objectives: [
      { code: 'K1', verb: '', text: 'Tablo kurar' },
      { code: 'K2', verb: '', text: ' ' },
    ],
  })
  expect(fields.behaviours).toEqual(['Formül yazıyor'])
  expect(fields.objectives).toEqual([{ code: 'K1', verb: '', text: 'Tablo kurar' }])
  expect(fields.nameEn).toBeNull()
})

test('what is missing is said at its own field', () => {
  expect(Object.keys(topicProblems(newTopic)).sort()).toEqual(['category', 'code', 'name'])
  expect(topicProblems(complete)).toEqual({})
  expect(Object.keys(topicProblems({ ...complete, lessonHoursTenths: null, lessonMinutes: 5 }))).toEqual([
    'lessonHoursTenths',
    'lessonMinutes',
  ])
})

test('an objective never gets the code of another', () => {
  const objective = (code: string) => ({ code, verb: '', text: 'x' })
  expect(nextObjectiveCode([])).toBe('K1')
  expect(nextObjectiveCode([objective('K1'), objective('K3')])).toBe('K4')
  expect(nextObjectiveCode([objective('K2')])).toBe('K3')
})

const topic: Topic = {
  ...topicFields(complete),
  id: 'a',
  rowVersion: 1,
  state: 'PROPOSED',
  code: 'ÖNERİ-004',
  prerequisites: [],
  aliases: [{ id: 'b', text: 'Hesap tablosu', source: 'import' }],
  supersededBy: null,
  defaultProvider: null,
  trainers: [],
}

test('a provisional code is never offered as the code of the catalogue', () => {
  expect(valuesOf(topic).code).toBe('')
  expect(valuesOf({ ...topic, code: 'BİL-030' }).code).toBe('BİL-030')
})

test('a topic that is opened and saved unchanged stays as it is', () => {
  const values = valuesOf({ ...topic, code: 'BİL-030', behaviours: ['a', 'b'] })
  expect(topicFields(values)).toMatchObject({ code: 'BİL-030', behaviours: ['a', 'b'], aliases: ['Hesap tablosu'] })
})
