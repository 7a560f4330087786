import type { Handlers } from '../database/dispatcher.ts'
import type { CertificateState, CertificateTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import { istanbulDate } from '../kernel/dates.ts'
import { sha256 } from '../kernel/hash.ts'
import { kindSchema } from './certificate.ts'
import { parseCode } from './code.rules.ts'
import { rowIsSigned } from './register.handlers.ts'
import * as register from './register.repository.ts'
import { parseSerial } from './serial.rules.ts'
import { allKeys } from './signing.repository.ts'
import { differingFields, isSigned, parseStatement, type Statement, statementOf } from './statement.ts'
import type { Verdict, verifyContract } from './verify.contract.ts'

const unknown: Verdict = { verdict: 'unknown', standing: null, copyNo: null, altered: [], certificate: null }

const standings: Readonly<Partial<Record<CertificateState, NonNullable<Verdict['standing']>>>> = {
  CORRECTED: 'corrected',
  REVOKED: 'revoked',
  VOIDED: 'voided',
  RENEWED: 'renewed',
}

const statementOfRow = (row: CertificateTable): Statement =>
  statementOf(row.serial, row.code, JSON.parse(row.holderSnapshot), JSON.parse(row.trainingSnapshot))

/** A certificate of the register, with what was found to differ from it. */
async function ofRow(
  db: Reader,
  row: CertificateTable,
  now: string,
  altered: readonly string[],
  copyNo: number | null = null,
): Promise<Verdict> {
  const expired = row.validUntil !== null && row.validUntil < istanbulDate(now)
  const replacement = row.replacedById === null ? undefined : await register.certificateById(db, row.replacedById)
  const statement = statementOfRow(row)
  const differing = (await rowIsSigned(db, row)) ? altered : [...altered, 'register']
  return {
    verdict: differing.length > 0 ? 'altered' : 'genuine',
    standing: standings[row.state] ?? (expired ? 'expired' : 'valid'),
    copyNo,
    altered: [...differing],
    certificate: {
      ...factsOf(statement),
      id: row.id,
      kind: row.kind,
      endReason: row.endReason,
      replacedBy: replacement?.serial ?? null,
    },
  }
}

const factsOf = (statement: Statement) => ({
  serial: statement.serial,
  code: statement.code,
  name: statement.name,
  titleTr: statement.titleTr,
  titleEn: statement.titleEn,
  fromDate: statement.fromDate,
  toDate: statement.toDate,
  lessonHoursTenths: statement.lessonHoursTenths,
  attendedTenths: statement.attendedTenths,
  issuedOn: statement.issuedOn,
  issuer: statement.issuer,
})

/** What a QR of ours, a code or a number says. */
function readText(text: string): { code?: string; serial?: string; signature?: string } {
  const [, coded = '', signature] = /\/d\/([^#?\s]+)(?:#(\S+))?/.exec(text) ?? []
  const code = parseCode(coded || text)
  const serial = parseSerial(text)
  return { ...(code && { code }), ...(serial && { serial }), ...(signature && { signature }) }
}

/** What stands behind a code, a number, or what a scanner read from a QR. */
export async function verifyText(db: Reader, text: string, now: string): Promise<Verdict> {
  const { code, serial, signature } = readText(text)
  const row = code
    ? await register.certificateBy(db, 'code', code)
    : serial
      ? await register.certificateBy(db, 'serial', serial)
      : undefined
  if (!row) return unknown
  return ofRow(db, row, now, signature !== undefined && signature !== row.signature ? ['signature'] : [])
}

const mark = (text: string, name: string): string | undefined =>
  new RegExp(`akademi${name}:([A-Za-z0-9_-]+)`).exec(text)?.[1]

/** A file's own marks; they are readable in what we write, and most programs that edit a PDF leave them. */
function marksOf(bytes: Uint8Array) {
  const text = Buffer.from(bytes).toString('latin1')
  const encoded = mark(text, '-statement')
  return {
    code: parseCode(mark(text, '') ?? ''),
    signature: mark(text, '-signature') ?? '',
    statement: encoded ? parseStatement(Buffer.from(encoded, 'base64url').toString('utf8')) : undefined,
  }
}

async function verifyFile(db: Reader, bytes: Uint8Array, now: string): Promise<Verdict> {
  const hash = sha256(bytes)
  const original = await register.certificateBy(db, 'pdfHash', hash)
  if (original) return ofRow(db, original, now, [])
  const copy = await register.copyByHash(db, hash)
  const copied = copy && (await register.certificateById(db, copy.certificateId))
  if (copy && copied) return ofRow(db, copied, now, [], copy.copyNo)
  const { code, signature, statement } = marksOf(bytes)
  const row = code ? await register.certificateBy(db, 'code', code) : undefined
  if (row) {
    // The bytes are none that we issued: whatever the marks say, the paper may say something else.
    const fields = statement ? differingFields(statementOfRow(row), statement) : []
    return ofRow(db, row, now, ['file', ...fields])
  }
  if (!statement) return unknown
  const signed = (await allKeys(db)).some(({ publicKey }) => isSigned(publicKey, statement, signature))
  const kind = kindSchema.safeParse(statement.kind)
  if (!signed || !kind.success) return unknown
  const certificate = { ...factsOf(statement), id: null, kind: kind.data, endReason: null, replacedBy: null }
  return { verdict: 'foreign', standing: null, copyNo: null, altered: ['file'], certificate }
}

export const verifyHandlers: Handlers<typeof verifyContract> = {
  verify: async ({ db, input, now }) => {
    if (input.file) return verifyFile(db, new Uint8Array(await input.file.arrayBuffer()), now)
    return verifyText(db, input.text?.trim() ?? '', now)
  },
}
