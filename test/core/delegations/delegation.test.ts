import { describe, expect, test } from 'vitest'
import type { Participant } from '../../../src-core/delegations/participant.ts'
import type { VisitRequest } from '../../../src-core/delegations/request.ts'
import { openTestAcademy, type TestAcademy } from '../academy.ts'
import { itemFields, met, openFile, participantFields, requestFields } from './delegation-office.ts'

const rule = (name: string) => ({ code: 'RULE_BROKEN', data: { rule: name } })

const move = async ({ run }: TestAcademy, id: string, to: string) => {
  const { rowVersion }: { rowVersion: number } = await run('delegations.getDelegation', { id })
  return run('delegations.moveDelegation', { id, rowVersion, to })
}

describe('visit requests', () => {
  test('numbers follow in each year, a repeat within 24 months is flagged, a decision needs its grounds', async () => {
    const { run } = await openTestAcademy()
    const add = (more = {}): Promise<{ id: string; requestNo: string }> =>
      run('delegations.addRequest', { ...requestFields(more), consent: true })
    const first = await add({ receivedOn: '2025-01-10', requestingBody: 'NAİROBİ city county' })
    const second = await add()
    expect([first.requestNo, second.requestNo]).toEqual(['HYT-2025-001', 'HYT-2026-001'])
    expect((await add({ receivedOn: '2026-12-02' })).requestNo).toBe('HYT-2026-002')
    const read: VisitRequest = await run('delegations.getRequest', { id: second.id })
    expect(read.background).toMatchObject({ repeat: true })
    expect(read.background.earlier.map(({ requestNo }) => requestNo)).toEqual(['HYT-2025-001'])
    const late = await add({ receivedOn: '2027-01-11', requestingBody: 'Nairobi City County' })
    const known: VisitRequest = await run('delegations.getRequest', { id: late.id })
    expect(known.background.earlier.map(({ requestNo }) => requestNo)).not.toContain('HYT-2025-001')

    const decide = (decision: string, more = {}) => ({
      ...{ id: second.id, rowVersion: 1, decision, reason: null, redirectedTo: null, ebysNo: null, ebysDate: null },
      ...more,
    })
    await expect(run('delegations.decideRequest', decide('ACCEPTED'))).rejects.toMatchObject(rule('assessmentOpen'))
    await expect(run('delegations.decideRequest', decide('DECLINED'))).rejects.toMatchObject(
      rule('decisionReasonNeeded'),
    )
    const assessment = { ...met, notSimilar: { met: false, note: 'İki yıl önce geldiler.' } }
    await run('delegations.assessRequest', { id: second.id, rowVersion: 1, assessment })
    await expect(run('delegations.decideRequest', decide('ACCEPTED', { rowVersion: 2 }))).rejects.toMatchObject(
      rule('decisionReasonNeeded'),
    )
    const declined = decide('DECLINED', { rowVersion: 2, reason: 'Aynı konuda yakın zamanda ziyaret yapıldı.' })
    await run('delegations.decideRequest', declined)
    const report: { requests: number; declined: number; repeats: number } = await run('delegations.demandReport', {
      ...{ from: '2026-01-01', to: '2026-12-31' },
    })
    expect(report).toMatchObject({ requests: 2, declined: 1, repeats: 2 })
  })
})

