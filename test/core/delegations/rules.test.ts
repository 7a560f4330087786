import { describe, expect, test } from 'vitest'
import { countryOf } from '../../../src-core/delegations/countries.ts'
import { attendedHours, badgeCode } from '../../../src-core/delegations/day.rules.ts'
import { missingFor, nextState, stepsOf } from '../../../src-core/delegations/delegation.rules.ts'
import { problemsOf, type Slot, usualLessonTenths } from '../../../src-core/delegations/programme.rules.ts'
import { emptyDetails, type ProgrammeContext } from '../../../src-core/delegations/programme.ts'
import { programmeTemplates, timesOf } from '../../../src-core/delegations/programme-templates.ts'
import { monthsBefore, requestNoOf } from '../../../src-core/delegations/request.rules.ts'
import { standardTasks } from '../../../src-core/delegations/standard-tasks.ts'

const site = (id: string, more: Partial<ProgrammeContext['sites'][number]> = {}) => ({
  ...{ id, nameTr: id, nameEn: id, owner: 'İSKİ', contactPerson: null, phone: null, capacity: null },
  ...{ minutesOnSite: 60, weekdays: [1, 2, 3, 4, 5, 6, 7] },
  ...more,
})

const context = (more: Partial<ProgrammeContext> = {}): ProgrammeContext => ({
  ...{ fromDate: '2027-01-25', toDate: '2027-01-31', parallelGroups: 1, persons: 18, holidays: [] },
  sites: [site('plant'), site('lab')],
  travel: [{ fromSiteId: 'lab', toSiteId: 'plant', minutes: 40 }],
  ...more,
})

const at = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))

let count = 0
const slot = (times: string, more: Partial<Slot> = {}): Slot => ({
  id: `s${++count}`,
  ...{ groupNo: 0, kind: 'theory', titleTr: `Ders ${count}`, date: '2027-01-25', lessonHoursTenths: 20 },
  ...{ startMinute: at(times.slice(0, 5)), endMinute: at(times.slice(6)) },
  ...{ siteId: 'plant', place: null, hostUnit: 'İSKİ', hostPerson: 'Ayşe Işık', hostState: 'ACCEPTED' },
  ...{ travelBefore: null, holidayAgreed: false, details: emptyDetails },
  ...more,
})

const meal = (times: string) =>
  slot(times, { kind: 'meal', siteId: null, hostUnit: null, hostPerson: null, hostState: 'NONE', lessonHoursTenths: 0 })

const kinds = (slots: readonly Slot[], more: Partial<ProgrammeContext> = {}) =>
  problemsOf(slots, context(more)).map(({ kind }) => kind)

