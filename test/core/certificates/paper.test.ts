import { describe, expect, test } from 'vitest'
import type { HolderFields } from '../../../src-core/certificates/group.ts'
import type { CertificateRow } from '../../../src-core/certificates/register.contract.ts'
import type { Verdict } from '../../../src-core/certificates/verify.contract.ts'
import { holderFields, manager, openCertificateOffice, refusal, registrar } from './certificate-office.ts'
import { bare, readPdfFile } from './read-pdf-file.ts'

type Office = Awaited<ReturnType<typeof openCertificateOffice>>

const pagesOf = async (file: File): Promise<string[]> =>
  (await readPdfFile(new Uint8Array(await file.arrayBuffer()))).pages

const rowsOf = async ({ run }: Office, groupId: string): Promise<CertificateRow[]> => {
  const page: { rows: CertificateRow[] } = await run('certificates.listCertificates', {
    groupId,
    sort: [{ column: 'serial', descending: false }],
  })
  return page.rows
}

const fileOf = ({ run }: Office, id: string, copyNo?: number): Promise<File> =>
  run('certificates.certificateFile', { id, ...(copyNo && { copyNo }) })

const verify = ({ run }: Office, input: object): Promise<Verdict> => run('certificates.verify', input)

async function oneCertificate(fields: Partial<HolderFields> = {}) {
  const office = await openCertificateOffice()
  const { id } = await office.issued({}, [{ ...holderFields('Ayşe Şükrü Iğdır'), ...fields }])
  const [row] = await rowsOf(office, id)
  if (!row) throw new Error('nothing was issued')
  return { office, row, groupId: id }
}

describe('the paper', () => {
  test.each([
    'ĞÜŞİÖÇğüşıöç – Iğdır, İzmir, Şırnak',
    'Nguyễn Thị Ánh Tuyết',
    'Ольга Ковальчук',
    'Ελένη Παπαδοπούλου',
    "O'Brien-N'Diaye",
    'لمياء عبد السلام محمد لاشين',
  ])('carries the name %s letter for letter', async (name) => {
    const { office, row } = await oneCertificate({ name })
    const [page = ''] = await pagesOf(await fileOf(office, row.id))
    expect(page).toContain(bare(name))
  })

  test('says in both languages what the register says, dates and capitals as each language writes them', async () => {
    const { office, row } = await oneCertificate()
    const [page = ''] = await pagesOf(await fileOf(office, row.id))
    for (const words of [
      'HEYET PROGRAMI SERTİFİKASI',
      'DELEGATION PROGRAMME CERTIFICATE',
      '25–31 Ocak 2027',
      '25–31 January 2027',
      'Çevre Yönetimi Eğitimi',
      'Environmental Management Training',
      '40 ders saati',
      '40 lesson hours',
      'Nairobi City County, Kenya',
      'Head of Training',
      row.serial,
    ])
      expect(page).toContain(bare(words))
  })

  test.each([
    ['Typst code', '#panic("x") #{let a = 1} $x^2$ *bold* _it_ `raw` @ref <label> \\ //'],
    ['HTML', '<script>alert(1)</script> &amp; <b>x</b>'],
    ['fields of the template', '{serial} {code} {{name}}'],
    ['JSON', '"},{"type":"qr"}'],
  ])('prints %s in a name as what it is', async (_, name) => {
    const { office, row } = await oneCertificate({ name, institution: name })
    const [page = ''] = await pagesOf(await fileOf(office, row.id))
    expect(page).toContain(bare(name))
  })

  test('prints hostile text in every other field as what it is, on both languages of one page', async () => {
    const hostile = '#panic("x") $x^2$ <b>&amp;</b> {name} \\ "},{'
    const office = await openCertificateOffice()
    const duty = { name: `A ${hostile}`, dutyTr: `B ${hostile}`, dutyEn: `C ${hostile}` }
    const fields = { titleTr: `D ${hostile}`, titleEn: `E ${hostile}`, place: `F ${hostile}`, placeEn: `G ${hostile}` }
    const { id } = await office.issued({ ...fields, partner: `H ${hostile}`, signatories: [duty] }, [
      holderFields('Ayşe', { institution: `I ${hostile}`, country: `J ${hostile}` }),
    ])
    const [row] = await rowsOf(office, id)
    const [page = ''] = await pagesOf(await fileOf(office, row?.id ?? ''))
    for (const letter of 'ABCDEFGHIJ')
      expect(page.replaceAll('\u200b', ''), letter).toContain(bare(`${letter} ${hostile}`))
  })

  test('of a whole group in one file says of everybody exactly what the register says, in three scripts', async () => {
    const office = await openCertificateOffice()
    const names = ['Ğülşah Iğdırlı Öçşü', 'Wanjiru O’Connor-Smith', 'فاطمة الزهراء']
    const { id } = await office.issued(
      {},
      names.map((name, at) => holderFields(name, { institution: `Kurum ${at + 1}`, country: 'Türkiye' })),
    )
    const { file }: { file: File } = await office.run(
      'certificates.startPrint',
      { groupId: id, order: 'seat', form: 'pdf' },
      { connection: registrar },
    )
    const pages = await pagesOf(file)
    const rows = await rowsOf(office, id)
    expect(pages).toHaveLength(names.length)
    for (const [at, row] of rows.entries()) {
      for (const text of [row.name, `Kurum ${at + 1}, Türkiye`, row.serial, row.titleTr])
        expect(pages[at], `${text} on page ${at + 1}`).toContain(bare(text))
    }
  })

  test('takes out signs that would turn the direction of a line, and keeps the longest name whole', async () => {
    const long = `${'Abdülhamit '.repeat(14)}Öz`
    const { office, row } = await oneCertificate({ name: `\u202e${long}`, institution: 'x'.repeat(200) })
    expect(row.name).toBe(long)
    const pages = await pagesOf(await fileOf(office, row.id))
    expect(pages).toHaveLength(1)
    expect(pages[0]?.replaceAll('\u200b', '')).toContain(bare(long))
  })
})

