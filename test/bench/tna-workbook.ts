import { type BareCell, bareXlsx } from './bare-xlsx.ts'

/** Someone who answers; by default people are made up, a bench may pass those of its own store. */
export type TnaPerson = { readonly registryNo: string; readonly name: string; readonly unitCode: string }

export type TnaOptions = {
  readonly rows?: number
  readonly cycle?: number
  readonly people?: readonly TnaPerson[]
  readonly topicCodes?: readonly string[]
  readonly seed?: number
}

export const tnaHeader = [
  'cycle',
  'unitCode',
  'registryNo',
  'name',
  'kind',
  'topicCode',
  'freeText',
  'reason',
  'urgency',
  'quarter',
  'managerPriority',
  'note',
  'requestedOn',
  'neededBy',
] as const

/**
 * The lines of a *long* need sheet, the same for the same options: registry numbers and codes with leading zeros,
 * Turkish names and texts with `&` and `<`, two date columns, one line in ten in the requester's own words.
 */
export function* tnaRows(options: TnaOptions = {}): Generator<BareCell[]> {
  const { rows = 100_000, cycle = 2027, seed = 2027 } = options
  const random = mulberry(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const people = options.people ?? tnaPeople(25_000)
  const topicCodes = options.topicCodes ?? Array.from({ length: 202 }, (_, i) => `K${String(i + 1).padStart(4, '0')}`)
  const requested = 46_357
  for (let i = 0; i < rows; i++) {
    const person = people[(i * 7919) % people.length] as TnaPerson
    const free = random() < 0.1
    const day = Math.floor(random() * 60)
    yield [
      cycle,
      person.unitCode,
      person.registryNo,
      person.name,
      free ? 'FREE' : 'CATALOGUE',
      free ? null : pick(topicCodes),
      free ? `${pick(subjects)} ${pick(matters)} ${pick(wishes)} (${i + 1})` : null,
      pick(reasons),
      1 + Math.floor(random() * 5),
      `${1 + Math.floor(random() * 4)}`,
      random() < 0.7 ? 1 + Math.floor(random() * 3) : null,
      random() < 0.3 ? `${pick(subjects)}: ${pick(wishes)} ${i % 9973}` : null,
      { serial: requested + day },
      { serial: requested + 90 + Math.floor(random() * 300) },
    ]
  }
}

/** `count` made-up staff of 135 units. */
export function tnaPeople(count: number, seed = 7): TnaPerson[] {
  const random = mulberry(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  return Array.from({ length: count }, (_, i) => ({
    registryNo: String(i * 3 + 17).padStart(8, '0'),
    name: `${pick(givenNames)} ${pick(surnames)}`,
    unitCode: String(1 + Math.floor(random() * 135)).padStart(4, '0'),
  }))
}

/** The workbook itself, as bytes: a header row and the lines. */
export function tnaWorkbook(options: TnaOptions = {}): Uint8Array {
  return bareXlsx(
    (function* () {
      yield tnaHeader
      yield* tnaRows(options)
    })(),
  )
}

/** Small, fast and the same everywhere; good enough to spread values, not for secrets. */
export function mulberry(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

const givenNames =
  'Ayşe Fatma Emine Hatice Zeynep Elif Meryem Şerife Sultan Hülya Özlem Çiğdem Gülşah İrem Işıl Mehmet Mustafa Ahmet Ali Hüseyin Hasan İbrahim İsmail Osman Yusuf Murat Ömer Ramazan Çağrı Özgür Iğdır Uğur'.split(
    ' ',
  )
const surnames =
  'Yılmaz Kaya Demir Çelik Şahin Yıldız Yıldırım Öztürk Aydın Özdemir Arslan Doğan Kılıç Aslan Çetin Kara Koç Kurt Özkan Şimşek Polat Özcan Korkmaz Çakır Erdoğan Güneş İnan Işık Öksüz Ünal'.split(
    ' ',
  )
const reasons = ['Yasal zorunluluk', 'Yeni görev', 'Performans', 'Yeni teknoloji', 'Kariyer', 'Stratejik hedef']
const subjects = [
  'Etkili iletişim',
  'İş sağlığı & güvenliği',
  'İmar mevzuatı',
  'Ağaç budama',
  'Sıfır atık',
  'Kamu ihale süreçleri',
  'Şikâyet yönetimi',
  'Coğrafi bilgi sistemleri',
  'Öfke kontrolü',
  'Yangın < 5 dk müdahale',
]
const matters = [
  'konusunda uygulamalı',
  'için başlangıç düzeyinde',
  'hakkında güncel',
  'üzerine iki günlük',
  'alanında ileri',
]
const wishes = [
  'eğitim istiyoruz',
  'bilgi yenileme gerekiyor',
  'yeni personel için şart',
  'müdürlüğümüzde ihtiyaç var',
  'çok acil değil',
]
