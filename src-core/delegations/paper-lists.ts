import { qrSvg } from '../certificates/index.ts'
import { formatDate } from '../kernel/dates.ts'
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
  placeOf,
  resourcesOf,
  times,
  titledName,
  titleOf,
  wordsOf,
} from './dossier.ts'
import { countsForCertificate, needsHost } from './programme.rules.ts'
import { column, type Sheet, sheet, sheetsDocument, table, text } from './sheet.ts'

const groupNumbers = ({ file }: Dossier): readonly number[] =>
  Array.from({ length: file.parallelGroups }, (_, at) => at + 1)

/** A sheet for each day and group: a row a person, a box for each slot whose hours count, and a QR that says which sheet it is. */
export function attendanceDocument(dossier: Dossier) {
  const { file, language, items, people } = dossier
  const words = wordsOf(dossier)
  const sheets: Sheet[] = []
  for (const [date, slots] of daysOf(items)) {
    for (const group of groupNumbers(dossier)) {
      const lessons = slots.filter(
        ({ kind, groupNo }) => countsForCertificate(kind) && (groupNo === 0 || groupNo === group),
      )
      const own = people.filter((person) => person.groupNo === 0 || person.groupNo === group)
      if (lessons.length === 0 || own.length === 0) continue
      const name = file.parallelGroups > 1 ? words.group(group) : ''
      const code = `HD-${file.id}-${date}-${group}`
      sheets.push(
        sheet(words.papers.attendance, titleOf(file, language), {
          facts: [dayName(date, language), name, words.people(own.length)].filter(Boolean),
          qr: qrSvg(code),
          qrText: formatDate(date),
          parts: [
            table(
              [
                column(words.no, '9mm', true),
                column(words.name, '52mm'),
                column(words.institution, '1fr'),
                ...lessons.map((item) => column(`${times(item)}\n${titleOf(item, language)}`, '34mm')),
              ],
              own.map((person) => [
                String(person.seatNo),
                fullName(person),
                person.institution,
                ...lessons.map(() => ''),
              ]),
              { tall: true },
            ),
          ],
          signatures: [words.checkedBy],
        }),
      )
    }
  }
  return sheetsDocument(frameOf(dossier, words.papers.attendance), sheets, true)
}

/** For drivers: names and phone numbers, nothing else of anybody. */
export function vehiclesDocument(dossier: Dossier) {
  const { people, items, language } = dossier
  const words = wordsOf(dossier)
  const title = words.papers.vehicles
  const sheets = resourcesOf(dossier, 'vehicle').map((vehicle) => {
    const { plate, driver, phone, seats, departurePoint, departureMinute } = vehicle.details
    const riding = people.filter(({ vehicleId }) => vehicleId === vehicle.id)
    const driven = items.filter(({ vehicleId }) => vehicleId === vehicle.id)
    return sheet(title, [vehicle.name, plate].filter(Boolean).join(' · '), {
      facts: [
        driver ?? '',
        phone ?? '',
        `${riding.length}/${seats}`,
        [departurePoint, departureMinute === null ? '' : clock(departureMinute)].filter(Boolean).join(' '),
      ].filter(Boolean),
      parts: [
        table(
          [column(words.no, '10mm', true), column(words.name), column(words.phone, '55mm')],
          riding.map((person, at) => [String(at + 1), fullName(person), person.mobile ?? '']),
        ),
        ...(driven.length > 0
          ? [
              table(
                [column(words.date, '26mm'), column(words.time, '28mm'), column(words.place)],
                driven.map((item) => [
                  formatDate(item.date),
                  times(item),
                  placeOf(item, dossier) || titleOf(item, language),
                ]),
                { title: words.sites },
              ),
            ]
          : []),
      ],
    })
  })
  return sheetsDocument(frameOf(dossier, title), sheets)
}

