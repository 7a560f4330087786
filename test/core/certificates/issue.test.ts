import { describe, expect, test } from 'vitest'
import type { Certificate, CertificateRow } from '../../../src-core/certificates/register.contract.ts'
import { recordedCommands } from '../../../src-core/database/command-log.ts'
import { verifyStore } from '../../../src-core/database/verify.ts'
import { officer } from '../academy.ts'
import {
  coordinator,
  groupFields,
  holderFields,
  manager,
  openCertificateOffice,
  refusal,
  registrar,
} from './certificate-office.ts'

type Office = Awaited<ReturnType<typeof openCertificateOffice>>

const names = ['Zeynep Şahin', 'Çağla Öz', 'Ahmet Iğdır', 'İpek Üstün']

const registerOf = async ({ run }: Office): Promise<CertificateRow[]> => {
  const page: { rows: CertificateRow[] } = await run('certificates.listCertificates', {
    sort: [{ column: 'serial', descending: false }],
  })
  return page.rows
}

const certificate = ({ run }: Office, id: string): Promise<Certificate> => run('certificates.getCertificate', { id })

describe('a group', () => {
  test('is proposed with those who meet the rules; whoever does not stays with the reason', async () => {
    const office = await openCertificateOffice()
    const { id, rowVersion } = await office.record({}, [
      holderFields('Ali Yılmaz'),
      holderFields('Veli Kaya', { attendedTenths: 310 }),
    ])
    const answer = await office.run('certificates.propose', { id, rowVersion }, { connection: coordinator })
    expect(answer).toMatchObject({ proposed: 1, left: 1 })
    const { holders } = await office.group(id)
    expect(holders.map(({ state }) => state)).toEqual(['PROPOSED', 'DRAFT'])
    expect(holders[1]?.obstacles).toEqual([{ kind: 'attendanceTooLow', share: 77, least: 80 }])
  })

  test('is approved by whoever recorded the attendance only with a reason, and not at all where that is forbidden', async () => {
    const office = await openCertificateOffice()
    const both = officer('DC', 'TM')
    const { run } = office
    const { id }: { id: string } = await run('certificates.addGroup', groupFields(), { connection: both })
    await run('certificates.addHolders', { groupId: id, holders: [holderFields('Ali Yılmaz')] }, { connection: both })
    const { rowVersion } = await office.group(id)
    await run('certificates.propose', { id, rowVersion }, { connection: both })
    const approve = { id, rowVersion: rowVersion + 1 }
    expect(await refusal(run('certificates.approve', approve, { connection: both }))).toBe('ownAttendanceReason')
    await run('certificates.changeCertificateSettings', { separation: 'block' })
    const withReason = { ...approve, reason: 'Başka uzman izinde' }
    expect(await refusal(run('certificates.approve', withReason, { connection: both }))).toBe('ownAttendance')
    await run('certificates.approve', approve, { connection: manager })
    expect((await office.group(id)).state).toBe('APPROVED')
  })

  test('is not changed once it is decided, and comes back for correction with a reason', async () => {
    const office = await openCertificateOffice()
    const { id, rowVersion } = await office.approved({}, [holderFields('Ali Yılmaz')])
    const change = { id, rowVersion, fields: { titleTr: 'Başka' } }
    expect(await refusal(office.run('certificates.changeGroup', change, { connection: coordinator }))).toBe(
      'groupDecided',
    )
    await office.run('certificates.returnGroup', { id, rowVersion, reason: 'Ad yanlış' }, { connection: manager })
    const back = await office.group(id)
    expect(back).toMatchObject({ state: 'DRAFT', decisionReason: 'Ad yanlış' })
    expect(back.holders[0]?.state).toBe('DRAFT')
  })
})

