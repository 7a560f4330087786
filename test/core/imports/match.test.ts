import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isSameName, type PersonEntry, personMatcher, registryText } from '../../../src-core/imports/match-person.ts'
import { type TopicEntry, topicMatcher } from '../../../src-core/imports/match-topic.ts'
import { type UnitEntry, unitMatcher } from '../../../src-core/imports/match-unit.ts'
import { valueMatcher } from '../../../src-core/imports/match-value.ts'
import { upperTr } from '../../../src-core/kernel/turkish.ts'

const person = (
  id: string,
  registryNo: string,
  employmentType: string,
  name: string,
  unitId: string,
  active = true,
): PersonEntry => {
  const words = name.split(' ')
  return {
    id,
    registryNo,
    employmentType,
    givenNames: words.slice(0, -1).join(' '),
    surname: words.at(-1) ?? '',
    unitId,
    active,
  }
}

const staff = [
  person('p1', '00123', 'OFFICER', 'Ayşe Nur Yılmaz', 'FEN'),
  person('p2', '00123', 'WORKER', 'Ali Veli', 'FEN'),
  person('p3', '00200', 'OFFICER', 'Işık Çelik', 'FEN'),
  person('p4', '00201', 'OFFICER', 'Işık Çelik', 'ZAB'),
  person('p5', '4500', 'CONTRACTED', 'Can Ak', 'ZAB'),
  person('p6', '00300', 'OFFICER', 'Su Ak', 'ZAB', false),
  person('p7', '00301', 'OFFICER', 'Su Ak', 'ZAB'),
]
const people = personMatcher(staff)
const idOf = (query: Parameters<typeof people.match>[0]) => {
  const match = people.match(query)
  return match.kind === 'found' ? match.person.id : match.kind
}

describe('people', () => {
  test('are found by number and employment type, for numbers of the kinds overlap', () => {
    expect(idOf({ registryNo: '00123', employmentType: 'OFFICER' })).toBe('p1')
    expect(idOf({ registryNo: '00123', employmentType: 'WORKER' })).toBe('p2')
    expect(people.match({ registryNo: '00123' })).toMatchObject({ kind: 'ambiguous' })
    expect(idOf({ registryNo: '00123', name: 'YILMAZ AYŞE' })).toBe('p1')
    expect(people.match({ registryNo: '00200', employmentType: 'WORKER' })).toMatchObject({
      kind: 'unknown',
      near: [{ id: 'p3' }],
    })
  })

  test('are found when the file has dropped the zeros, and that is said', () => {
    expect(people.match({ registryNo: 200 })).toMatchObject({ kind: 'found', person: { id: 'p3' }, zerosLost: true })
    expect(people.match({ registryNo: '00200' })).toMatchObject({ zerosLost: false })
    expect(people.match({ registryNo: '004500' })).toMatchObject({ person: { id: 'p5' }, zerosLost: true })
  })

  test('numbers may carry spaces, an apostrophe or a decimal point', () => {
    for (const cell of ["'00200", ' 00 200 ', '00200.0', '\u00a000200']) expect(registryText(cell)).toBe('00200')
    expect(registryText(200)).toBe('200')
    expect(registryText('a-12')).toBe('A-12')
  })

  test('a name that is not of the number is noticed, a slip or a missing second name is not', () => {
    expect(people.match({ registryNo: '00200', name: 'Mehmet Öz' })).toMatchObject({ kind: 'found', nameDiffers: true })
    for (const name of ['Işık Çelik', 'ÇELİK, IŞIK', 'Isik Celik', 'Işık Çelk', null]) {
      expect(people.match({ registryNo: '00200', name })).toMatchObject({ nameDiffers: false })
    }
    expect(isSameName('Ayşe Yılmaz', 'Ayşe Nur Yılmaz')).toBe(true)
    expect(isSameName('Ayşe', 'Ayşe Nur Yılmaz')).toBe(false)
  })

  test('without a number are found by name and unit, else by name', () => {
    expect(people.match({ name: 'ışık çelik', unitId: 'ZAB' })).toMatchObject({
      by: 'nameAndUnit',
      person: { id: 'p4' },
    })
    expect(people.match({ name: 'CAN AK', unitId: 'FEN' })).toMatchObject({ by: 'name', person: { id: 'p5' } })
    expect(people.match({ name: 'Işık Çelik' })).toMatchObject({ kind: 'ambiguous' })
    expect(people.match({ name: 'Işık Çelik', unitId: 'BID' })).toMatchObject({ kind: 'ambiguous' })
  })

  test('who left give way to who is there', () => {
    expect(idOf({ name: 'Su Ak' })).toBe('p7')
    expect(idOf({ registryNo: '00300' })).toBe('p6')
  })

  test('who are not in the list are unknown, with the nearest names', () => {
    expect(people.match({ registryNo: '99999' })).toEqual({ kind: 'unknown', by: 'registryNo', near: [] })
    expect(people.match({ name: 'Cann Ak' })).toMatchObject({ kind: 'unknown', by: 'name', near: [{ id: 'p5' }] })
  })

  test('rows that name nobody are told apart from rows that name an unknown', () => {
    for (const name of ['anonymous', 'Anonim', '-', '', ' ', null])
      expect(people.match({ name })).toEqual({ kind: 'nobody' })
    expect(people.match({ registryNo: null, name: undefined })).toEqual({ kind: 'nobody' })
    expect(people.match({ registryNo: '-', name: 'Can Ak' })).toMatchObject({ person: { id: 'p5' } })
  })

  test('columns of numbers and names are recognised by the list', () => {
    expect(['00123', 123, 4500].every(people.isRegistryNo)).toBe(true)
    expect([null, '', 'Can Ak', 7].some(people.isRegistryNo)).toBe(false)
    expect(people.isName('AK Can')).toBe(true)
  })

  test('everybody is found by their own number, type and name, however written', () => {
    fc.assert(
      fc.property(fc.constantFrom(...staff), fc.boolean(), fc.boolean(), (one, upper, bare) => {
        const full = `${one.surname} ${one.givenNames}`
        const registryNo = bare ? Number(one.registryNo) : one.registryNo
        expect(idOf({ registryNo, employmentType: one.employmentType, name: upper ? upperTr(full) : full })).toBe(
          one.id,
        )
      }),
    )
  })
})

