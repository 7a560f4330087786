import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { fileSize, isAccepted } from '../../../src-renderer/ui/form/file-kinds.ts'
import { follow } from '../../../src-renderer/ui/form/follow.ts'
import { schemaProblems, serverProblems } from '../../../src-renderer/ui/form/problems.ts'
import { toNumber } from '../../../src-renderer/ui/form/to-number.ts'
import { remainingSeconds } from '../../../src-renderer/ui/work/remaining.ts'

describe('what is wrong with a form', () => {
  const schema = z.object({
    name: z.string().min(2).max(10),
    code: z.string().min(1),
    email: z.email(),
    hours: z.number().min(1).max(40),
    kind: z.enum(['A', 'B']),
  })
  const good = { name: 'Ayşe', code: 'X', email: 'a@ibb.gov.tr', hours: 6, kind: 'A' }

  test('is nothing when the operation would take it', () => {
    expect(schemaProblems(schema, good)).toEqual({})
  })

  test('is said field by field', () => {
    const bad = { name: 'A', code: '', email: 'ibb', hours: 60, kind: 'C' }
    expect(schemaProblems(schema, bad)).toEqual({
      name: { key: 'common:form.tooShort', values: { count: 2 } },
      code: { key: 'common:form.required' },
      email: { key: 'common:form.email' },
      hours: { key: 'common:form.tooBig', values: { limit: 40 } },
      kind: { key: 'common:form.choose' },
    })
  })

  test('is that it is missing, where nothing was typed', () => {
    expect(schemaProblems(schema, { ...good, hours: null })).toEqual({ hours: { key: 'common:form.required' } })
  })

  test('comes from the service to the field it names', () => {
    const refusal = { code: 'INVALID_INPUT', data: { issues: [{ path: 'unit.name', problem: 'too_small' }] } }
    expect(serverProblems(refusal)).toEqual({ unit: { key: 'common:form.required' } })
    expect(serverProblems({ code: 'CONFLICT', data: {} })).toEqual({})
    expect(serverProblems(new Error('broken'))).toEqual({})
  })
})

describe('a form whose record changes while it is open', () => {
  const stored = { name: 'A', rooms: ['1'], note: '' }

  test('is left alone while nothing it shows has changed', () => {
    expect(follow({ ...stored, note: 'typed' }, stored, { ...stored, rooms: ['1'] })).toBeUndefined()
  })

  test('takes what is new into fields that nobody typed in', () => {
    const typed = { ...stored, note: 'typed' }
    expect(follow(typed, stored, { name: 'B', rooms: ['2'], note: '' })).toEqual({
      values: { name: 'B', rooms: ['2'], note: 'typed' },
      clashing: [],
    })
  })

  test('keeps what was typed and names the field', () => {
    const typed = { ...stored, name: 'mine' }
    expect(follow(typed, stored, { ...stored, name: 'theirs' })).toEqual({ values: typed, clashing: ['name'] })
    expect(follow(typed, stored, typed)).toEqual({ values: typed, clashing: [] })
  })

  test('takes what the service made of the values it was sent', () => {
    const sent = { ...stored, name: ' mine ' }
    expect(follow(sent, stored, { ...stored, name: 'mine' }, sent)).toEqual({
      values: { ...stored, name: 'mine' },
      clashing: [],
    })
  })
})

test('a number is taken also while its last zero is being typed', () => {
  expect(toNumber('1234.50')).toBe(1234.5)
  expect(toNumber(7)).toBe(7)
  expect(toNumber('')).toBeNull()
  expect(toNumber('-')).toBeNull()
})

describe('a file', () => {
  test('is known by its ending, in capitals too', () => {
    expect(isAccepted('Fen İşleri.XLSX', '.xlsx, .csv')).toBe(true)
    expect(isAccepted('Fen İşleri.xlsx.exe', '.xlsx,.csv')).toBe(false)
    expect(isAccepted('anything', '')).toBe(true)
  })

  test('has a size that can be read', () => {
    expect(fileSize(512, 'tr')).toBe('512 B')
    expect(fileSize(1_500_000, 'tr')).toBe('1,4 MB')
    expect(fileSize(1_500_000, 'en')).toBe('1.4 MB')
    expect(fileSize(0, 'tr')).toBe('0 B')
  })
})

describe('the time that work still needs', () => {
  test('follows from its pace', () => {
    expect(remainingSeconds(250, 1000, 10_000)).toBe(30)
  })

  test('is not guessed too early, for an unknown total, or at the end', () => {
    expect(remainingSeconds(250, 1000, 1000)).toBeUndefined()
    expect(remainingSeconds(10, 1000, 10_000)).toBeUndefined()
    expect(remainingSeconds(250, 0, 10_000)).toBeUndefined()
    expect(remainingSeconds(1000, 1000, 10_000)).toBeUndefined()
  })
})
