import { expect, test } from 'vitest'
import type { Holiday } from '../../../src-core/courses/holiday.ts'
import type { Provider } from '../../../src-core/courses/provider.ts'
import type { Room } from '../../../src-core/courses/room.ts'
import type { Topic, TopicRow } from '../../../src-core/courses/topic.ts'
import type { Trainer, TrainerRow } from '../../../src-core/courses/trainer.ts'
import { openTestAcademy } from '../academy.ts'
import { openSmallOffice } from '../people/small-office.ts'
import { check, commit, csv, findings, hand, sampleFile } from './lists.ts'
import { openSmallCatalogue, refusal } from './small-catalogue.ts'

test('a catalogue of 202 topics comes in with its codes, hours and a level that follows from them', async () => {
  const academy = await openTestAcademy()
  const handed = await hand(academy, 'topics', sampleFile('course-catalogue.csv'))
  const found = await check(academy, handed)
  expect(found.counts).toMatchObject({ rows: 202, new: 202, errors: 0 })
  // The file means difficulty by its level; each of its five words is named once.
  expect(found.issues.filter((issue) => issue.code === 'W35')).toHaveLength(5)
  expect(await commit(academy, handed)).toMatchObject({ created: 202, changed: 0 })
  const page: { rows: TopicRow[] } = await academy.run('courses.listTopics', { search: 'ISG-002' })
  expect(page.rows[0]).toMatchObject({ lessonHoursTenths: 120, level: 'TWO_DAY', category: 'İş Sağlığı ve Güvenliği' })
  expect((await check(academy, handed)).counts).toMatchObject({ same: 202, new: 0, changed: 0 })
})

test('the holidays of seven years come in day by day, eves as afternoons, calculated dates as such', async () => {
  const academy = await openTestAcademy()
  const handed = await hand(academy, 'holidays', sampleFile('holidays-tr-2024-2030.csv'))
  expect((await check(academy, handed)).counts).toMatchObject({ rows: 119, new: 119, errors: 0, warnings: 0 })
  await commit(academy, handed)
  const { holidays }: { holidays: Holiday[] } = await academy.run('courses.holidaysOfYear', { year: 2029 })
  expect(holidays.filter((holiday) => holiday.date === '2029-04-23')).toMatchObject([
    { kind: 'religious', half: 'pm', announced: false },
    { kind: 'public', half: 'none', announced: true },
  ])
})

test('an import is taken back whole', async () => {
  const academy = await openSmallCatalogue()
  const handed = await hand(
    academy,
    'topics',
    csv([
      ['Eğitim Kodu', 'Eğitim Konusu', 'Kategori', 'Ders Saati', 'Diğer Yazımlar'],
      ['BİL-003', 'Excel Temel Eğitimi', '', '12', 'Tablolama | Hesap çizelgesi'],
      ['BİL-020', 'Power BI', 'Bilgi Teknolojileri', '18,5', ''],
    ]),
  )
  const { batchId } = await commit(academy, handed)
  const changed: Topic = await academy.run('courses.getTopic', { id: academy.excel.id })
  expect(changed.aliases.map((alias) => alias.text)).toEqual(['Hesap çizelgesi', 'Hesap tablosu', 'Tablolama'])
  await academy.run('imports.undo', { batchId }, { as: ['TO'] })
  const back: Topic = await academy.run('courses.getTopic', { id: academy.excel.id })
  expect(back).toMatchObject({ name: 'Microsoft Excel Temel', lessonHoursTenths: 60 })
  expect(back.aliases.map((alias) => alias.text)).toEqual(['Hesap tablosu'])
  expect(await academy.run('courses.listTopics', {})).toMatchObject({ total: 3 })
})

test('topics without a code get the next one of their category, and known names are not added again', async () => {
  const academy = await openSmallCatalogue()
  const handed = await hand(
    academy,
    'topics',
    csv([
      ['Eğitimin Adı', 'Kategori', 'Süre (saat)'],
      ['Sera Gazı Envanteri', 'Çevre ve İklim', '6 saat'],
      ['İklim Eylem Planı', 'Çevre ve İklim', '12'],
      ['ATIK YÖNETİMİ ve sıfır atık', 'Çevre ve İklim', '6'],
      ['Hesap tablosu', 'Bilgi Teknolojileri', '6'],
    ]),
  )
  const found = await check(academy, handed)
  expect(found.counts).toMatchObject({ new: 2, errors: 0 })
  await commit(academy, handed)
  const page: { rows: TopicRow[] } = await academy.run('courses.listTopics', {
    sort: [{ column: 'code' }],
    search: 'cev',
  })
  expect(page.rows.map((row) => row.code)).toEqual(['ÇEV-002', 'ÇEV-003', 'ÇEV-004'])
})