/** For the hotel: names and nights, nothing else of anybody. */
export function roomingDocument(dossier: Dossier) {
  const { people } = dossier
  const words = wordsOf(dossier)
  const title = words.papers.rooming
  const rooms = resourcesOf(dossier, 'hotelRoom')
  const hotels = [...new Set(rooms.map(({ name }) => name))]
  const sheets = hotels.map((hotel) => {
    const own = rooms.filter(({ name }) => name === hotel)
    const rows = own.flatMap((room) => {
      const guests = people.filter(({ hotelRoomId }) => hotelRoomId === room.id)
      const { roomNo, roomType, checkIn, checkOut } = room.details
      return guests.map((guest) => [
        roomNo ?? '',
        words.roomType[roomType],
        fullName(guest),
        formatDate(checkIn ?? guest.arrivalOn ?? dossier.file.fromDate),
        formatDate(checkOut ?? guest.departureOn ?? dossier.file.toDate),
      ])
    })
    return sheet(title, hotel, {
      facts: [datesOf(dossier), words.people(rows.length)],
      parts: [
        table(
          [
            column(words.no, '16mm'),
            column(dossier.language === 'en' ? 'Room' : 'Oda', '32mm'),
            column(words.name),
            column(dossier.language === 'en' ? 'Arrival' : 'Giriş', '26mm'),
            column(dossier.language === 'en' ? 'Departure' : 'Çıkış', '26mm'),
          ],
          rows,
        ),
      ],
    })
  })
  return sheetsDocument(frameOf(dossier, title), sheets)
}

/** For the kitchen: codes and counts of each meal, no names. */
export function mealsDocument(dossier: Dossier, codeOf: (participantId: string) => string | undefined) {
  const { items, people, language } = dossier
  const words = wordsOf(dossier)
  const title = words.papers.meals
  const labels: Readonly<Record<string, string>> = words.meal
  const rows = items
    .filter(({ kind }) => kind === 'meal')
    .flatMap((meal) => {
      const counts = new Map<string, number>()
      for (const person of people.filter((one) => concerns(meal, one))) {
        const code = codeOf(person.id) ?? 'unknown'
        counts.set(code, (counts.get(code) ?? 0) + 1)
      }
      const codes = Object.keys(labels).filter((code) => counts.has(code))
      return codes.map((code, at) => [
        at === 0 ? formatDate(meal.date) : '',
        at === 0 ? times(meal) : '',
        at === 0 ? titleOf(meal, language) : '',
        at === 0 ? placeOf(meal, dossier) : '',
        labels[code] ?? code,
        String(counts.get(code) ?? 0),
      ])
    })
  return sheetsDocument(frameOf(dossier, title), [
    sheet(title, titleOf(dossier.file, language), {
      facts: [datesOf(dossier), words.people(people.length)],
      parts: [
        table(
          [
            column(words.date, '22mm'),
            column(words.time, '24mm'),
            column(words.titleWord),
            column(words.place),
            column(language === 'en' ? 'Menu' : 'Menü', '36mm'),
            column(language === 'en' ? 'Count' : 'Sayı', '14mm', true),
          ],
          rows,
        ),
      ],
    }),
  ])
}

const sizes = (values: readonly (string | null)[]): string => {
  const counts = new Map<string, number>()
  for (const value of values) if (value) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([value, count]) => `${value} × ${count}`)
    .join(', ')
}

/** One briefing a slot: who comes, what they expect, what they must wear and in which sizes. */
export function hostsDocument(dossier: Dossier) {
  const { items, language, people } = dossier
  const words = wordsOf(dossier)
  const title = words.papers.hosts
  const english = language === 'en'
  const sheets = items
    .filter(({ kind }) => needsHost(kind))
    .map((item) => {
      const guests = people.filter((person) => concerns(item, person))
      const asked = [...new Set(guests.flatMap((person) => person.details.expectations ?? []))]
      const { ppe, objective, equipment, language: spoken } = item.details
      const wear = [
        ppe.map((one) => words.ppe[one]).join(', '),
        sizes(guests.map(({ details }) => details.vestSize)),
        sizes(guests.map(({ details }) => details.shoeSize)),
      ]
      return sheet(title, titleOf(item, language), {
        facts: [dayName(item.date, language), times(item), placeOf(item, dossier), words.people(guests.length)].filter(
          Boolean,
        ),
        parts: [
          text(null, [
            [item.hostUnit, item.hostPerson, item.hostPhone].filter(Boolean).join(' · '),
            ...(objective ? [`${words.objective}: ${objective}`] : []),
            ...(spoken ? [`${english ? 'Language' : 'Dil'}: ${spoken}`] : []),
            ...(equipment ? [`${english ? 'Equipment' : 'Donanım'}: ${equipment}`] : []),
            ...(ppe.length > 0 ? [`${words.safety}: ${wear.filter(Boolean).join(' · ')}`] : []),
          ]),
          table(
            [column(words.name), column(words.position), column(words.institution), column(words.country, '28mm')],
            guests.map((person) => [
              titledName(person),
              person.position,
              person.institution,
              countryOfPerson(person, language),
            ]),
            { title: words.participants },
          ),
          ...(asked.length > 0
            ? [
                text(
                  english ? 'What they want to know' : 'Öğrenmek istedikleri',
                  asked.map((one) => `– ${one}`),
                ),
              ]
            : []),
        ],
      })
    })
  return sheetsDocument(frameOf(dossier, title), sheets)
}