const unit = (code: string, nameTr: string, extra: Partial<UnitEntry> = {}): UnitEntry => ({
  id: code,
  code,
  nameTr,
  active: true,
  ...extra,
})

const unitList = [
  unit('FEN', 'Fen İşleri Dairesi Başkanlığı', { nameEn: 'Department of Public Works' }),
  unit('DES', 'Destek Hizmetleri Dairesi Başkanlığı'),
  unit('DES-01', 'Destek Hizmetleri Şube Müdürlüğü'),
  unit('IKE', 'İnsan Kaynakları ve Eğitim Dairesi Başkanlığı', { aliases: ['İK Daire'] }),
  unit('IKE-02', 'İnsan Kaynakları Şube Müdürlüğü'),
  unit('IKE-03', 'Eğitim Şube Müdürlüğü'),
  unit('ZAB-02', 'Anadolu Yakası Zabıta Şube Müdürlüğü'),
  unit('DRY-02', 'İstanbul Şehircilik Atölyesi Şube Müdürlüğü (İŞAT)'),
  unit('OKM', 'Özel Kalem Müdürlüğü'),
  unit('TKB', 'Teftiş Kurulu Başkanlığı'),
  unit('ESK', 'Yazı İşleri Müdürlüğü', { active: false }),
  unit('YIK-03', 'Yazı İşleri Şube Müdürlüğü'),
]
const units = unitMatcher(unitList)

describe('units', () => {
  test.each([
    ['FEN', 'FEN', 'code'],
    ['des-01', 'DES-01', 'code'],
    ['FEN İŞLERİ DAİRESİ BAŞKANLIĞI', 'FEN', 'name'],
    ['Department of Public Works', 'FEN', 'name'],
    ['İK daire', 'IKE', 'alias'],
    ['Fen İşleri DB', 'FEN', 'abbreviation'],
    ['Fen İşl. Dai. Bşk.', 'FEN', 'abbreviation'],
    ['Fen İşleri Daire Bşk.', 'FEN', 'abbreviation'],
    ['Fen İşleri D. Bşk.lığı', 'FEN', 'abbreviation'],
    ['Fen İşleri', 'FEN', 'abbreviation'],
    ['FEN İŞLERİ DAİRE BAŞKANLIĞI', 'FEN', 'abbreviation'],
    ['Destek Hizmetleri Müdürlüğü', 'DES-01', 'abbreviation'],
    ['Destek Hiz. Md.', 'DES-01', 'abbreviation'],
    ['Destek Hizmetleri Şb. Md.', 'DES-01', 'abbreviation'],
    ['Destek Hizm. Dai. Bşk.', 'DES', 'abbreviation'],
    ['İnsan Kaynakları & Eğitim Dairesi Bşk.', 'IKE', 'abbreviation'],
    ['İnsan Kaynakları Md', 'IKE-02', 'abbreviation'],
    ['İBB Eğitim Müdürlüğü', 'IKE-03', 'abbreviation'],
    ['İnsan Kaynakları ve Eğitim DB / Eğitim Md.', 'IKE-03', 'abbreviation'],
    ['Anadolu Yakası Zabıta Müd.', 'ZAB-02', 'abbreviation'],
    ['İstanbul Şehircilik Atölyesi', 'DRY-02', 'abbreviation'],
    ['İKEDB', 'IKE', 'abbreviation'],
    ['Özel Kalem', 'OKM', 'abbreviation'],
    ['Teftiş Kurulu Bşk.', 'TKB', 'abbreviation'],
  ])('%s is %s by %s', (text, code, by) => {
    expect(units.match(text)).toMatchObject({ kind: 'found', by, unit: { code } })
  })

  test('of one short name are not guessed', () => {
    expect(units.match('Destek Hizmetleri')).toMatchObject({
      kind: 'ambiguous',
      units: [{ code: 'DES' }, { code: 'DES-01' }],
    })
  })

  test('unknown come with the nearest names', () => {
    expect(units.match('Fen İşlri Daresi')).toMatchObject({ kind: 'unknown', near: [{ unit: { code: 'FEN' } }] })
    expect(units.match('Uzay Üssü')).toEqual({ kind: 'unknown', near: [] })
    expect(units.match(null)).toEqual({ kind: 'none' })
  })

  test('no longer in force give way to those in force', () => {
    expect(units.match('Yazı İşleri Md.')).toMatchObject({ unit: { code: 'YIK-03' } })
    expect(units.match('Yazı İşleri Müdürlüğü')).toMatchObject({ unit: { code: 'ESK' } })
  })

  test('are found by code and name in any case', () => {
    fc.assert(
      fc.property(fc.constantFrom(...unitList), fc.boolean(), (one, upper) => {
        for (const text of [one.code, one.nameTr]) {
          expect(units.match(upper ? upperTr(text) : text)).toMatchObject({ kind: 'found', unit: { code: one.code } })
        }
      }),
    )
  })

  test('no text breaks the look-up', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => typeof units.match(text).kind === 'string'))
  })
})