describe('the rules of a programme', () => {
  test('a day with host, meal and time on the way has nothing against it', () => {
    const day = [slot('09:00-11:00'), meal('12:00-13:00'), slot('13:40-15:10', { siteId: 'lab' })]
    expect(kinds(day)).toEqual([])
  })

  test('one group is in one place at a time; parallel groups may be in two', () => {
    const both = [slot('09:00-10:30'), slot('10:00-11:00')]
    expect(kinds(both)).toContain('overlap')
    const [first, second] = both as [Slot, Slot]
    const apart = [
      { ...first, groupNo: 1 },
      { ...second, groupNo: 2 },
    ]
    expect(kinds(apart, { parallelGroups: 2 })).toEqual([])
    expect(kinds([{ ...first, groupNo: 1 }, second], { parallelGroups: 2 })).toContain('overlap')
  })

  test('the way between two places is known and long enough, in either direction of the table', () => {
    const day = (start: string, more: Partial<Slot> = {}) => [
      slot('09:00-10:00'),
      slot(`${start}-11:30`, { siteId: 'lab', ...more }),
    ]
    expect(kinds(day('10:39'))).toEqual(['travelShort'])
    expect(kinds(day('10:40'))).toEqual([])
    expect(kinds(day('10:40', { travelBefore: 30 }))).toEqual(['travelBelowTable'])
    expect(kinds(day('10:40', { travelBefore: 45 }))).toEqual(['travelShort'])
    expect(kinds(day('10:40'), { travel: [] })).toEqual(['travelUnknown'])
    expect(kinds(day('10:40', { travelBefore: 30 }), { travel: [] })).toEqual([])
  })

  test('five hours without a meal is the most', () => {
    expect(kinds([slot('09:00-11:30'), slot('11:30-14:00')])).toEqual([])
    expect(kinds([slot('09:00-11:30'), slot('11:30-14:01')])).toEqual(['mealMissing'])
    expect(kinds([slot('09:00-12:00'), meal('14:01-15:00')])).toEqual(['mealMissing'])
    expect(kinds([slot('08:00-12:00'), meal('12:00-13:00'), slot('13:00-18:00')])).toEqual([])
  })

  test('a day has no more than eight lesson hours, and only lessons count', () => {
    const hours = (tenths: number) => [
      slot('09:00-12:00', { lessonHoursTenths: tenths }),
      meal('12:00-13:00'),
      slot('13:00-16:00', { lessonHoursTenths: 40 }),
      slot('16:00-17:00', { kind: 'ceremony', lessonHoursTenths: 90 }),
    ]
    expect(kinds(hours(40))).toEqual([])
    expect(kinds(hours(41))).toEqual(['tooManyLessonHours'])
    expect(usualLessonTenths('theory', 90)).toBe(20)
    expect(usualLessonTenths('ceremony', 90)).toBe(0)
  })

  test('hosting on a Sunday or a holiday must have been agreed', () => {
    const sunday = slot('09:00-10:00', { date: '2027-01-31' })
    expect(kinds([sunday])).toEqual(['holidayNotAgreed'])
    expect(kinds([{ ...sunday, holidayAgreed: true }])).toEqual([])
    const holidays = [{ date: '2027-01-25', name: 'Arife', half: 'pm' as const }]
    expect(kinds([slot('09:00-12:00')], { holidays })).toEqual([])
    expect(kinds([slot('12:30-14:00')], { holidays })).toEqual(['holidayNotAgreed'])
  })

  test('nothing is ready while a slot lacks a place, a host or the host’s word', () => {
    expect(kinds([slot('09:00-10:00', { siteId: null })])).toEqual(['placeMissing'])
    expect(kinds([slot('09:00-10:00', { hostPerson: null })])).toEqual(['hostMissing'])
    for (const hostState of ['NONE', 'ASKED', 'ALTERNATIVE', 'DECLINED', 'SILENT'] as const)
      expect(kinds([slot('09:00-10:00', { hostState })])).toEqual(['hostNotConfirmed'])
    const blocking = problemsOf([slot('09:00-10:00', { hostState: 'ASKED' })], context())
    expect(blocking.every(({ blocks }) => blocks)).toBe(true)
  })

  test('what is only worth a look does not block', () => {
    const small = context({ sites: [site('plant', { capacity: 10, weekdays: [2], minutesOnSite: 90 })] })
    const found = problemsOf([slot('09:00-10:00', { kind: 'siteVisit' })], small)
    expect(found.map(({ kind }) => kind).sort()).toEqual(['siteClosed', 'siteTimeShort', 'tooManyPeople'])
    expect(found.some(({ blocks }) => blocks)).toBe(false)
  })
})

describe('standard programmes and tasks', () => {
  test('every template keeps the rules that do not need a catalogue', () => {
    for (const template of programmeTemplates) {
      const slots = template.slots.map((one) => {
        const [startMinute, endMinute] = timesOf(one)
        return slot('09:00-10:00', {
          ...{ kind: one.kind, startMinute, endMinute, siteId: null, place: one.place ?? null },
          date: `2027-01-${25 + one.day}`,
          lessonHoursTenths: (one.lessonHours ?? 0) * 10,
          travelBefore: one.travelBefore ?? null,
        })
      })
      expect(problemsOf(slots, context()), template.key).toEqual([])
      expect(new Set(slots.map(({ date }) => date)).size, template.key).toBe(template.days)
    }
  })

  test('there are forty-two tasks, each with its own code and both languages, in the order of their days', () => {
    expect(standardTasks).toHaveLength(42)
    expect(new Set(standardTasks.map(({ code }) => code)).size).toBe(42)
    expect(standardTasks.every(({ tr, en }) => tr !== '' && en !== '' && tr !== en)).toBe(true)
    const offsets = standardTasks.map(({ offset }) => offset)
    expect(offsets).toEqual(offsets.toSorted((a, b) => a - b))
  })
})