describe('a template', () => {
  test('is proved before it becomes active, and is not activated twice', async () => {
    const { run } = await openCertificateOffice()
    const which = { kind: 'PROGRAMME', language: 'tr' }
    const preview: { svg: string; proof: { texts: string[]; missing: unknown[] } } = await run(
      'certificates.previewTemplate',
      which,
    )
    expect(preview.svg).toContain('<svg')
    expect(preview.proof).toEqual({ texts: ['ĞÜŞİÖÇğüşıöç – Iğdır, İzmir, Şırnak'], missing: [] })
    await run('certificates.activateTemplate', which, { connection: manager })
    expect(await refusal(run('certificates.activateTemplate', which, { connection: manager }))).toBe('templateActive')
  })

  test('whose heading has a letter that no font has is not activated, and letter and font are named', async () => {
    const { run } = await openCertificateOffice()
    await run('certificates.changeCertificateSettings', { institutionEn: 'Municipality 市' })
    await expect(
      run('certificates.activateTemplate', { kind: 'PROGRAMME', language: 'en' }, { connection: manager }),
    ).rejects.toMatchObject({ data: { rule: 'letterMissing', details: { letter: '市', font: 'Noto Sans' } } })
  })
})

describe('what happens to a certificate afterwards', () => {
  const reason = 'Ad pasaporttaki gibi değil'

  test('a correction has a new number that points to the old one, and the old one to it', async () => {
    const { office, row } = await oneCertificate()
    const input = {
      id: row.id,
      rowVersion: row.rowVersion,
      reason,
      name: 'Ayşe Şükrü',
      institution: null,
      country: null,
    }
    const made: { id: string; serial: string } = await office.run('certificates.correctCertificate', input, {
      connection: registrar,
    })
    expect(made.serial).toBe('HS-2026-000002')
    expect(await office.run('certificates.getCertificate', { id: row.id })).toMatchObject({
      state: 'CORRECTED',
      endReason: reason,
      replacedBy: { serial: made.serial },
      intact: true,
    })
    expect(await office.run('certificates.getCertificate', { id: made.id })).toMatchObject({
      name: 'Ayşe Şükrü',
      replaces: { serial: row.serial },
      signed: true,
    })
    expect(await refusal(office.run('certificates.correctCertificate', { ...input, rowVersion: 2 }))).toBe(
      'certificateEnded',
    )
  })

  test('a duplicate says that it is one, with its number, and is known by its own file', async () => {
    const { office, row } = await oneCertificate()
    for (const [copyNo, rowVersion] of [
      [1, 1],
      [2, 2],
    ]) {
      const copy = { id: row.id, rowVersion, reason: 'Kaybolmuş', requestedBy: 'Sahibi' }
      expect(await office.run('certificates.duplicateCertificate', copy, { connection: registrar })).toMatchObject({
        copyNo,
      })
    }
    const file = await fileOf(office, row.id, 2)
    expect((await pagesOf(file))[0]).toContain(bare('DUPLICATE / İKİNCİ NÜSHA · 2'))
    expect(await verify(office, { file })).toMatchObject({ verdict: 'genuine', copyNo: 2, standing: 'valid' })
  })

  test('a voided number stays in the register, and its holder gets another one', async () => {
    const { office, row, groupId } = await oneCertificate()
    const { id, rowVersion } = row
    await office.run(
      'certificates.voidCertificate',
      { id, rowVersion, reason: 'Kâğıt yırtıldı' },
      { connection: registrar },
    )
    const group = await office.group(groupId)
    await office.run('certificates.issue', { id: groupId, rowVersion: group.rowVersion }, { connection: registrar })
    expect((await rowsOf(office, groupId)).map(({ serial, state }) => [serial, state])).toEqual([
      ['HS-2026-000001', 'VOIDED'],
      ['HS-2026-000002', 'ISSUED'],
    ])
  })

  test('a revoked one is not handed over, and a later copy says so', async () => {
    const { office, row } = await oneCertificate()
    const { id, rowVersion } = row
    const revoke = { id, rowVersion, reason: 'Sahte belgeyle katılmış' }
    expect(await refusal(office.run('certificates.revokeCertificate', revoke, { connection: registrar }))).toBe(
      'NOT_ALLOWED',
    )
    const badge: File = await office.run('certificates.badgeFile', { id })
    expect(await badge.text()).toMatch(/^[\w-]+\.[\w-]+\.[\w-]{86}$/)
    await office.run('certificates.revokeCertificate', revoke, { connection: manager })
    expect(await refusal(office.run('certificates.badgeFile', { id }))).toBe('certificateEnded')
    expect(await refusal(office.run('certificates.handOver', { ids: [id] }, { connection: registrar }))).toBe(
      'certificateEnded',
    )
    const copy = { id, rowVersion: rowVersion + 1, reason: 'Mahkeme istedi', requestedBy: null }
    await office.run('certificates.duplicateCertificate', copy, { connection: registrar })
    expect((await pagesOf(await fileOf(office, id, 1)))[0]).toContain(bare('İPTAL EDİLMİŞTİR / REVOKED'))
    expect(await verify(office, { text: row.code })).toMatchObject({ verdict: 'genuine', standing: 'revoked' })
  })

  test('a file that is no longer what was issued is not opened', async () => {
    const { office, row } = await oneCertificate()
    const hash = await office.academy.opened.store.read((db) =>
      db.selectFrom('certificate').select('pdfHash').executeTakeFirstOrThrow(),
    )
    const { writeFile } = await import('node:fs/promises')
    const { join } = await import('node:path')
    const { pdfHash } = hash
    await writeFile(join(office.folder, 'files', pdfHash.slice(0, 2), pdfHash.slice(2)), 'another file')
    expect(await refusal(fileOf(office, row.id))).toBe('STORE_FAILED')
    expect(await office.run('certificates.getCertificate', { id: row.id })).toMatchObject({ intact: false })
  })
})

