import type { OccasionCertificate } from '../certificates/index.ts'
import { formatDateRange } from '../kernel/date-range.ts'
import { formatDate } from '../kernel/dates.ts'
import { formatNumber } from '../kernel/numbers.ts'
import type { Gap, PackSection } from './audit-pack.rules.ts'
import { packSections } from './audit-pack.rules.ts'
import { concerns } from './day.rules.ts'
import {
  clock,
  countryOfPerson,
  type Dossier,
  datesOf,
  dayName,
  daysOf,
  frameOf,
  fullName,
  titleOf,
  wordsOf,
} from './dossier.ts'
import { packWords } from './paper-pack-words.ts'
import type { Participant } from './participant.ts'
import { countsForCertificate } from './programme.rules.ts'
import { type Assessment, criteria, type RequestDetails } from './request.ts'
import { column, frame, sheet, sheetsDocument, table, text } from './sheet.ts'

export type Mark = {
  readonly participantId: string
  readonly itemId: string
  readonly mark: 'PRESENT' | 'ABSENT' | 'EXCUSED'
}

/** What was asked for and how it was weighed; nothing of how to reach anybody. */
export function requestDocument(dossier: Dossier) {
  const { request, language } = dossier
  const words = packWords[language].request
  const details: RequestDetails = JSON.parse(request.details)
  const assessment: Assessment = JSON.parse(request.assessment)
  const ebys = [request.ebysNo, request.ebysDate && formatDate(request.ebysDate)].filter(Boolean).join(', ')
  return sheetsDocument(frameOf(dossier, words.title), [
    sheet(words.title, `${request.requestNo} · ${request.requestingBody}`, {
      facts: [`${words.received}: ${formatDate(request.receivedOn)}`],
      parts: [
        table(
          [column('', '38mm'), column('')],
          [
            [words.body, [request.requestingBody, request.city].filter(Boolean).join(', ')],
            [words.topic, request.topicMain],
            [words.dates, formatDateRange(request.preferredFrom, request.preferredTo, language)],
            [words.group, String(request.groupSize)],
          ],
        ),
        text(words.detail, [details.topicsDetail]),
        text(words.objectives, [details.objectives]),
        table(
          [column(words.criterion), column(words.answer, '30mm'), column(words.note)],
          criteria.map((one) => {
            const { met = null, note = null } = assessment[one] ?? {}
            return [words.criteria[one], met === null ? words.open : met ? words.met : words.notMet, note ?? '']
          }),
          { title: words.checklist },
        ),
        text(
          words.decision,
          [
            words.state[request.state],
            request.decisionReason && `${words.reason}: ${request.decisionReason}`,
            request.redirectedTo,
            ebys && `${words.ebys}: ${ebys}`,
          ].filter((line): line is string => Boolean(line)),
        ),
      ],
    }),
  ])
}

/** Whose certificate which is, by the participant's id; of two people with one name each has one. */
export function certificatesByPerson(
  people: readonly Pick<Participant, 'id' | 'nameForCertificate'>[],
  certificates: readonly OccasionCertificate[],
): ReadonlyMap<string, string> {
  const open = certificates.filter(({ stands }) => stands).map(({ name, serial }) => ({ name, serial }))
  const found = new Map<string, string>()
  for (const { id, nameForCertificate } of people) {
    const at = open.findIndex(({ name }) => name === nameForCertificate)
    const [one] = at < 0 ? [] : open.splice(at, 1)
    if (one) found.set(id, one.serial)
  }
  return found
}

/** Who took part, for how long, and with which certificate; what is sealed and how to reach them stays out. */
export function peopleDocument(dossier: Dossier, certificates: readonly OccasionCertificate[]) {
  const { people, hours, language } = dossier
  const words = wordsOf(dossier)
  const own = packWords[language].people
  const serials = certificatesByPerson(people, certificates)
  return sheetsDocument(
    frameOf(dossier, own.title),
    [
      sheet(own.title, titleOf(dossier.file, language), {
        facts: [datesOf(dossier), words.people(people.length)],
        parts: [
          table(
            [
              column(words.no, '9mm', true),
              column(words.name, '48mm'),
              column(words.institution),
              column(words.position),
              column(words.country, '32mm'),
              column(own.hours, '26mm', true),
              column(own.share, '16mm', true),
              column(own.certificate, '34mm'),
            ],
            people.map((person) => {
              const { attendedTenths = 0, totalTenths = 0, share = 0 } = hours.get(person.id) ?? {}
              const of = (tenths: number) => formatNumber(tenths / 10, undefined, language)
              return [
                String(person.seatNo),
                fullName(person),
                person.institution,
                person.position,
                countryOfPerson(person, language),
                `${of(attendedTenths)} / ${of(totalTenths)}`,
                `${share} %`,
                serials.get(person.id) ?? '–',
              ]
            }),
          ),
        ],
        notes: [own.note],
      }),
    ],
    true,
  )
}

