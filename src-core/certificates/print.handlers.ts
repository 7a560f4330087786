import { officerNames, readSetting } from '../access/index.ts'
import type { Handlers } from '../database/dispatcher.ts'
import type { CertificatePageTable, CertificatePrintTable, CertificateTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import type { CallOptions } from '../kernel/context.ts'
import { breaksRule, found, OperationError } from '../kernel/errors.ts'
import type { Ports } from '../kernel/ports.ts'
import { allBlocks } from './block.repository.ts'
import { stands } from './certificate.ts'
import * as groups from './group.repository.ts'
import { paperOf } from './issue.ts'
import { type Layout, parseLayout } from './layout.ts'
import { handOverDocument, registerDocument } from './lists.document.ts'
import { picturesOf } from './pictures.ts'
import type { Print, printContract } from './print.contract.ts'
import * as prints from './print.repository.ts'
import { printPile } from './print.ts'
import * as register from './register.repository.ts'
import * as templates from './template.repository.ts'

const listTemplate = 'documents/certificate-lists.typ'
const pdfType = 'application/pdf'

type Order = 'seat' | 'name'

/** Certificates of a group that stand, as they are to lie on the pile. */
async function inOrder(db: Reader, groupId: string, order: Order): Promise<CertificateTable[]> {
  const rows = (await register.certificatesOf(db, groupId)).filter(({ state }) => stands(state))
  if (order === 'seat') return rows
  return rows.toSorted((a, b) => (a.sortKey < b.sortKey ? -1 : a.sortKey > b.sortKey ? 1 : a.number - b.number))
}

const safe = (name: string): string => name.replaceAll(/[\\/:*?"<>|]/g, ' ').slice(0, 120)

type Making = { readonly db: Reader; readonly ports: Ports } & Required<CallOptions>

/** The pages in one file, or every certificate's own file, as it was issued, in a ZIP. */
async function fileOf(
  { db, ports, report, signal }: Making,
  rows: readonly { readonly row: CertificateTable; readonly page: number }[],
  form: 'pdf' | 'zip',
  title: string,
): Promise<File> {
  const last = rows[0]
  if (!last) return breaksRule('nothingToPrint')
  const cancelled = () => {
    if (signal.aborted) throw new OperationError('CANCELLED', {})
  }
  if (form === 'zip') {
    const files: { name: string; bytes: Uint8Array }[] = []
    for (const [at, { row, page }] of rows.entries()) {
      cancelled()
      if (at % 20 === 0) report({ stage: 'packing', done: at, total: rows.length })
      const bytes = await ports.files.get(row.pdfHash)
      if (!bytes) return breaksRule('certificateFileMissing', { serial: row.serial })
      files.push({ name: `${String(page).padStart(3, '0')} ${safe(`${row.serial} ${row.name}`)}.pdf`, bytes })
    }
    return new File([new Uint8Array(await ports.zipFiles(files))], `${safe(title)}.zip`, { type: 'application/zip' })
  }
  report({ stage: 'printing', done: 0, total: rows.length })
  const layouts = new Map<string, Layout>()
  const papers = []
  for (const { row } of rows) {
    let layout = layouts.get(row.templateId)
    if (!layout) {
      const template = await templates.templateById(db, row.templateId)
      layout = parseLayout(found(template, 'certificateTemplate', row.templateId).layout)
      layouts.set(row.templateId, layout)
    }
    papers.push(paperOf(row, layout))
  }
  cancelled()
  const pictures = await picturesOf(ports.files, papers)
  // A blob keeps its bytes outside of what the printing takes, and a file of blobs copies none of them.
  const pieces: Blob[] = []
  for await (const piece of printPile({ ports, report, signal }, papers, pictures, last.row.issuedAt))
    pieces.push(new Blob([piece]))
  return new File(pieces, `${safe(title)}.pdf`, { type: pdfType })
}

const toPrint = (row: CertificatePrintTable, pages: readonly CertificatePageTable[], byName: string | null): Print => ({
  id: row.id,
  groupId: row.groupId,
  at: row.createdAt,
  byName,
  order: row.pageOrder,
  pages: row.pages,
  printed: pages.filter(({ state }) => state === 'PRINTED').length,
  spoiled: pages.filter(({ state }) => state === 'SPOILED').length,
  resumeAt: pages.find(({ state }) => state !== 'PRINTED')?.page ?? null,
})

async function readPrint(db: Reader, row: CertificatePrintTable): Promise<Print> {
  const names = await officerNames(db, [row.createdBy])
  return toPrint(row, await prints.pagesOf(db, row.id), names.get(row.createdBy) ?? null)
}

async function certificatesAt(db: Reader, pages: readonly CertificatePageTable[]) {
  const rows = []
  for (const { certificateId, page } of pages)
    rows.push({ page, row: found(await register.certificateById(db, certificateId), 'certificate', certificateId) })
  return rows
}

export const printHandlers: Handlers<typeof printContract> = {
  prints: async ({ db, input }) => {
    const rows = await prints.printsOf(db, input.groupId)
    const read: Print[] = []
    for (const row of rows) read.push(await readPrint(db, row))
    return { prints: read }
  },

  printPages: async ({ db, input }) => {
    const pages = await prints.pagesOf(db, input.id)
    const rows = new Map((await certificatesAt(db, pages)).map(({ row }) => [row.id, row]))
    return {
      pages: pages.map(({ page, certificateId, state }) => {
        const { serial = '', name = '' } = rows.get(certificateId) ?? {}
        return { page, certificateId, state, serial, name }
      }),
    }
  },

  startPrint: async (call) => {
    const { db, input, write } = call
    const group = found(await groups.groupById(db, input.groupId), 'certificateGroup', input.groupId)
    const rows = (await inOrder(db, group.id, input.order)).map((row, at) => ({ row, page: at + 1 }))
    const file = await fileOf(call, rows, input.form, group.titleTr)
    const own = { groupId: group.id, pageOrder: input.order, pages: rows.length }
    const id = await write.insert('certificatePrint', own)
    await write.insertMany(
      'certificatePage',
      rows.map(({ row, page }) => ({
        id: write.newId(),
        printId: id,
        certificateId: row.id,
        page,
        state: 'WAITING' as const,
      })),
    )
    return { id, pages: rows.length, file }
  },

  resumePrint: async (call) => {
    const { db, input } = call
    const print = found(await prints.printById(db, input.id), 'certificatePrint', input.id)
    const group = found(await groups.groupById(db, print.groupId), 'certificateGroup', print.groupId)
    const open = (await prints.pagesOf(db, print.id)).filter(
      ({ page, state }) => page >= input.fromPage && state !== 'PRINTED',
    )
    const rows = (await certificatesAt(db, open)).filter(({ row }) => stands(row.state))
    const file = await fileOf(call, rows, input.form, `${group.titleTr} ${input.fromPage}`)
    return { pages: rows.length, file }
  },

  markPages: async ({ db, input, write }) => {
    const print = found(await prints.printById(db, input.id), 'certificatePrint', input.id)
    const { fromPage, toPage, state } = input
    if (fromPage > toPage || toPage > print.pages) breaksRule('pagesOutside', { pages: print.pages })
    const marked = (await prints.pagesOf(db, print.id)).filter(
      (page) => page.page >= fromPage && page.page <= toPage && page.state !== state,
    )
    await write.updateMany(
      'certificatePage',
      marked.map(({ id }) => ({ id, patch: { state } })),
    )
    await write.insertMany(
      'certificateEvent',
      marked.map(({ certificateId, page }) => ({
        ...{ id: write.newId(), certificateId, event: state, copyNo: null },
        ...{ reason: String(page), requestedBy: null, pdfHash: null },
      })),
    )
    if (state === 'PRINTED') {
      const rows = await certificatesAt(db, marked)
      await write.updateMany(
        'certificate',
        rows.filter(({ row }) => row.state === 'ISSUED').map(({ row }) => ({ id: row.id, patch: { state } })),
      )
    }
    return readPrint(db, print)
  },

  handOverList: async ({ db, input, ports, now }) => {
    const group = found(await groups.groupById(db, input.groupId), 'certificateGroup', input.groupId)
    const institution = (await readSetting(db, 'institution')) ?? ''
    const rows = await inOrder(db, group.id, input.order)
    const document = handOverDocument({ group, rows, institution, language: input.language, now })
    const bytes = await ports.printDocument(listTemplate, document, now)
    return new File([new Uint8Array(bytes)], `${safe(`${document.title} ${group.titleTr}`)}.pdf`, { type: pdfType })
  },

  printRegister: async ({ db, input, ports, now }) => {
    const rows = await register.registerOf(db, input.kind, input.year)
    const blocks = (await allBlocks(db)).filter(({ kind, year }) => kind === input.kind && year === input.year)
    const institution = (await readSetting(db, 'institution')) ?? ''
    const document = registerDocument({ ...input, rows, blocks, institution, now })
    const bytes = await ports.printDocument(listTemplate, document, now)
    return new File([new Uint8Array(bytes)], `${safe(document.title)} ${input.year}.pdf`, { type: pdfType })
  },
}