test('every error of a catalogue is named by cell, and with one the file is refused as a whole', async () => {
  const academy = await openSmallCatalogue()
  const handed = await hand(
    academy,
    'topics',
    csv([
      ['Eğitim Kodu', 'Eğitim Konusu', 'Kategori', 'Ders Saati', 'Ön Koşul Konular', 'Diğer Yazımlar'],
      ['X-1', 'Yeni Konu', '', 'çok', '', ''],
      ['X-2', 'Başka Konu', 'Çevre', '6,3', '', ''],
      ['X-3', 'Microsoft Excel Temel', 'Çevre', '6', '', ''],
      ['X-4', 'Dördüncü', 'Çevre', '6', 'YOK-1', 'hesap tablosu'],
      ['BİL-003', 'Microsoft Excel Temel', '', '', 'BİL-004', ''],
      ['X-5', 'Beşinci', 'Çevre', '6', '', ''],
      ['X-5', 'Altıncı', 'Çevre', '6', '', ''],
    ]),
  )
  const found = await check(academy, handed)
  expect(findings(found).toSorted()).toEqual(
    ['E22 D2', 'E25 C2', 'E28 D3', 'E29 B8', 'E38 B4', 'E38 F5', 'E40 E6', 'W38 E5'].toSorted(),
  )
  expect(found.issues.find((issue) => issue.code === 'E38')?.message).toContain('Microsoft Excel Temel')
  expect(await refusal(commit(academy, handed))).toBe('listHasErrors')
  expect(await academy.run('courses.listTopics', {})).toMatchObject({ total: 3 })
  expect(await commit(academy, handed, { leaveOutErrors: true })).toMatchObject({ created: 1, leftOut: 6 })
})

test('a proposal gets its code from the catalogue that knows it', async () => {
  const academy = await openSmallCatalogue()
  const before = await hand(
    academy,
    'topics',
    csv([
      ['Eğitim Konusu', 'Kategori', 'Ders Saati', 'Konunun Durumu'],
      ['Drone Kullanımı', 'Bilgi Teknolojileri', '6', 'Öneri'],
    ]),
  )
  await commit(academy, before)
  const handed = await hand(
    academy,
    'topics',
    csv([
      ['Kod', 'Eğitim Konusu', 'Kategori', 'Ders Saati'],
      ['BİL-099', 'DRONE KULLANIMI', 'Bilgi Teknolojileri', '6'],
    ]),
  )
  expect(await commit(academy, handed)).toMatchObject({ created: 0, changed: 1 })
  const page: { rows: TopicRow[] } = await academy.run('courses.listTopics', { search: 'drone' })
  expect(page.rows).toMatchObject([{ code: 'BİL-099', state: 'ACTIVE' }])
})

test('trainers come in with topics by code or name, staff by registry number, fees as money', async () => {
  const academy = await openSmallOffice()
  await academy.run('courses.addTopic', {
    ...{ code: 'BİL-003', name: 'Microsoft Excel Temel', nameEn: null, category: 'Bilgi', level: 'ONE_DAY' },
    ...{ lessonHoursTenths: 60, lessonMinutes: 45, objectives: [], prerequisites: [], targetGroups: null },
    ...{ repeatMonths: null, legalBasis: null, defaultProviderId: null, defaultCertificateKind: 'NONE' },
    ...{ behaviours: [], aliases: ['Excel'] },
  })
  const handed = await hand(
    academy,
    'trainers',
    csv([
      ['Eğitmen', 'Sicil No', 'Kurumu', 'E-posta', 'Diller', 'Günlük Ücret', 'Verdiği Konular'],
      ['', '000123', '', '', 'Türkçe; İngilizce', '', 'excel'],
      [
        'Doç. Dr. Ümit Öz',
        '',
        'Yıldız Üniversitesi',
        'umit@uni.example',
        'tr',
        '7.500,50',
        'BİL-003 · Excel; Bilinmeyen',
      ],
      ['Bilinmeyen Kişi', '999999', '', 'yanlış', '', '', ''],
    ]),
  )
  const found = await check(academy, handed)
  expect(findings(found)).toEqual(expect.arrayContaining(['W38 G3', 'E12 B4']))
  await commit(academy, handed, { leaveOutErrors: true })
  const page: { rows: TrainerRow[] } = await academy.run('courses.listTrainers', { sort: [{ column: 'name' }] })
  expect(page.rows).toMatchObject([
    { name: 'Doç. Dr. Ümit Öz', kind: 'university', dailyFeeMinor: 750_050, topics: 1, registryNo: null },
    { name: 'Işık Şahin', kind: 'internal', registryNo: '000123', languages: ['tr', 'en'], topics: 1 },
  ])
})

