import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { NumberBlock } from '../../src-core/certificates/block.contract.ts'
import type { CertificateRow } from '../../src-core/certificates/register.contract.ts'
import { rescueStore } from '../../src-node/store/rescue.ts'
import {
  type CertificateOffice,
  holderFields,
  openCertificateOffice,
  registrar,
} from '../core/certificates/certificate-office.ts'

const people = (count: number) => Array.from({ length: count }, (_, at) => holderFields(`Kişi ${at}`))

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'akademi-numbers-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

const issue = async (office: CertificateOffice, count: number): Promise<readonly number[]> => {
  const { id } = await office.issued({}, people(count))
  const page: { rows: CertificateRow[] } = await office.run('certificates.listCertificates', { groupId: id })
  return page.rows.map(({ serial }) => Number(serial.slice(-6))).toSorted((a, b) => a - b)
}

const backUp = async (office: CertificateOffice): Promise<string> => {
  const { name }: { name: string } = await office.run('access.backUp', {})
  return name
}

const blocksOf = async (office: CertificateOffice): Promise<readonly NumberBlock[]> => {
  const { blocks }: { blocks: NumberBlock[] } = await office.run('certificates.numberBlocks')
  return blocks
}

async function textOf(file: File): Promise<string> {
  const reading = getDocument({ data: new Uint8Array(await file.arrayBuffer()), verbosity: 0 })
  const page = await (await reading.promise).getPage(1)
  const { items } = await page.getTextContent()
  await reading.destroy()
  return items
    .map((item) => ('str' in item ? item.str : ''))
    .join('')
    .replaceAll(/\s+/g, '')
}

describe('a store that went back to a backup', () => {
  test('gives no number a second time, and its register says which were passed over and how it knows', async () => {
    const office = await openCertificateOffice(await emptyFolder())
    expect(await issue(office, 3)).toEqual([1, 2, 3])
    const backup = await backUp(office)
    expect(await issue(office, 4)).toEqual([4, 5, 6, 7])
    await office.run('access.restoreBackup', { name: backup })
    expect(await issue(office, 2)).toEqual([8, 9])
    expect(await blocksOf(office)).toMatchObject([
      { fromNo: 1, toNo: 7, nextNo: 4, open: false, afterRestore: true },
      { fromNo: 8, toNo: 50, nextNo: 10, open: true, afterRestore: false },
    ])
    const file: File = await office.run(
      'certificates.printRegister',
      { kind: 'DELEGATION', year: 2026, language: 'tr' },
      { connection: registrar },
    )
    const printed = await textOf(file)
    expect(printed).toContain('HS-2026-000004–HS-2026-000007')
    expect(printed).toContain('15.12.2026günübiryedektendönüldü')
    // Nothing was given out since this backup, so that nothing is passed over.
    await office.run('access.restoreBackup', { name: await backUp(office) })
    expect(await issue(office, 1)).toEqual([10])
  })

  test('whose database could not be read any more goes by the mark beside it', async () => {
    const folder = await emptyFolder()
    const office = await openCertificateOffice(folder)
    await issue(office, 2)
    const backup = await backUp(office)
    expect((await issue(office, 8)).at(-1)).toBe(10)
    await office.close()
    await writeFile(join(folder, 'akademi.db'), 'no database at all')
    await rescueStore(folder, { backup }, new Date('2026-12-16T07:00:00Z'))
    const again = await openCertificateOffice(folder)
    expect(await issue(again, 1)).toEqual([11])
  })

  test('counts a number as given only when it was: an issue that was cancelled leaves no gap', async () => {
    const office = await openCertificateOffice(await emptyFolder())
    await issue(office, 1)
    const { id, rowVersion } = await office.approved({}, people(5))
    const stop = new AbortController()
    const cancelled = office.run(
      'certificates.issue',
      { id, rowVersion },
      { connection: registrar, signal: stop.signal, report: () => stop.abort() },
    )
    await expect(cancelled).rejects.toMatchObject({ code: 'CANCELLED' })
    await office.run('access.restoreBackup', { name: await backUp(office) })
    expect(await issue(office, 1)).toEqual([2])
  })
})