describe('a delegation', () => {
  test('goes from request to certificates, one step at a time, and each step says what it waits for', async () => {
    const academy = await openTestAcademy()
    const { run } = academy
    const { id, file, items } = await openFile(academy)
    const tasks: { tasks: { id: string; rowVersion: number; offsetDays: number; dueOn: string }[] } = await run(
      'delegations.tasks',
      { delegationId: id },
    )
    expect(tasks.tasks).toHaveLength(42)
    expect(tasks.tasks[0]).toMatchObject({ offsetDays: -80, dueOn: '2026-11-06' })
    expect((await file()).missing.map(({ key }) => key)).toEqual(['objective', 'programmeEmpty'])
    await expect(move(academy, id, 'HOSTS_PENDING')).rejects.toMatchObject(rule('stepMissing'))

    const fields = { objective: 'Atık ve su yönetiminde iyi uygulamaları öğrenmek.' }
    await run('delegations.changeDelegation', { id, rowVersion: 1, fields })
    const copied: { ids: string[]; undo: { put: []; remove: string[] } } = await run('delegations.copyProgramme', {
      ...{ delegationId: id, template: 'environment', fromDelegationId: null, startOn: '2027-01-25' },
    })
    expect(copied.ids.length).toBeGreaterThan(20)
    await run('delegations.editProgramme', { delegationId: id, ...copied.undo })
    expect(await items()).toHaveLength(0)
    await run('delegations.editProgramme', { delegationId: id, put: [], remove: [] })

    const two = [
      { ...itemFields({ hostState: 'NONE' }), id: null },
      {
        ...itemFields({
          titleTr: 'Öğle',
          titleEn: 'Lunch',
          kind: 'meal',
          startMinute: 720,
          endMinute: 780,
          lessonHoursTenths: 0,
          place: null,
          hostUnit: null,
          hostPerson: null,
          hostState: 'NONE',
        }),
        id: null,
      },
    ]
    const edit: { ids: string[] } = await run('delegations.editProgramme', { delegationId: id, put: two, remove: [] })
    const lesson = edit.ids[0] ?? ''
    await move(academy, id, 'HOSTS_PENDING')
    expect((await file()).missing).toEqual([
      { key: 'hostNotConfirmed', count: 1, names: ['Atık yönetimi'], namesEn: ['Waste management'] },
    ])
    await expect(move(academy, id, 'PROGRAMME_READY')).rejects.toMatchObject(rule('stepMissing'))
    const answer = { delegationId: id, ids: [lesson], state: 'ACCEPTED' }
    const answered: { undo: object } = await run('delegations.answerHosts', answer)
    await run('delegations.editProgramme', { delegationId: id, ...answered.undo })
    expect((await items()).find((item) => item.id === lesson)?.hostState).toBe('NONE')
    await run('delegations.answerHosts', answer)
    await move(academy, id, 'PROGRAMME_READY')

    await expect(move(academy, id, 'APPROVED')).rejects.toMatchObject(rule('approvalBySomebodyElse'))
    const cost = { type: 'meal', plannedMinor: 500_00, committedMinor: 0, actualMinor: 0, payer: 'us' }
    await run('delegations.addCost', { delegationId: id, ...cost, documentNo: null, note: null })
    const { rowVersion } = await file()
    const approval = { id, rowVersion, approvedNo: 'Olur-77', approvedOn: '2026-12-14' }
    await expect(run('delegations.approveDelegation', approval, { as: ['DC'] })).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
    })
    await run('delegations.approveDelegation', approval, { as: ['TM'] })

    const people = [participantFields('Amina Wanjirũ', "O'Mwangi"), participantFields('Ali', 'HADDAD')]
    const seal: { sealed: Record<string, string> } = await run('delegations.sealParticipant', {
      texts: { passportNo: 'AK1234567', mealCode: 'vegetarian' },
    })
    await run('delegations.addParticipants', {
      delegationId: id,
      participants: people.map((one, at) => ({ fields: one, sealed: at === 0 ? seal.sealed : {} })),
    })
    expect((await file()).missing.map(({ key }) => key)).toEqual(['tasksBefore'])
    for (const task of tasks.tasks.filter(({ offsetDays }) => offsetDays <= -5))
      await run('delegations.changeTask', { id: task.id, rowVersion: 1, fields: { state: 'DONE' } })
    await move(academy, id, 'READY')
    await expect(move(academy, id, 'RUNNING')).rejects.toMatchObject(rule('stepMissing'))
    const early = { itemId: lesson, participantIds: ['nobody'], mark: 'PRESENT', method: 'name' }
    await expect(run('delegations.markAttendance', early)).rejects.toMatchObject(rule('attendanceTooEarly'))
    academy.setNow('2027-01-25T06:00:00.000Z')
    await move(academy, id, 'RUNNING')

    const listed: { participants: Participant[] } = await run('delegations.participants', { delegationId: id })
    const [amina, ali] = listed.participants
    expect(amina).toMatchObject({
      givenNames: 'Amina Wanjirũ',
      surname: "O'Mwangi",
      sealed: ['passportNo', 'mealCode'],
    })
    expect(JSON.stringify(listed)).not.toContain('AK1234567')
    const checkIn = { itemId: lesson, code: amina?.badgeCode.toLowerCase(), method: 'scan' }
    expect(await run('delegations.checkIn', checkIn)).toMatchObject({ name: "Amina Wanjirũ O'Mwangi", again: false })
    expect(await run('delegations.checkIn', checkIn)).toMatchObject({ again: true })
    await expect(run('delegations.checkIn', { ...checkIn, code: 'ZZZZZZZZ' })).rejects.toMatchObject(
      rule('badgeUnknown'),
    )
    const absent = { itemId: lesson, participantIds: [ali?.id], mark: 'ABSENT', method: 'name' }
    await run('delegations.markAttendance', absent)
    expect((await file()).counts).toEqual({ invited: 2, confirmed: 2, attended: 1, certified: 0 })
    await expect(run('delegations.removeParticipants', { delegationId: id, ids: [amina?.id] })).rejects.toMatchObject(
      rule('participantAttended'),
    )

    const handed: { certificateGroupId: string } = await run('delegations.handToCertificates', { delegationId: id })
    expect(handed).toMatchObject({ holders: 2, enough: 1 })
    const again: { certificateGroupId: string } = await run('delegations.handToCertificates', { delegationId: id })
    expect(again.certificateGroupId).toBe(handed.certificateGroupId)
    const group: { holders: { name: string; country: string; obstacles: unknown[] }[] } = await run(
      'certificates.getGroup',
      { id: handed.certificateGroupId },
    )
    expect(group.holders.map(({ name, country, obstacles }) => [name, country, obstacles.length])).toEqual([
      ["Amina Wanjirũ O'Mwangi", 'Kenya', 0],
      ['Ali HADDAD', 'Kenya', 1],
    ])

    const log = await academy.academy.opened.store.read((db) =>
      db.selectFrom('commandLog').select(['operation', 'input']).execute(),
    )
    expect(JSON.stringify(log)).not.toContain('AK1234567')
    expect(await run('delegations.showParticipant', { id: amina?.id })).toEqual({
      texts: { passportNo: 'AK1234567', mealCode: 'vegetarian' },
    })
    await expect(run('delegations.showParticipant', { id: amina?.id }, { as: ['TM'] })).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
    })

    academy.setNow('2027-03-01T06:00:00.000Z')
    expect(await run('delegations.purgeDue')).toMatchObject({ due: [] })
    academy.setNow('2027-03-02T06:00:00.000Z')
    const purged: { erased: number; report: File } = await run('delegations.purge', { language: 'tr' })
    expect(purged.erased).toBe(2)
    expect(purged.report.size).toBeGreaterThan(1000)
    const after: { participants: Participant[] } = await run('delegations.participants', { delegationId: id })
    expect(after.participants.map(({ sealed, state }) => [sealed, state])).toEqual([
      [[], 'PURGED'],
      [[], 'PURGED'],
    ])
    const stillThere: { holders: unknown[] } = await run('certificates.getGroup', { id: handed.certificateGroupId })
    expect(stillThere.holders).toHaveLength(2)
    await expect(run('delegations.purge', { language: 'tr' })).rejects.toMatchObject(rule('nothingToPurge'))
  })

  test('a list of participants is read letter for letter, with what is sensitive sealed and what is wrong named', async () => {
    const academy = await openTestAcademy()
    const { id } = await openFile(academy)
    const text = [
      ['Pasaporttaki ad', 'Pasaporttaki soyad', 'Uyruk', 'Kurum', 'Görev', 'Pasaport no', 'Yemek', 'Renk'],
      ['Fatma-Zohra', "BEN M'HIDI", 'Cezayir', 'Wilaya d’Alger', 'Ingénieure', '09 123', 'vejetaryen', 'mavi'],
      ['', 'Solo', 'Atlantis', '', 'Officer', '', '', ''],
    ]
      .map((cells) => cells.join('\t'))
      .join('\n')
    const read: {
      participants: { fields: object | null; sealed: Record<string, string>; problems: string[] }[]
      ignored: string[]
    } = await academy.run('delegations.readParticipants', { delegationId: id, text })
    expect(read.ignored).toEqual(['Renk'])
    expect(read.participants[0]).toMatchObject({
      fields: { givenNames: 'Fatma-Zohra', surname: "BEN M'HIDI", nationality: 'DZ' },
      problems: [],
    })
    expect(JSON.stringify(read)).not.toContain('09 123')
    expect(read.participants[1]).toMatchObject({
      fields: null,
      problems: ['nameMissing', 'institutionMissing', 'countryUnread'],
    })
  })

  test('is called off with a reason before it runs, and its programme is closed then', async () => {
    const academy = await openTestAcademy()
    const { id, file } = await openFile(academy)
    await academy.run('delegations.cancelDelegation', { id, rowVersion: 1, reason: 'Vizeler çıkmadı.' })
    expect(await file()).toMatchObject({ state: 'CANCELLED', next: null, missing: [] })
    await expect(
      academy.run('delegations.editProgramme', { delegationId: id, put: [{ ...itemFields(), id: null }], remove: [] }),
    ).rejects.toMatchObject(rule('programmeClosed'))
  })

  test('sites have travel times in both directions', async () => {
    const { run } = await openTestAcademy()
    const site = (nameTr: string): Promise<{ id: string }> =>
      run('delegations.addSite', {
        ...{ nameTr, nameEn: nameTr, owner: 'İSKİ', address: null, capacity: 30, minutesOnSite: 90, weekdays: [5, 1] },
        ...{ safetyTr: null, safetyEn: null, ppe: ['helmet'], accessible: true, photoAllowed: true },
        ...{ contactPerson: null, phone: null, textTr: null, textEn: null },
      })
    const { id: a } = await site('Arıtma tesisi')
    const { id: b } = await site('Kompost tesisi')
    await expect(site('ARITMA TESİSİ')).rejects.toMatchObject(rule('siteNameTaken'))
    await run('delegations.setTravel', { fromSiteId: b, toSiteId: a, minutes: 35 })
    for (const [from, to] of [
      [a, b],
      [b, a],
    ])
      expect(await run('delegations.travelFrom', { id: from })).toMatchObject({ to: [{ id: to, minutes: 35 }] })
    await run('delegations.setTravel', { fromSiteId: a, toSiteId: b, minutes: null })
    expect(await run('delegations.travelFrom', { id: a })).toMatchObject({ to: [{ id: b, minutes: null }] })
    await run('delegations.setTravel', { fromSiteId: a, toSiteId: b, minutes: 40 })
    expect(await run('delegations.travelFrom', { id: b })).toMatchObject({ to: [{ id: a, minutes: 40 }] })
  })
})