describe('verification without a network', () => {
  test('knows a code, a number and a QR however they are typed', async () => {
    const { office, row } = await oneCertificate()
    const { signature } = await office.academy.opened.store.read((db) =>
      db.selectFrom('certificate').select('signature').executeTakeFirstOrThrow(),
    )
    for (const text of [
      row.code.toLowerCase(),
      ` ${row.code.slice(0, 4)}-${row.code.slice(4, 8)} ${row.code.slice(8)}`,
      'hs 2026 1',
      `https://akademi.example/d/${row.code}#${signature}`,
    ])
      expect(await verify(office, { text }), text).toMatchObject({
        verdict: 'genuine',
        standing: 'valid',
        certificate: { serial: row.serial, name: row.name },
      })
    const forged = `https://akademi.example/d/${row.code}#${signature.replace(/^./, (sign) => (sign === 'A' ? 'B' : 'A'))}`
    expect(await verify(office, { text: forged })).toMatchObject({ verdict: 'altered', altered: ['signature'] })
    expect(await verify(office, { text: 'ABCDEFGHJKMN' })).toMatchObject({ verdict: 'unknown', certificate: null })
  })

  test('knows the file to the byte, and names an edited one and the field that was altered', async () => {
    const { office, row } = await oneCertificate()
    const file = await fileOf(office, row.id)
    expect(await verify(office, { file })).toMatchObject({ verdict: 'genuine', copyNo: null })
    const text = Buffer.from(await file.arrayBuffer()).toString('latin1')
    const [, encoded = ''] = /akademi-statement:([\w-]+)/.exec(text) ?? []
    const statement = JSON.parse(Buffer.from(encoded, 'base64url').toString('utf8'))
    const altered = JSON.stringify(statement).replace('Ayşe', 'Elif')
    const edited = text.replaceAll(encoded, Buffer.from(altered).toString('base64url'))
    expect(await verify(office, { file: new File([Buffer.from(edited, 'latin1')], 'x.pdf') })).toMatchObject({
      verdict: 'altered',
      altered: ['file', 'name'],
      certificate: { name: row.name },
    })
    const longer = new File([Buffer.from(`${text}\n`, 'latin1')], 'x.pdf')
    expect(await verify(office, { file: longer })).toMatchObject({ verdict: 'altered', altered: ['file'] })
    const other = new File([Buffer.from('%PDF-1.7 something else')], 'y.pdf')
    expect(await verify(office, { file: other })).toMatchObject({ verdict: 'unknown' })
  })

  test('notices a register whose row was changed past the log', async () => {
    const { office, row } = await oneCertificate()
    await office.academy.opened.store.write(({ db }) =>
      db.updateTable('certificate').set({ name: 'Başka Biri' }).where('id', '=', row.id).execute(),
    )
    expect(await verify(office, { text: row.code })).toMatchObject({ verdict: 'altered', altered: ['register'] })
  })

  test('goes on with what an earlier key signed', async () => {
    const { office, row } = await oneCertificate()
    office.setNow('2026-12-16T07:00:00.000Z')
    await office.run('certificates.rotateSigningKey', { reason: 'Yıllık yenileme' }, { connection: registrar })
    expect(await verify(office, { text: row.code })).toMatchObject({ verdict: 'genuine' })
    const { keys }: { keys: { active: boolean }[] } = await office.run('certificates.signingKeys')
    expect(keys.map(({ active }) => active)).toEqual([true, false])
  })
})
