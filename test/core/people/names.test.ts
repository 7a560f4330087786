import { expect, test } from 'vitest'
import { freeTitleCodes } from '../../../src-core/people/staff-list.write.ts'
import { properName, saysSameName, splitName } from '../../../src-core/people/staff-names.ts'

test.each([
  ['Ayşe Yılmaz', 'Ayşe', 'Yılmaz'],
  ['Ayşe Nur Yılmaz', 'Ayşe Nur', 'Yılmaz'],
  ['Ayşe YILMAZ', 'Ayşe', 'Yılmaz'],
  ['Ayşe YILMAZ KAYA', 'Ayşe', 'Yılmaz Kaya'],
  ['YILMAZ Ayşe', 'Ayşe', 'Yılmaz'],
  ['YILMAZ KAYA Ayşe Nur', 'Ayşe Nur', 'Yılmaz Kaya'],
  ['Yılmaz, Ayşe Nur', 'Ayşe Nur', 'Yılmaz'],
  ['AYŞE NUR YILMAZ', 'Ayşe Nur', 'Yılmaz'],
  ['ışık şahin', 'Işık', 'Şahin'],
  ['İBRAHİM IŞIK', 'İbrahim', 'Işık'],
])('%s is taken apart', (text, givenNames, surname) => {
  expect(splitName(text)).toEqual({ givenNames, surname })
})

test('a single word is no full name', () => {
  expect(splitName('Ayşe')).toBeNull()
})

test('a name in mixed letters stays as it is written', () => {
  for (const name of ['McDonald', 'D’Angelo', 'van Dijk', 'Şule']) expect(properName(name)).toBe(name)
})

test('capitals and lost Turkish letters do not change a name on record', () => {
  expect(saysSameName('Işık', 'IŞIK')).toBe(true)
  expect(saysSameName('Işık', 'ISIK')).toBe(true)
  expect(saysSameName('İpek', 'Ipek')).toBe(true)
})

test('Turkish letters that the record lacks are a correction', () => {
  expect(saysSameName('Isik', 'Işık')).toBe(false)
  expect(saysSameName('Işık', 'Işıl')).toBe(false)
})

test('new titles get the codes after those that are there', () => {
  const next = freeTitleCodes(['U001', 'U111', 'U028', 'X-9', 'serbest'])
  expect([next(), next()]).toEqual(['U112', 'U113'])
  expect(freeTitleCodes([])()).toBe('U001')
})