test('rooms come in with hours, unit and equipment, and impossible hours are named', async () => {
  const academy = await openSmallOffice()
  const handed = await hand(
    academy,
    'rooms',
    csv([
      [
        'Salon Kodu',
        'Salon',
        'Bina',
        'Kapasite',
        'Donanım',
        'Engelli Erişimi',
        'Birim',
        'Açılış Saati',
        'Kapanış Saati',
      ],
      ['D-1', 'Mavi Salon', 'Merkez', '24', 'Projeksiyon, Ses düzeni', 'Var', 'Eğitim Şb. Md.', '9.00', '18:30'],
      ['D-2', 'Kırmızı Salon', 'Merkez', '24', '', '', 'Bilinmeyen Birim', '18:00', '09:00'],
      ['D-3', '', 'Merkez', 'yirmi', '', '', '', '', ''],
    ]),
  )
  expect(findings(await check(academy, handed)).toSorted()).toEqual(['E22 D4', 'E25 B4', 'E39 I3', 'W35 G3'].toSorted())
  await commit(academy, handed, { leaveOutErrors: true })
  const { rows }: { rows: Room[] } = await academy.run('courses.listRooms', {})
  expect(rows).toMatchObject([
    {
      code: 'D-1',
      equipment: ['Projeksiyon', 'Ses düzeni'],
      accessible: true,
      unitName: 'Eğitim Şube Müdürlüğü',
      bookableFrom: 540,
      bookableTo: 1110,
    },
  ])
})

test('providers come in with their contacts, and the kind decides about permission', async () => {
  const academy = await openTestAcademy()
  const handed = await hand(
    academy,
    'providers',
    csv([
      ['Kuruluş', 'Kuruluş Türü', 'Yetkili Kişi'],
      ['Kent Vakfı', 'Vakıf', 'Ayşe Ak, Müdür, ayse@vakif.example, 0212 000 00 00'],
      ['Belediyeler Birliği', 'Birlik', ''],
      ['Türü Yok', '', ''],
    ]),
  )
  expect(findings(await check(academy, handed))).toEqual(['E25 B4'])
  await commit(academy, handed, { leaveOutErrors: true })
  const { rows }: { rows: Provider[] } = await academy.run('courses.listProviders', { sort: [{ column: 'name' }] })
  expect(rows).toMatchObject([
    { name: 'Belediyeler Birliği', permissionRequired: false },
    {
      name: 'Kent Vakfı',
      permissionRequired: true,
      contacts: [{ name: 'Ayşe Ak', duty: 'Müdür', email: 'ayse@vakif.example', phone: '0212 000 00 00' }],
    },
  ])
})

test('a date that does not exist and a row without one are no holidays', async () => {
  const academy = await openTestAcademy()
  const handed = await hand(
    academy,
    'holidays',
    csv([
      ['Tarih', 'Tatil Adı', 'Gün Bölümü'],
      ['31.02.2027', 'Yok Günü', ''],
      ['19 Mayıs 2027', 'Gençlik ve Spor Bayramı', ''],
      ['15.05.2027', 'Kurban Bayramı Arifesi', ''],
      ['', 'Tarihsiz', ''],
    ]),
  )
  expect(findings(await check(academy, handed))).toEqual(['E21 A2', 'E25 A5'])
  await commit(academy, handed, { leaveOutErrors: true })
  const { holidays }: { holidays: Holiday[] } = await academy.run('courses.holidaysOfYear', { year: 2027 })
  expect(holidays.map(({ date, half, kind }) => [date, half, kind])).toEqual([
    ['2027-05-15', 'pm', 'religious'],
    ['2027-05-19', 'none', 'public'],
  ])
})

test('a file that changes nothing, or is no table, is said to be so', async () => {
  const academy = await openSmallCatalogue()
  const nothing = await hand(
    academy,
    'topics',
    csv([
      ['Eğitim Kodu', 'Eğitim Konusu'],
      ['BİL-003', 'Microsoft Excel Temel'],
    ]),
  )
  expect(await refusal(commit(academy, nothing))).toBe('listChangesNothing')
  const noTable = await hand(academy, 'rooms', csv([['merhaba'], ['dünya']]))
  expect(await refusal(commit(academy, noTable))).toBe('listUnreadable')
})

test('what is sealed of a trainer neither leaves nor comes with a list', async () => {
  const academy = await openSmallCatalogue()
  const trainer = {
    kind: 'freelance',
    personId: null,
    institution: null,
    email: null,
    phone: null,
    dailyFeeMinor: null,
  }
  const { id }: { id: string } = await academy.run('courses.addTrainer', {
    ...trainer,
    name: 'Ada Can',
    languages: [],
    topicIds: [],
  })
  const iban = 'TR33 0006 1005 1978 6457 8413 26'
  const { sealed }: { sealed: string } = await academy.run('courses.sealTrainerSecret', { secret: 'iban', text: iban })
  await academy.run('courses.setTrainerSecret', { id, rowVersion: 1, secret: 'iban', sealed })
  const file: File = await academy.run('courses.exportTrainers', { sort: [], filter: {}, search: '', language: 'tr' })
  expect(Buffer.from(await file.arrayBuffer()).toString('latin1')).not.toContain('0006')
  const handed = await hand(
    academy,
    'trainers',
    csv([
      ['Eğitmen', 'Telefon'],
      ['Ada Can', '555'],
    ]),
  )
  await commit(academy, handed)
  const after: Trainer = await academy.run('courses.getTrainer', { id })
  expect(after).toMatchObject({ phone: '555', iban: 'TR33 **** 1326' })
})
