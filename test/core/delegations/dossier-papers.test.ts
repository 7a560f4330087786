import { createHash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import { CFB } from 'xlsx'
import type { Attachment } from '../../../src-core/delegations/attachment.ts'
import type { OfficerRole } from '../../../src-core/kernel/roles.ts'
import { openTestAcademy } from '../academy.ts'
import { itemFields, openFile, participantFields } from './delegation-office.ts'

const rule = (name: string) => ({ code: 'RULE_BROKEN', data: { rule: name } })
const bytes = (head: readonly number[], fill = 200) => new Uint8Array([...head, ...new Array<number>(fill).fill(7)])
const jpeg = bytes([0xff, 0xd8, 0xff, 0xe0])
const pdf = new TextEncoder().encode('%PDF-1.7\n1 0 obj\n')
const upload = (content: Uint8Array, name: string) => new File([new Uint8Array(content)], name)

const fileNames = (list: { attachments: Attachment[] }) => list.attachments.map(({ fileName }) => fileName)

test('files of a visit are kept by what they hold, are what they say, and come back when they were removed', async () => {
  const academy = await openTestAcademy()
  const { run } = academy
  const { id, requestId } = await openFile(academy)
  const add = (paper: string, file: File, more = {}): Promise<{ id: string }> =>
    run('delegations.addAttachment', { requestId, delegationId: id, paper, note: null, file, ...more })
  const listed = (): Promise<{ attachments: Attachment[] }> => run('delegations.attachments', { requestId })

  const letter = await add('REQUEST', upload(pdf, 'Başvuru: yazısı.PDF'), { delegationId: null })
  academy.setNow('2026-12-15T08:00:00.000Z')
  const photo = await add('PHOTO', upload(jpeg, 'DSC_001.exe'))
  expect(fileNames(await listed())).toEqual(['Başvuru yazısı.pdf', 'DSC_001.jpg'])
  const kept: File = await run('delegations.attachmentFile', { id: photo.id }, { as: ['AU'] })
  expect([kept.name, kept.type]).toEqual(['DSC_001.jpg', 'image/jpeg'])
  expect(new Uint8Array(await kept.arrayBuffer())).toEqual(jpeg)

  const refused = (problem: string) => ({ code: 'INVALID_FILE', data: { problem } })
  await expect(add('OTHER', upload(bytes([0x4d, 0x5a]), 'setup.pdf'))).rejects.toMatchObject(refused('notAttachable'))
  await expect(add('PHOTO', upload(pdf, 'foto.jpg'))).rejects.toMatchObject(refused('notAPhoto'))
  await expect(add('OTHER', upload(bytes([...pdf], 10 * 1024 * 1024), 'a.pdf'))).rejects.toMatchObject(
    refused('attachmentTooLarge'),
  )
  await expect(
    run('delegations.changeAttachment', { id: letter.id, rowVersion: 1, paper: 'PHOTO', note: null }),
  ).rejects.toMatchObject(rule('photoIsNoPicture'))
  await expect(run('delegations.removeAttachments', { ids: [letter.id] }, { as: ['TM'] })).rejects.toMatchObject({
    code: 'NOT_ALLOWED',
  })
  await run('delegations.changeAttachment', { id: letter.id, rowVersion: 1, paper: 'LETTER', note: 'Faksla geldi.' })
  expect((await listed()).attachments[0]).toMatchObject({ paper: 'LETTER', note: 'Faksla geldi.', delegationId: null })

  await run('delegations.removeAttachments', { ids: [photo.id] })
  expect(fileNames(await listed())).toEqual(['Başvuru yazısı.pdf'])
  await run('delegations.restoreAttachments', { ids: [photo.id] })
  expect(fileNames(await listed())).toEqual(['Başvuru yazısı.pdf', 'DSC_001.jpg'])
})

test('a programme is kept as a template, without what belongs to one visit, and serves the next', async () => {
  const academy = await openTestAcademy()
  const { run } = academy
  const { id, items } = await openFile(academy)
  const site: { id: string } = await run('delegations.addSite', {
    ...{ nameTr: 'Arıtma Tesisi', nameEn: 'Treatment Plant', owner: 'İSKİ', address: null, capacity: 30 },
    ...{ minutesOnSite: 90, weekdays: [1, 2, 3, 4, 5], safetyTr: null, safetyEn: null, ppe: [], accessible: true },
    ...{ photoAllowed: true, contactPerson: null, phone: null, textTr: null, textEn: null },
  })
  const save = (titleTr: string): Promise<{ id: string }> =>
    run('delegations.saveTemplate', { delegationId: id, titleTr, titleEn: 'Environment, two days' })
  await expect(save('Boş')).rejects.toMatchObject(rule('programmeEmpty'))
  const put = [
    {
      ...itemFields({ groupNo: 0, details: { ...itemFields().details, internalNote: 'Hediye sorulacak.' } }),
      id: null,
    },
    { ...itemFields({ kind: 'siteVisit', date: '2027-01-26', siteId: site.id, place: null }), id: null },
  ]
  await run('delegations.editProgramme', { delegationId: id, put, remove: [] })
  const kept = await save('Çevre, iki gün')
  const sources: { ownTemplates: object[] } = await run('delegations.programmeSources', { delegationId: id })
  expect(sources.ownTemplates).toEqual([
    { id: kept.id, rowVersion: 1, titleTr: 'Çevre, iki gün', titleEn: 'Environment, two days', days: 2 },
  ])
  await run('delegations.editProgramme', { delegationId: id, put: [], remove: (await items()).map((one) => one.id) })
  const copy = { delegationId: id, template: kept.id, fromDelegationId: null, startOn: '2027-01-27' }
  await run('delegations.copyProgramme', copy)
  expect(
    (await items()).map(({ date, hostState, siteId, details }) => [date, hostState, siteId, details.internalNote]),
  ).toEqual([
    ['2027-01-27', 'NONE', null, null],
    ['2027-01-28', 'NONE', site.id, null],
  ])
  await run('delegations.renameTemplate', { id: kept.id, rowVersion: 1, titleTr: 'Çevre', titleEn: 'Environment' })
  await expect(run('delegations.removeTemplate', { id: kept.id, rowVersion: 1 })).rejects.toMatchObject({
    code: 'CONFLICT',
  })
  await run('delegations.removeTemplate', { id: kept.id, rowVersion: 2 })
  await expect(run('delegations.copyProgramme', copy)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await run('delegations.restoreTemplate', { id: kept.id })
  await run('delegations.copyProgramme', copy)
  expect(await items()).toHaveLength(4)
})

const textOf = async (content: Uint8Array): Promise<string> => {
  const reading = getDocument({ data: new Uint8Array(content), verbosity: 0 })
  const document = await reading.promise
  const pages: string[] = []
  for (let page = 1; page <= document.numPages; page++) {
    const { items } = await (await document.getPage(page)).getTextContent()
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '))
  }
  await reading.destroy()
  return pages.join(' ').replaceAll(/\s+/g, ' ')
}

async function unpacked(file: File): Promise<ReadonlyMap<string, Uint8Array>> {
  const zip = CFB.read(new Uint8Array(await file.arrayBuffer()), { type: 'array' })
  const files = new Map<string, Uint8Array>()
  for (const [at, entry] of zip.FileIndex.entries()) {
    // It reads names as Latin letters, whatever the archive says they are.
    const name = Buffer.from(zip.FullPaths[at]?.replace('Root Entry/', '') ?? '', 'latin1').toString('utf8')
    // The library adds a page of its own to whatever it reads.
    if (entry.size > 0 && !name.includes('Sh33tJ5')) files.set(name, new Uint8Array(entry.content))
  }
  return files
}

test('an audit pack holds what there is, sums of every file, and says in words what is missing', async () => {
  const academy = await openTestAcademy()
  const { run } = academy
  const { id, requestId } = await openFile(academy)
  const put = [
    { ...itemFields(), id: null },
    {
      ...itemFields({
        kind: 'siteVisit',
        titleTr: 'Arıtma tesisi',
        titleEn: 'Treatment plant',
        startMinute: 660,
        endMinute: 750,
      }),
      id: null,
    },
  ]
  const { ids }: { ids: string[] } = await run('delegations.editProgramme', { delegationId: id, put, remove: [] })
  const { sealed }: { sealed: Record<string, string> } = await run('delegations.sealParticipant', {
    texts: { passportNo: 'AK1234567', mealCode: 'vegetarian' },
  })
  await run('delegations.addParticipants', {
    delegationId: id,
    participants: [
      { fields: participantFields('Amina Wanjirũ', "O'Mwangi", { email: 'amina@nairobi.example' }), sealed },
    ],
  })
  const { participants }: { participants: { id: string }[] } = await run('delegations.participants', {
    delegationId: id,
  })
  academy.setNow('2027-01-29T07:00:00.000Z')
  await run('delegations.markAttendance', {
    ...{ itemId: ids[0], participantIds: participants.map((one) => one.id), mark: 'PRESENT', method: 'name' },
  })
  academy.setNow('2026-12-15T07:00:00.000Z')
  const photo = { requestId, delegationId: id, paper: 'PHOTO', note: null }
  await run('delegations.addAttachment', { ...photo, file: upload(jpeg, 'saha.jpg') })
  await run('delegations.addAttachment', { ...photo, file: upload(bytes([0xff, 0xd8, 0xff, 0xe1]), 'saha.jpg') })
  await run('delegations.addAttachment', { ...photo, delegationId: null, paper: 'REQUEST', file: upload(pdf, 'b.pdf') })

  const stages = new Set<string>()
  const pack = (language: 'tr' | 'en', more = {}): Promise<{ file: File; files: number; missing: number }> =>
    run('delegations.auditPack', { delegationId: id, language }, more)
  const made = await pack('en', { as: ['AU'], report: ({ stage }: { stage: string }) => stages.add(stage) })
  expect([...stages]).toEqual(['setting', 'collecting', 'packing'])
  const files = await unpacked(made.file)
  expect([...files.keys()].toSorted()).toEqual([
    '00 Cover.pdf',
    '01 Request and decision/Decision letter.pdf',
    '01 Request and decision/Request form and assessment.pdf',
    '01 Request and decision/b.pdf',
    '03 Programme/Host briefing.pdf',
    '03 Programme/Programme booklet.pdf',
    '04 Participants/List of participants.pdf',
    '05 Attendance/Attendance as recorded.pdf',
    '10 Photographs/saha (2).jpg',
    '10 Photographs/saha.jpg',
    'file-sums.sha256',
  ])
  const sums = Buffer.from(files.get('file-sums.sha256') ?? [])
    .toString('utf8')
    .trimEnd()
    .split('\n')
  expect(sums).toHaveLength(made.files)
  for (const line of sums) {
    const content = files.get(line.slice(66)) ?? new Uint8Array()
    expect(createHash('sha256').update(content).digest('hex'), line).toBe(line.slice(0, 64))
  }
  const cover = await textOf(files.get('00 Cover.pdf') ?? new Uint8Array())
  expect(cover).toContain('MISSING: The approval document is not attached')
  expect(cover).toContain('MISSING: Visits without a learning objective: Treatment plant')
  expect(cover).toContain('MISSING: Lessons whose attendance was not taken: Treatment plant')
  expect(cover).toContain(`${made.missing} things are missing`)
  expect(cover).not.toContain('request letter is not attached')
  for (const [name, content] of files) {
    if (!name.startsWith('0') || !name.endsWith('.pdf') || name.endsWith('b.pdf')) continue
    const text = await textOf(content)
    expect(text, name).not.toMatch(/AK1234567|vegetarian|amina@nairobi|700 000000|grace\.wanjiku/i)
  }
  expect(await textOf(files.get('04 Participants/List of participants.pdf') ?? new Uint8Array())).toContain('Wanjirũ')

  const kept = createHash('sha256').update(jpeg).digest('hex')
  await rm(join(academy.folder, 'files', kept.slice(0, 2), kept.slice(2)))
  const poorer = await pack('tr')
  expect(poorer.missing).toBe(made.missing + 1)
  const inTurkish = await unpacked(poorer.file)
  expect([...inTurkish.keys()].filter((name) => name.endsWith('.jpg'))).toEqual(['10 Fotoğraflar/saha.jpg'])
  expect(await textOf(inTurkish.get('00 Kapak.pdf') ?? new Uint8Array())).toContain('EKSİK: Eklenen dosya bulunamadı')

  const stopped = new AbortController()
  stopped.abort()
  await expect(pack('tr', { signal: stopped.signal })).rejects.toMatchObject({ code: 'CANCELLED' })
})

test('what is due is told to whom it concerns: the coordinator, the manager, the registrar', async () => {
  const academy = await openTestAcademy()
  const { run } = academy
  const { id } = await openFile(academy)
  await openFile(academy, { receivedOn: '2026-12-02' })
  type Due = { items: { kind: string; id?: string; count?: number; late?: number }[] }
  const visits = (role: OfficerRole): Promise<Due> => run('delegations.visitsToday', undefined, { as: [role] })
  const { items } = await visits('DC')
  expect(items.find((item) => item.id === id)).toMatchObject({ kind: 'tasksDue', late: expect.any(Number) })
  expect((await visits('TM')).items).toEqual([])
  await expect(visits('CR')).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
  academy.setNow('2027-01-20T07:00:00.000Z')
  expect((await visits('DC')).items.filter(({ kind }) => kind === 'arrives')).toHaveLength(2)
  expect(await run('certificates.certificatesToday', undefined, { as: ['CR'] })).toEqual({ items: [] })
})