describe('issuing', () => {
  test('gives consecutive numbers in the order of seats, each with a file, a code and a signature that holds', async () => {
    const office = await openCertificateOffice()
    await office.issued(
      {},
      names.map((name) => holderFields(name)),
    )
    const rows = await registerOf(office)
    expect(rows.map(({ serial, name }) => [serial, name])).toEqual(
      names.map((name, at) => [`HS-2026-00000${at + 1}`, name]),
    )
    for (const { id } of rows) expect(await certificate(office, id)).toMatchObject({ intact: true, signed: true })
    expect(new Set(rows.map(({ code }) => code)).size).toBe(names.length)
  })

  test('in the order of names follows the Turkish alphabet', async () => {
    const office = await openCertificateOffice()
    const { id, rowVersion } = await office.approved(
      {},
      names.map((name) => holderFields(name)),
    )
    await office.run('certificates.issue', { id, rowVersion, order: 'name' }, { connection: registrar })
    expect((await registerOf(office)).map(({ name }) => name)).toEqual([
      'Ahmet Iğdır',
      'Çağla Öz',
      'İpek Üstün',
      'Zeynep Şahin',
    ])
  })

  test('keeps one register for each kind, and goes on where it stopped', async () => {
    const office = await openCertificateOffice()
    await office.issued({}, [holderFields('Ali')])
    await office.issued({ kind: 'PARTICIPATION', language: 'tr' }, [holderFields('Veli')])
    await office.issued({}, [holderFields('Can')])
    expect((await registerOf(office)).map(({ serial }) => serial)).toEqual([
      'HS-2026-000001',
      'HS-2026-000002',
      'KS-2026-000001',
    ])
  })

  test('needs an approval and an active template, and refuses a letter that cannot be printed by its name', async () => {
    const office = await openCertificateOffice()
    const drafted = await office.record({}, [holderFields('Ali')])
    const issue = ({ id, rowVersion }: { id: string; rowVersion: number }) =>
      refusal(office.run('certificates.issue', { id, rowVersion }, { connection: registrar }))
    expect(await issue(drafted)).toBe('groupNotApproved')
    expect(await issue(await office.approved({ kind: 'PROGRAMME' }, [holderFields('Ali')]))).toBe('templateNotActive')
    const chinese = await office.approved({}, [holderFields('Ali'), holderFields('李明')])
    await expect(
      office.run('certificates.issue', { id: chinese.id, rowVersion: chinese.rowVersion }, { connection: registrar }),
    ).rejects.toMatchObject({ data: { rule: 'letterMissing', details: { letter: '李', font: 'Noto Serif' } } })
    expect(await registerOf(office)).toEqual([])
  })

  test('that is cancelled leaves no number behind', async () => {
    const office = await openCertificateOffice()
    const { id, rowVersion } = await office.approved(
      {},
      names.map((name) => holderFields(name)),
    )
    const stop = new AbortController()
    const cut = office.run(
      'certificates.issue',
      { id, rowVersion },
      { connection: registrar, signal: stop.signal, report: ({ done }) => done === 2 && stop.abort() },
    )
    expect(await refusal(cut)).toBe('CANCELLED')
    const { blocks }: { blocks: unknown[] } = await office.run('certificates.numberBlocks')
    expect([await registerOf(office), blocks]).toEqual([[], []])
    await office.run('certificates.issue', { id, rowVersion }, { connection: registrar })
    expect((await registerOf(office))[0]?.serial).toBe('HS-2026-000001')
  })

  test('is frozen: the settings, the person and the occasion may change, the file does not', async () => {
    const office = await openCertificateOffice()
    await office.issued({}, [holderFields('Ali Yılmaz')])
    const [row] = await registerOf(office)
    const bytes = async () => {
      const file: File = await office.run('certificates.certificateFile', { id: row?.id })
      return Buffer.from(await file.arrayBuffer())
    }
    const before = await bytes()
    await office.run('certificates.changeCertificateSettings', { portal: 'elsewhere.example', institutionEn: 'Other' })
    expect((await bytes()).equals(before)).toBe(true)
  })

  test('writes the same numbers, codes, signatures and files when the command is run again', async () => {
    const office = await openCertificateOffice()
    await office.issued(
      {},
      names.map((name) => holderFields(name)),
    )
    const again = await openCertificateOffice()
    const { opened } = office.academy
    const commands = await opened.store.read((db) => recordedCommands(db))
    const own = await again.academy.opened.store.read((db) => recordedCommands(db))
    for (const { operation, input, context } of commands.slice(own.length)) {
      const actor = { ...context.actor, roles: 'all' as const }
      await again.academy.dispatcher.runRecorded(operation, input, { ...context, actor })
    }
    const rows = ({ academy }: Office) =>
      academy.opened.store.read((db) =>
        db
          .selectFrom('certificate')
          .select(['id', 'serial', 'name', 'code', 'signature', 'pdfHash', 'keyId'])
          .orderBy('number')
          .execute(),
      )
    expect(await rows(again)).toEqual(await rows(office))
    expect(await rows(again)).toHaveLength(names.length)
  })

  test('leaves a log that agrees with the rows', async () => {
    const office = await openCertificateOffice()
    await office.issued(
      {},
      names.map((name) => holderFields(name)),
    )
    const { store, columns } = office.academy.opened
    expect((await store.snapshot((db) => verifyStore(db, columns))).findings).toEqual([])
  })
})

