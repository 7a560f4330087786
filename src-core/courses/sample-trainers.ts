import type { OwnColumns } from '../database/schema.ts'
import { fold } from '../kernel/turkish.ts'
import { type Chance, mensNames, surnames, womensNames } from '../people/index.ts'
import { changeAvailability, type Span } from './availability.rules.ts'
import type { SampleTopic } from './sample-topics.ts'
import { trainerColumns } from './trainer.handlers.ts'
import type { TrainerFields } from './trainer.ts'

export type SampleTrainer = OwnColumns<'trainer'> & { readonly id: string }

/** What an internal trainer is taken from. */
export type SampleStaff = {
  readonly id: string
  readonly givenNames: string
  readonly surname: string
  readonly email: string | null
  readonly phone: string | null
  readonly unitCode: string
}

/** Prefixes of the topics that people of a department give, by the letters its unit codes begin with. */
const subjects: Readonly<Record<string, readonly string[]>> = {
  IKE: ['ADY', 'KIS', 'YON'],
  YIK: ['MEV'],
  BID: ['BIL'],
  CEV: ['CEV'],
  ZAB: ['ZAB', 'HLK'],
  ITF: ['ITF', 'ISG'],
  MAL: ['MAL', 'IHL'],
  SAT: ['IHL'],
  IMR: ['IMR'],
  ULS: ['ULS'],
  SOS: ['SOS'],
  DIS: ['DIS', 'DLG'],
  PBY: ['CEV'],
  SGL: ['ISG', 'SOS'],
}

const elsewhere: readonly (readonly [institution: string, kind: TrainerFields['kind'], prefixes: readonly string[]])[] =
  [
    ['Haliç Kıyısı Üniversitesi', 'university', ['YON', 'MAL', 'KIS']],
    ['Yedi Tepe Teknik Üniversitesi', 'university', ['IMR', 'BIL', 'CEV']],
    ['Boğaz Üniversitesi', 'university', ['DIS', 'DLG']],
    ['Kent Bilimleri Üniversitesi', 'university', ['ITF', 'CEV', 'IMR']],
    ['Sayısal Adım Bilişim Eğitimleri', 'firm', ['BIL']],
    ['Can Damarı İlk Yardım Eğitim Merkezi', 'firm', ['ISG']],
    ['Emniyetli Yol Sürüş Akademisi', 'firm', ['ULS']],
    ['İşte Güvenlik Ortak Sağlık Birimi', 'firm', ['ISG']],
  ]

const freelancePrefixes = [['KIS', 'YON'], ['MEV', 'IHL'], ['HLK'], ['MAL'], ['SOS', 'KIS']] as const

const letters = (text: string): string => fold(text).replaceAll(' ', '.')

/** How many trainers come from where; together 150. */
const internalCount = 62
const institutionCount = 54
const freelanceCount = 34

export type SampleTrainers = {
  readonly trainers: readonly SampleTrainer[]
  readonly links: readonly (OwnColumns<'trainerTopic'> & { readonly id: string })[]
  readonly availability: readonly (OwnColumns<'trainerAvailability'> & { readonly id: string })[]
}

/** Trainers with topics of their field and availability over the year `year`. */
export function sampleTrainers(options: {
  readonly staff: readonly SampleStaff[]
  readonly topics: readonly SampleTopic[]
  readonly newId: () => string
  readonly chance: Chance
  readonly year: number
}): SampleTrainers {
  const { topics, newId, chance, year } = options
  const drafts = [...fromStaff(options.staff, chance), ...fromElsewhere(chance)]
  const trainers = drafts.map(({ fields }) => ({
    id: newId(),
    ...trainerColumns(fields),
    rating: null,
    identitySealed: null,
    ibanSealed: null,
    active: 1 as const,
  }))
  const links = trainers.flatMap(({ id }, at) => {
    const prefixes = drafts[at]?.prefixes ?? []
    const fitting = topics.filter((topic) => prefixes.includes(topic.code.slice(0, 3)))
    const chosen = new Set(Array.from({ length: 1 + chance.whole(5) }, () => chance.one(fitting).id))
    return [...chosen].map((topicId) => ({ id: newId(), trainerId: id, topicId }))
  })
  const availability = trainers.flatMap(({ id }) =>
    availabilityOver(year, chance).map((span) => ({ id: newId(), trainerId: id, ...span })),
  )
  return { trainers, links, availability }
}