/** The attendance that was recorded, a sheet a day. */
export function recordedAttendance(dossier: Dossier, marks: readonly Mark[]) {
  const { items, people, language } = dossier
  const words = wordsOf(dossier)
  const own = packWords[language].attendance
  const byBox = new Map(marks.map((one) => [`${one.participantId} ${one.itemId}`, one.mark]))
  const sheets = daysOf(items).flatMap(([date, slots]) => {
    const lessons = slots.filter(({ kind }) => countsForCertificate(kind))
    if (lessons.length === 0 || people.length === 0) return []
    return [
      sheet(own.title, titleOf(dossier.file, language), {
        facts: [dayName(date, language), words.people(people.length)],
        parts: [
          table(
            [
              column(words.no, '9mm', true),
              column(words.name),
              ...lessons.map((item) => column(`${clock(item.startMinute)}–\n${clock(item.endMinute)}`, '18mm')),
            ],
            people.map((person) => [
              String(person.seatNo),
              fullName(person),
              ...lessons.map((item) =>
                concerns(item, person) ? own.marks[byBox.get(`${person.id} ${item.id}`) ?? 'none'] : '',
              ),
            ]),
          ),
          text(
            own.slots,
            lessons.map((item) => `${clock(item.startMinute)}–${clock(item.endMinute)} ${titleOf(item, language)}`),
          ),
        ],
        notes: [own.note],
      }),
    ]
  })
  return sheetsDocument(frameOf(dossier, own.title), sheets, true)
}

/** Every certificate of the visit with the sum of its file. */
export function certificatesDocument(dossier: Dossier, certificates: readonly OccasionCertificate[]) {
  const { language } = dossier
  const words = wordsOf(dossier)
  const own = packWords[language].certificates
  return sheetsDocument(
    frameOf(dossier, own.title),
    [
      sheet(own.title, titleOf(dossier.file, language), {
        facts: [datesOf(dossier), String(certificates.length)],
        parts: [
          table(
            [
              column(own.serial, '34mm'),
              column(words.name),
              column(own.issued, '24mm'),
              column(own.state, '32mm'),
              column(own.hash, '112mm'),
            ],
            certificates.map((one) => [
              one.serial,
              one.name,
              formatDate(one.issuedOn),
              own.states[one.state],
              one.pdfHash,
            ]),
          ),
        ],
      }),
    ],
    true,
  )
}

const mostNames = 6

/** The cover: what the pack holds, folder by folder, and what is missing from each. */
export function coverDocument(
  dossier: Dossier,
  files: ReadonlyMap<PackSection, readonly string[]>,
  gaps: readonly Gap[],
  by: string,
) {
  const { file, request, counts, language } = dossier
  const words = packWords[language]
  const { fact } = words
  const approval = file.approvedNo && `${file.approvedNo}, ${formatDate(file.approvedOn ?? '')}`
  const sum = [...files.values()].reduce((all, names) => all + names.length, 0)
  const gapText = ({ key, names }: Gap): string => {
    const shown = names.slice(0, mostNames).join(', ')
    const more = names.length > mostNames ? ` ${words.andMore(names.length - mostNames)}` : ''
    return `${words.missing}: ${words.gap[key]}${shown && `: ${shown}`}${more}`
  }
  return {
    ...frame(frameOf(dossier, words.title)),
    form: 'cover' as const,
    flipped: false,
    facts: [
      [fact.request, `${request.requestNo}, ${request.requestingBody}`],
      [fact.dates, datesOf(dossier)],
      [fact.state, words.state[file.state]],
      [fact.approval, approval || '–'],
      [fact.coordinator, file.coordinator],
      [fact.counts, [counts.invited, counts.confirmed, counts.attended, counts.certified].join(' / ')],
      [fact.files, String(sum)],
      [fact.by, by],
    ],
    verdict: gaps.length === 0 ? words.nothingMissing : words.missingCount(gaps.length),
    whole: gaps.length === 0,
    contents: words.contents,
    sections: packSections.map((section, at) => {
      const held = files.get(section) ?? []
      return {
        title: `${String(at + 1).padStart(2, '0')} ${words.section[section]}`,
        files: held.length === 0 ? [words.noFiles] : held,
        missing: gaps.filter((gap) => gap.section === section).map(gapText),
      }
    }),
    note: words.manifestNote,
  }
}
