import { isSignedBy, type Signer } from '../kernel/ed25519.ts'
import type { HolderSnapshot, TrainingSnapshot } from './certificate.ts'

/** What is signed: everything on the paper that somebody might want to alter. */
export type Statement = {
  readonly serial: string
  readonly code: string
  readonly kind: string
  readonly name: string
  readonly institution: string | null
  readonly country: string | null
  readonly titleTr: string
  readonly titleEn: string | null
  readonly fromDate: string
  readonly toDate: string
  readonly lessonHoursTenths: number
  readonly attendedTenths: number | null
  readonly testScore: number | null
  readonly issuedOn: string
  readonly validUntil: string | null
  readonly issuer: string
}

/** Fields in the order in which they are signed; a new one may only be added at the end, with a new version. */
const fields = [
  'serial',
  'code',
  'kind',
  'name',
  'institution',
  'country',
  'titleTr',
  'titleEn',
  'fromDate',
  'toDate',
  'lessonHoursTenths',
  'attendedTenths',
  'testScore',
  'issuedOn',
  'validUntil',
  'issuer',
] as const satisfies readonly (keyof Statement)[]

export type StatementField = (typeof fields)[number]

const version = 1

export function statementOf(
  serial: string,
  code: string,
  holder: HolderSnapshot,
  training: TrainingSnapshot,
): Statement {
  const { name, institution, country, attendedTenths, testScore } = holder
  const { kind, titleTr, titleEn, fromDate, toDate, lessonHoursTenths, issuedOn, validUntil } = training
  const issuer = training.institutionTr
  return {
    ...{ serial, code, kind, name, institution, country, titleTr, titleEn, fromDate, toDate, lessonHoursTenths },
    ...{ attendedTenths, testScore, issuedOn, validUntil, issuer },
  }
}

/** The statement as one text, always the same for the same fields. */
export const statementText = (statement: Statement): string =>
  JSON.stringify([version, ...fields.map((field) => statement[field])])

/** The statement a text holds; undefined when it is none of ours. */
export function parseStatement(text: string): Statement | undefined {
  try {
    const values: unknown = JSON.parse(text)
    if (!Array.isArray(values) || values[0] !== version || values.length !== fields.length + 1) return undefined
    return Object.fromEntries(fields.map((field, at) => [field, values[at + 1]])) as Statement
  } catch {
    return undefined
  }
}

/** Where two statements differ. */
export const differingFields = (a: Statement, b: Statement): StatementField[] =>
  fields.filter((field) => a[field] !== b[field])

export const signStatement = (signer: Signer, statement: Statement): string => signer.sign(statementText(statement))

export const isSigned = (publicKey: string, statement: Statement, signature: string): boolean =>
  isSignedBy(publicKey, statementText(statement), signature)