describe('requests, steps and the day', () => {
  test('a request has its year and three digits, and twenty-four months end on the same or the last day', () => {
    expect(requestNoOf(2027, 14)).toBe('HYT-2027-014')
    expect(monthsBefore('2027-01-25', 24)).toBe('2025-01-25')
    expect(monthsBefore('2028-02-29', 12)).toBe('2027-02-28')
  })

  test('a file goes one step at a time and never on from a cancellation', () => {
    expect(nextState('DESIGNING')).toBe('HOSTS_PENDING')
    expect(nextState('FOLLOWED_UP')).toBeNull()
    expect(nextState('CANCELLED')).toBeNull()
    const steps = stepsOf('APPROVED', '2027-01-25')
    expect(steps).toHaveLength(13)
    expect(steps.filter(({ status }) => status === 'current').map(({ step }) => step)).toEqual([
      'participants',
      'logistics',
      'print',
    ])
    expect(steps.find(({ step }) => step === 'approval')?.dueOn).toBe('2026-12-06')
  })

  test('what is missing is named, and nothing is when nothing is', () => {
    const facts = {
      ...{ today: '2026-12-15', fromDate: '2027-01-25', toDate: '2027-01-31', objective: '', parallelGroups: 1 },
      ...{ lessons: null, followUp: null, items: [], programme: [], costLines: [], openTasks: [], feedback: 0 },
      participants: [
        { name: 'Amina Mwangi', state: 'REGISTERED', consent: true, groupNo: 0 },
        { name: 'Ali Haddad', state: 'CONFIRMED', consent: false, groupNo: 0 },
        { name: 'Gone', state: 'CANCELLED', consent: false, groupNo: 0 },
      ],
      certificates: null,
    }
    expect(missingFor('HOSTS_PENDING', facts).map(({ key }) => key)).toEqual(['objective', 'programmeEmpty'])
    expect(missingFor('READY', facts)).toEqual([
      { key: 'notConfirmed', count: 1, names: ['Amina Mwangi'] },
      { key: 'consent', count: 1, names: ['Ali Haddad'] },
    ])
    expect(missingFor('RUNNING', facts).map(({ key }) => key)).toEqual(['tooEarly'])
    expect(missingFor('RUNNING', { ...facts, today: '2027-01-25' })).toEqual([])
  })

  test('eighty per cent of one’s own group’s lesson hours is enough, and exactly that', () => {
    const items = [
      { id: 'a', kind: 'theory' as const, groupNo: 0, lessonHoursTenths: 40 },
      { id: 'b', kind: 'siteVisit' as const, groupNo: 1, lessonHoursTenths: 10 },
      { id: 'c', kind: 'siteVisit' as const, groupNo: 2, lessonHoursTenths: 60 },
      { id: 'd', kind: 'ceremony' as const, groupNo: 0, lessonHoursTenths: 0 },
    ]
    const people = [
      { id: 'one', groupNo: 1 },
      { id: 'two', groupNo: 2 },
    ]
    const marks = people.map(({ id }) => ({ participantId: id, itemId: 'a', mark: 'PRESENT' }))
    expect(attendedHours(items, people, marks, 80)).toEqual([
      { participantId: 'one', attendedTenths: 40, totalTenths: 50, share: 80, enough: true },
      { participantId: 'two', attendedTenths: 40, totalTenths: 100, share: 40, enough: false },
    ])
  })

  test('a badge is read as it is typed or scanned', () => {
    for (const text of ['K7QF-2M9X', 'k7qf 2m9x', 'https://akademi.example/b/K7QF2M9X', ' K7QF2M9X\n'])
      expect(badgeCode(text)).toBe('K7QF2M9X')
  })

  test('a country is known by its code and by its Turkish and English name', () => {
    for (const text of ['KE', 'Kenya', 'kenya']) expect(countryOf(text)).toBe('KE')
    for (const text of ['Cezayir', 'Algeria']) expect(countryOf(text)).toBe('DZ')
    expect(countryOf('Ürdün')).toBe('JO')
    expect(countryOf('Atlantis')).toBeUndefined()
  })
})