describe('blocks of numbers', () => {
  test('are leased by fifty, used up in order and followed by the next', async () => {
    const office = await openCertificateOffice()
    await office.issued(
      {},
      Array.from({ length: 53 }, (_, at) => holderFields(`Kişi ${at}`)),
    )
    const { blocks }: { blocks: object[] } = await office.run('certificates.numberBlocks')
    expect(blocks).toMatchObject([
      { fromNo: 1, toNo: 50, nextNo: 51, here: true },
      { fromNo: 51, toNo: 100, nextNo: 54, here: true },
    ])
  })

  test('leased to two stores let both issue without a network and never the same number', async () => {
    const portal = await openCertificateOffice()
    const serials: string[] = []
    for (const storeId of ['first', 'second', 'first']) {
      const desk = await openCertificateOffice()
      await desk.run('certificates.changeCertificateSettings', { numbersFrom: 'portal' })
      const lease = { kind: 'DELEGATION', year: 2026, storeId }
      const block: { fromNo: number; toNo: number } = await portal.run('certificates.leaseBlock', lease, {
        connection: registrar,
      })
      const { fromNo, toNo } = block
      const taken = { kind: 'DELEGATION', year: 2026, storeId, fromNo, toNo }
      await desk.run('certificates.takeBlock', taken, { connection: registrar })
      const people = Array.from({ length: 3 }, (_, at) => holderFields(`Kişi ${at}`))
      const { id, rowVersion } = await desk.approved({}, people)
      await desk.run('certificates.issue', { id, rowVersion, storeId }, { connection: registrar })
      serials.push(...(await registerOf(desk)).map(({ serial }) => serial))
    }
    expect(serials).toEqual([1, 2, 3, 51, 52, 53, 101, 102, 103].map((n) => `HS-2026-${String(n).padStart(6, '0')}`))
  })

  test('of a store that does not keep the register refuse what they do not hold, and nothing is issued', async () => {
    const office = await openCertificateOffice()
    await office.run('certificates.changeCertificateSettings', { numbersFrom: 'portal' })
    const block = { kind: 'DELEGATION', year: 2026, storeId: 'desk', fromNo: 101, toNo: 102 }
    await office.run('certificates.takeBlock', block, { connection: registrar })
    const { id, rowVersion } = await office.approved(
      {},
      names.map((name) => holderFields(name)),
    )
    await expect(
      office.run('certificates.issue', { id, rowVersion, storeId: 'desk' }, { connection: registrar }),
    ).rejects.toMatchObject({
      data: { rule: 'blockUsedUp', details: { lacking: 2 } },
    })
    expect(
      await refusal(office.run('certificates.takeBlock', { ...block, toNo: 150 }, { connection: registrar })),
    ).toBe('blockOverlaps')
    expect(await registerOf(office)).toEqual([])
  })
})
