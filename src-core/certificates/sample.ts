import { saveSetting } from '../access/index.ts'
import type { CertificateGroupTable, CertificateKind, CertificateLanguage } from '../database/schema.ts'
import type { Writer } from '../database/writer.ts'
import type { Ports } from '../kernel/ports.ts'
import { fold, sortKey } from '../kernel/turkish.ts'
import { drawNumbers } from './block.handlers.ts'
import { makeCertificate } from './issue.ts'
import { picturesOf } from './pictures.ts'
import { writeSampleDesign } from './sample-design.ts'
import { delegationGuests } from './sample-guests.ts'
import { settingKey, standardSettings } from './settings.ts'
import { signingKey } from './signing.ts'
import { trainingSnapshot } from './snapshot.ts'
import { standardLayout } from './standard-layout.ts'

type Person = { readonly id: string; readonly givenNames: string; readonly surname: string; readonly unitName: string }

type SampleOptions = {
  readonly write: Writer
  readonly ports: Ports
  readonly now: string
  /** `YYYY-MM-DD`. */
  readonly today: string
  readonly actor: { readonly id: string; readonly name: string; readonly roles: 'all' }
  /** Members of staff for the groups of the institution's own trainings. */
  readonly people: readonly Person[]
  /** An academy of a few hundred people, made to try something out: its groups are small, since each certificate is set in type. */
  readonly small: boolean
}

const signatories = [
  { name: 'Aylin Korkmaz', dutyTr: 'Eğitim Müdürü', dutyEn: 'Head of Training' },
  { name: 'Orhan Sağlam', dutyTr: 'İnsan Kaynakları ve Eğitim Dairesi Başkanı', dutyEn: 'Head of Human Resources' },
]