/** A sheet an interpreter: what she interprets, and the terms in both languages. */
export function interpretersDocument(dossier: Dossier) {
  const { items, language } = dossier
  const words = wordsOf(dossier)
  const title = words.papers.interpreters
  const sheets = resourcesOf(dossier, 'interpreter').map((interpreter) => {
    const own = items.filter(({ interpreterId }) => interpreterId === interpreter.id)
    const visited = [...new Set(own.flatMap(({ siteId }) => siteId ?? []))].flatMap((id) => dossier.sites.get(id) ?? [])
    const { languages, mode, phone } = interpreter.details
    return sheet(title, interpreter.name, {
      facts: [languages.join(', '), words.mode[mode], phone ?? ''].filter(Boolean),
      parts: [
        table(
          [column(words.date, '22mm'), column(words.time, '26mm'), column(words.titleWord), column(words.place)],
          own.map((item) => [formatDate(item.date), times(item), titleOf(item, language), placeOf(item, dossier)]),
        ),
        table(
          [column('Türkçe'), column('English')],
          [...own.map((item) => [item.titleTr, item.titleEn]), ...visited.map((site) => [site.nameTr, site.nameEn])],
          { title: language === 'en' ? 'Terms' : 'Terimler' },
        ),
      ],
    })
  })
  return sheetsDocument(frameOf(dossier, title), sheets)
}

/** Hosts on one side and guests on the other, the head of the delegation first. */
export function seatingDocument(dossier: Dossier) {
  const { items, people, language } = dossier
  const words = wordsOf(dossier)
  const title = words.papers.seating
  const guests = people.toSorted((a, b) => Number(b.head) - Number(a.head) || a.seatNo - b.seatNo)
  const sheets = items
    .filter(({ kind }) => kind === 'protocolVisit' || kind === 'ceremony')
    .map((item) => {
      const hosts = [[item.hostPerson, item.hostUnit].filter(Boolean).join(', '), ...item.details.speakers].filter(
        Boolean,
      )
      const seats = Math.max(hosts.length, guests.length)
      return sheet(title, titleOf(item, language), {
        facts: [dayName(item.date, language), times(item), placeOf(item, dossier)].filter(Boolean),
        parts: [
          table(
            [
              column(words.no, '12mm', true),
              column(language === 'en' ? 'Hosts' : 'Ev sahipleri'),
              column(language === 'en' ? 'Guests' : 'Konuklar'),
            ],
            Array.from({ length: seats }, (_, at) => {
              const guest = guests[at]
              return [
                String(at + 1),
                hosts[at] ?? '',
                guest ? `${titledName(guest)}, ${guest.institution}${guest.head ? ` (${words.head})` : ''}` : '',
              ]
            }),
          ),
        ],
      })
    })
  return sheetsDocument(frameOf(dossier, title), sheets)
}

/** The list that participants sign when they are given their certificates. */
export function handOverDocument(dossier: Dossier) {
  const { people, hours, file, language } = dossier
  const words = wordsOf(dossier)
  const title = words.papers.handOver
  const entitled = people.filter(({ id }) => hours.get(id)?.enough)
  return sheetsDocument(frameOf(dossier, title), [
    sheet(title, titleOf(file, language), {
      facts: [datesOf(dossier), words.people(entitled.length)],
      parts: [
        table(
          [
            column(words.no, '10mm', true),
            column(words.name),
            column(words.institution),
            column(words.hours, '16mm', true),
            column(words.date, '24mm'),
            column(words.signature, '44mm'),
          ],
          entitled.map((person, at) => [
            String(at + 1),
            person.nameForCertificate,
            person.institution,
            String((hours.get(person.id)?.attendedTenths ?? 0) / 10).replace('.', language === 'tr' ? ',' : '.'),
            '',
            '',
          ]),
          { tall: true },
        ),
      ],
      signatures: [words.decidedBy, words.checkedBy],
    }),
  ])
}
