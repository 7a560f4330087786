import { qrSvg } from '../certificates/index.ts'
import { countryName } from './countries.ts'
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
import type { DocumentLanguage } from './fields.ts'
import type { ProgrammeItem } from './programme.ts'
import { frame } from './sheet.ts'

const shortDay = (date: string, language: DocumentLanguage): string =>
  `${date.slice(8)}.${date.slice(5, 7)} ${new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`))}`

const contactOf = (dossier: Dossier): string => wordsOf(dossier).coordinator(dossier.file.coordinator)

const groupWord = (dossier: Dossier, item: ProgrammeItem): string =>
  dossier.file.parallelGroups > 1 && item.groupNo > 0 ? wordsOf(dossier).group(item.groupNo) : ''

/** The booklet: cover, objective, day by day, the places, the people. Internal notes are never part of it. */
export function bookletDocument(dossier: Dossier) {
  const { file, items, people, language, sites, request } = dossier
  const words = wordsOf(dossier)
  const both = file.language === 'both'
  const other = language === 'en' ? ('tr' as const) : ('en' as const)
  const visited = [...new Set(items.flatMap(({ siteId }) => siteId ?? []))].flatMap((id) => sites.get(id) ?? [])
  return {
    ...frame(frameOf(dossier, words.papers.booklet)),
    form: 'booklet' as const,
    otherTitle: both ? titleOf(file, other) : null,
    dates: datesOf(dossier),
    partner: file.partner,
    guest: `${request.requestingBody}, ${countryName(request.country, language)}`,
    objective: file.objective,
    contact: contactOf(dossier),
    words: {
      objective: words.objective,
      sites: words.sites,
      safety: words.safety,
      participants: words.participants,
    },
    days: daysOf(items).map(([date, slots]) => ({
      name: dayName(date, language),
      items: slots.map((item) => ({
        time: times(item),
        title: titleOf(item, language),
        other: both ? titleOf(item, other) : null,
        facts: [
          groupWord(dossier, item),
          placeOf(item, dossier),
          item.details.speakers.join(', '),
          item.details.dressNote ?? '',
        ].filter(Boolean),
      })),
    })),
    sites: visited.map((site) => ({
      name: language === 'en' ? site.nameEn : site.nameTr,
      facts: [
        site.owner,
        site.address ?? '',
        words.minutesOnSite(site.minutesOnSite),
        site.photoAllowed === 1 ? '' : words.noPhotos,
      ].filter(Boolean),
      text: language === 'en' ? site.textEn : site.textTr,
      safety: language === 'en' ? site.safetyEn : site.safetyTr,
    })),
    people: people.map((person, at) => ({
      no: String(at + 1),
      name: `${titledName(person)}${person.head ? ` (${words.head})` : ''}`,
      position: person.position,
      institution: person.institution,
      country: countryOfPerson(person, language),
    })),
  }
}

/** The whole programme on one page. */
export function pocketDocument(dossier: Dossier) {
  const { items, language } = dossier
  return {
    ...frame(frameOf(dossier, wordsOf(dossier).papers.pocket)),
    form: 'pocket' as const,
    dates: datesOf(dossier),
    contact: contactOf(dossier),
    days: daysOf(items).map(([date, slots]) => ({
      name: shortDay(date, language),
      items: slots.map((item) => ({
        time: clock(item.startMinute),
        title: [groupWord(dossier, item), titleOf(item, language)].filter(Boolean).join(': '),
        facts: [placeOf(item, dossier)].filter(Boolean),
      })),
    })),
  }
}

/** Type size of a badge's back: it has to hold the whole programme. */
const backSize = (lines: number): number => (lines <= 22 ? 8.5 : lines <= 34 ? 7 : 5.5)

/** Front and back of every badge. The QR carries the code by which its bearer is checked in; `photos` names pictures by participant. */
export function badgesDocument(dossier: Dossier, photos: ReadonlyMap<string, string> = new Map()) {
  const { people, items, language, file } = dossier
  const words = wordsOf(dossier)
  return {
    ...frame(frameOf(dossier, words.papers.badges)),
    form: 'badges' as const,
    contact: contactOf(dossier),
    badges: people.map((person) => {
      const mine = items.filter((item) => concerns(item, person) && item.kind !== 'transfer')
      const days = daysOf(mine)
      return {
        name: person.nameOnBadge ?? fullName(person),
        photo: photos.get(person.id) ?? null,
        position: person.position,
        institution: person.institution,
        country: countryOfPerson(person, language),
        group: file.parallelGroups > 1 && person.groupNo > 0 ? words.group(person.groupNo) : null,
        role: person.head ? words.head : null,
        code: `${person.badgeCode.slice(0, 4)}-${person.badgeCode.slice(4)}`,
        qr: qrSvg(person.badgeCode),
        small: backSize(mine.length + days.length),
        days: days.map(([date, slots]) => ({
          name: dayName(date, language),
          items: slots.map((item) => ({ time: times(item), title: titleOf(item, language) })),
        })),
      }
    }),
  }
}

/** Folded name tents, the name on both sides. */
export function tentsDocument(dossier: Dossier) {
  const { people, language } = dossier
  return {
    ...frame(frameOf(dossier, wordsOf(dossier).papers.tents)),
    form: 'tents' as const,
    tents: people.map((person) => ({
      name: titledName(person),
      institution: person.institution,
      country: countryOfPerson(person, language),
    })),
  }
}

/** A sign for every place a group is received in, and for every vehicle. */
export function signsDocument(dossier: Dossier) {
  const { items, language } = dossier
  const words = wordsOf(dossier)
  const doors = new Map<string, { title: string; subtitle: string; note: string }>()
  for (const item of items) {
    const place = placeOf(item, dossier)
    if (place === '' || item.kind === 'transfer') continue
    const sign = { title: titleOf(dossier.file, language), subtitle: place, note: dayName(item.date, language) }
    doors.set(`${place} ${item.date}`, sign)
  }
  const buses = resourcesOf(dossier, 'vehicle').map((vehicle) => ({
    title: titleOf(dossier.file, language),
    subtitle: vehicle.name,
    note: vehicle.details.plate ?? '',
  }))
  return {
    ...frame(frameOf(dossier, words.papers.signs)),
    form: 'signs' as const,
    signs: [...doors.values(), ...buses],
  }
}