/** Two emblems that belong to nobody. */
const emblem = (colour: string, shape: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><circle cx="50" cy="50" r="46" fill="none" stroke="${colour}" stroke-width="3"/><circle cx="50" cy="50" r="39" fill="none" stroke="${colour}" stroke-width="1"/><path d="${shape}" fill="${colour}"/></svg>`

const bridge = 'M18 62h64v4H18zM30 34h3v32h-3zM67 34h3v32h-3zM30 38q20 22 37 0v-4q-18 22 -37 0z'
const book = 'M50 36q-14-8-26-4v34q12-4 26 4q14-8 26-4V32q-12-4-26 4zM48.5 40v26h3V40z'

type GroupSample = Pick<
  CertificateGroupTable,
  'kind' | 'language' | 'titleTr' | 'titleEn' | 'fromDate' | 'toDate' | 'partner' | 'lessonHoursTenths'
> & { readonly state: CertificateGroupTable['state']; readonly testRequired?: boolean }

type Guest = {
  readonly name: string
  readonly institution: string
  readonly country: string | null
  readonly attended: number | null
  readonly score?: number
  readonly personId?: string
}

const daysBefore = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10)

/** Certificates of the sample academy: a delegation and a course that were issued, one that waits, one being prepared. */
export async function writeSampleCertificates(options: SampleOptions): Promise<void> {
  const { write, ports, today, people, small } = options
  const logoLeft = await ports.files.put(new TextEncoder().encode(emblem('#0f5c6e', bridge)))
  const logoRight = await ports.files.put(new TextEncoder().encode(emblem('#6b2238', book)))
  const own = {
    ...standardSettings,
    institutionEn: 'Istanbul Metropolitan Municipality (sample)',
    unitTr: 'İnsan Kaynakları ve Eğitim Dairesi Başkanlığı',
    unitEn: 'Human Resources and Training Department',
    signatories,
    logoLeft,
    logoRight,
  }
  await saveSetting(write, settingKey, JSON.stringify(own))
  const templates = new Map<string, string>()
  for (const [kind, language] of [
    ['PARTICIPATION', 'tr'],
    ['SUCCESS', 'tr'],
    ['DELEGATION', 'both'],
  ] as const) {
    const layout = JSON.stringify(standardLayout(kind, language))
    const id = await write.insert('certificateTemplate', { kind, language, version: 1, layout, state: 'ACTIVE' })
    templates.set(kind + language, id)
  }
  await writeSampleDesign(options)
  const staff = (from: number, count: number, more: (at: number) => Partial<Guest>): Guest[] =>
    people.slice(from, from + count).map((person, at) => ({
      name: `${person.givenNames} ${person.surname}`,
      institution: person.unitName,
      country: null,
      attended: 120,
      personId: person.id,
      ...more(at),
    }))
  const visit = { fromDate: daysBefore(today, 24), toDate: daysBefore(today, 18) }
  const course = { fromDate: daysBefore(today, 11), toDate: daysBefore(today, 10), partner: null, titleEn: null }
  await writeGroup(options, templates, small ? delegationGuests.slice(0, 4) : delegationGuests, {
    ...{ kind: 'DELEGATION', language: 'both', state: 'ISSUED', ...visit, lessonHoursTenths: 400 },
    ...{ titleTr: 'Çevre Yönetimi Eğitimi', titleEn: 'Environmental Management Training' },
    partner: 'Yıldız Teknik Üniversitesi',
  })
  await writeGroup(
    options,
    templates,
    staff(0, small ? 3 : 8, () => ({})),
    {
      ...{ kind: 'PARTICIPATION', language: 'tr', state: 'ISSUED', ...course, lessonHoursTenths: 120 },
      titleTr: 'Resmî Yazışma Kuralları',
    },
  )
  await writeGroup(
    options,
    templates,
    staff(8, 7, (at) => ({ score: 70 + at * 4 })),
    {
      ...{ kind: 'SUCCESS', language: 'tr', state: 'PROPOSED', ...course, lessonHoursTenths: 120, testRequired: true },
      titleTr: 'İleri Düzey Excel',
    },
  )
  await writeGroup(
    options,
    templates,
    staff(15, 9, (at) => ({ attended: at === 4 ? 60 : at === 7 ? null : 120 })),
    {
      ...{ kind: 'PARTICIPATION', language: 'tr', state: 'DRAFT', ...course, lessonHoursTenths: 120 },
      titleTr: 'Vatandaşla Etkili İletişim',
    },
  )
}

async function writeGroup(
  { write, ports, now, actor }: SampleOptions,
  templates: ReadonlyMap<string, string>,
  guests: readonly Guest[],
  sample: GroupSample & { readonly kind: CertificateKind; readonly language: CertificateLanguage },
): Promise<void> {
  const { testRequired = false, state, ...said } = sample
  const row = {
    ...said,
    place: 'İstanbul',
    placeEn: 'Istanbul',
    minAttendancePct: 80,
    testRequired: testRequired ? (1 as const) : (0 as const),
    passMark: 70,
    signatories: JSON.stringify(signatories),
    validUntil: null,
    state,
    attendanceBy: null,
    decidedBy: null,
    decidedAt: state === 'ISSUED' ? now : null,
    decisionReason: null,
    searchKey: fold([said.titleTr, said.titleEn, said.partner].filter(Boolean).join(' ')),
    sortKey: sortKey(said.titleTr),
  }
  const groupId = await write.insert('certificateGroup', row)
  const holders = guests.map((guest, at) => ({
    id: write.newId(),
    groupId,
    personId: guest.personId ?? null,
    seatNo: at + 1,
    name: guest.name,
    institution: guest.institution,
    country: guest.country,
    attendedTenths: guest.attended,
    testScore: guest.score ?? null,
    state,
    searchKey: fold([guest.name, guest.institution, guest.country].filter(Boolean).join(' ')),
    sortKey: sortKey(guest.name),
  }))
  await write.insertMany('certificateHolder', holders)
  if (state !== 'ISSUED') return
  const training = await trainingSnapshot(write.db, row, now)
  const year = Number(training.issuedOn.slice(0, 4))
  const numbers = await drawNumbers({ write, ports }, { kind: said.kind, year }, holders.length)
  const key = await signingKey(write, ports)
  const template = {
    id: templates.get(said.kind + said.language) ?? '',
    layout: standardLayout(said.kind, said.language),
  }
  const pictures = await picturesOf(ports.files, [{ layout: template.layout, training }])
  const made = []
  for (const [at, { id, name, institution, country, attendedTenths, testScore }] of holders.entries()) {
    const holder = { name, institution, country, attendedTenths, testScore }
    const wanted = { groupId, holderId: id, holder, training, year, number: numbers[at] ?? 0, template, key }
    made.push(await makeCertificate({ write, ports, now, actor }, wanted, pictures))
  }
  await write.insertMany('certificate', made)
}