const topic = (code: string, nameTr: string, extra: Partial<TopicEntry> = {}): TopicEntry => ({
  id: code,
  code,
  nameTr,
  active: true,
  ...extra,
})

const topicList = [
  topic('BIL-003', 'Microsoft Excel Temel'),
  topic('BIL-004', 'Microsoft Excel İleri', {
    nameEn: 'Advanced Microsoft Excel',
    aliases: ['İleri Excel', 'Excel 2'],
  }),
  topic('ISG-006', 'Temel İlk Yardım Eğitimi'),
  topic('KIS-002', 'Zaman Yönetimi'),
  topic('ESK-001', 'Daktilo', { active: false }),
]
const topics = topicMatcher(topicList)

describe('topics', () => {
  test.each([
    ['BIL-004', 'BIL-004', 'code'],
    ['bil 004', 'BIL-004', 'code'],
    ['BİL004', 'BIL-004', 'code'],
    ['BIL-004 Excel ileri', 'BIL-004', 'code'],
    ['Excel ileri (BIL-004)', 'BIL-004', 'code'],
    ['MICROSOFT EXCEL İLERİ', 'BIL-004', 'name'],
    ['advanced microsoft excel', 'BIL-004', 'name'],
    ['ileri  excel', 'BIL-004', 'alias'],
    ['Zaman Yönetimi Eğitimi', 'KIS-002', 'name'],
    ['Temel İlk Yardım', 'ISG-006', 'name'],
    ['Daktilo', 'ESK-001', 'name'],
  ])('%s is %s by %s', (text, code, by) => {
    expect(topics.match(text)).toMatchObject({ kind: 'found', by, topic: { code } })
  })

  test('unknown come with the likeliest, active ones only', () => {
    expect(topics.match('Excell ileri')).toMatchObject({ kind: 'unknown', near: [{ topic: { code: 'BIL-004' } }] })
    expect(topics.match('Daktlo')).toMatchObject({ kind: 'unknown', near: [] })
    expect(topics.match('Arıcılık')).toEqual({ kind: 'unknown', text: 'Arıcılık', near: [] })
  })

  test('nothing is asked by an empty cell, a dash or yok', () => {
    for (const cell of [null, '', ' - ', 'yok', 'N/A']) expect(topics.match(cell)).toEqual({ kind: 'none' })
  })

  test('of one name are not guessed', () => {
    const twice = topicMatcher([topic('A-1', 'Etik'), topic('A-2', 'ETİK')])
    expect(twice.match('etik')).toMatchObject({ kind: 'ambiguous', topics: [{ code: 'A-1' }, { code: 'A-2' }] })
    expect(twice.match('A-2')).toMatchObject({ kind: 'found' })
  })
})

describe('values of a list', () => {
  const match = valueMatcher([
    { key: 'OFFICER', words: ['Memur', 'Officer', '657'] },
    { key: 'CONTRACTED', words: ['Sözleşmeli', 'Contracted', '5393/49'] },
  ])

  test('are found by key or word in any spelling', () => {
    for (const cell of ['memur', 'MEMUR ', 'officer', 'OFFICER', 657, '657'])
      expect(match(cell)).toEqual({ kind: 'found', key: 'OFFICER' })
    expect(match('sozlesmeli')).toEqual({ kind: 'found', key: 'CONTRACTED' })
    expect(match('5393 / 49')).toEqual({ kind: 'found', key: 'CONTRACTED' })
  })

  test('unknown come with the nearest word', () => {
    expect(match('Sözleşmli')).toMatchObject({ kind: 'unknown', near: [{ key: 'CONTRACTED', word: 'Sözleşmeli' }] })
    expect(match('stajyer')).toEqual({ kind: 'unknown', text: 'stajyer', near: [] })
    expect(match(null)).toEqual({ kind: 'none' })
  })
})