type Draft = { readonly fields: Omit<TrainerFields, 'topicIds'>; readonly prefixes: readonly string[] }

function fromStaff(staff: readonly SampleStaff[], chance: Chance): readonly Draft[] {
  const able = staff.filter((person) => subjects[person.unitCode.slice(0, 3)])
  const taken = new Set<string>()
  const drafts: Draft[] = []
  while (drafts.length < Math.min(internalCount, able.length)) {
    const person = chance.one(able)
    if (taken.has(person.id)) continue
    taken.add(person.id)
    drafts.push({
      fields: {
        kind: 'internal',
        personId: person.id,
        name: `${person.givenNames} ${person.surname}`,
        institution: null,
        email: person.email,
        phone: person.phone,
        languages: languages(chance),
        dailyFeeMinor: null,
      },
      prefixes: subjects[person.unitCode.slice(0, 3)] ?? [],
    })
  }
  return drafts
}

function fromElsewhere(chance: Chance): readonly Draft[] {
  const taken = new Set<string>()
  const name = (): string => {
    for (;;) {
      const whole = `${chance.one(chance.often(0.5) ? womensNames : mensNames)} ${chance.one(surnames)}`
      if (taken.has(whole)) continue
      taken.add(whole)
      return whole
    }
  }
  const draft = (kind: TrainerFields['kind'], institution: string | null, prefixes: readonly string[]): Draft => {
    const whole = name()
    return {
      fields: {
        kind,
        personId: null,
        name: kind === 'university' ? `${chance.one(['Dr.', 'Doç. Dr.', 'Prof. Dr.', 'Öğr. Gör.'])} ${whole}` : whole,
        institution,
        email: `${letters(whole)}@${institution ? 'kurum' : 'posta'}.example`,
        phone: `0532 000 ${String(chance.whole(100)).padStart(2, '0')} ${String(chance.whole(100)).padStart(2, '0')}`,
        languages: languages(chance),
        // Rounded to 250 ₺, as fees are agreed.
        dailyFeeMinor: (12 + chance.whole(44)) * 25_000,
      },
      prefixes,
    }
  }
  return [
    ...Array.from({ length: institutionCount }, () => {
      const [institution, kind, prefixes] = chance.one(elsewhere)
      return draft(kind, institution, prefixes)
    }),
    ...Array.from({ length: freelanceCount }, () => draft('freelance', null, chance.one(freelancePrefixes))),
  ]
}

const languages = (chance: Chance): TrainerFields['languages'] => [
  'tr',
  ...(chance.often(0.35) ? (['en'] as const) : []),
  ...(chance.often(0.06) ? (['ar'] as const) : []),
]

/** One of a few patterns people really give: most of the spring, mornings only, two weekdays, or nothing yet. */
function availabilityOver(year: number, chance: Chance): readonly Span[] {
  const spring = { fromDate: `${year}-03-01`, toDate: `${year}-06-30` }
  const autumn = { fromDate: `${year}-09-01`, toDate: `${year}-11-30` }
  const leave: Span = {
    fromDate: `${year}-08-01`,
    toDate: `${year}-08-31`,
    half: 'none',
    kind: 'unavailable',
    note: 'Yıllık izin',
  }
  const free = { half: 'none', kind: 'available', note: null } as const
  switch (
    chance.weighted([
      ['whole', 45],
      ['mornings', 15],
      ['weekdays', 20],
      ['nothing', 20],
    ] as const)
  ) {
    case 'whole':
      return [{ ...spring, ...free }, leave, { ...autumn, ...free }]
    case 'mornings':
      return [{ ...spring, ...free, half: 'am' }, leave]
    case 'weekdays': {
      const weekdays = chance.one([[1, 3], [2, 4], [5], [3]])
      return changeAvailability([], { ...spring, ...free, weekdays: [...weekdays] }).add
    }
    case 'nothing':
      return []
  }
}
