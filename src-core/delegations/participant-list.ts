import { textOf } from '../imports/index.ts'
import { parseDate } from '../kernel/dates.ts'
import { breaksRule } from '../kernel/errors.ts'
import type { Ports } from '../kernel/ports.ts'
import type { Cell } from '../kernel/sheet.ts'
import { fold } from '../kernel/turkish.ts'
import { countryOf } from './countries.ts'
import { largestDelegation, type ReadParticipant } from './participant.contract.ts'
import {
  emptyParticipantDetails,
  type mealCodes,
  type ParticipantFields,
  type ParticipantSecret,
  participantFieldsSchema,
} from './participant.ts'
import { participantHeaders } from './participant-headers.ts'

type Field = keyof typeof participantHeaders

const fieldOf = (header: string): Field | undefined => {
  const key = fold(header)
    .replaceAll(/[.:*◊]/g, '')
    .trim()
  return (Object.keys(participantHeaders) as Field[]).find((field) =>
    (participantHeaders[field] as readonly string[]).includes(key),
  )
}

type Line = { readonly row: number; readonly cells: readonly Cell[] }

async function workbookLines(ports: Ports, file: File, signal: AbortSignal): Promise<Line[]> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const workbook = await ports.openWorkbook(bytes, { fileName: file.name, signal })
  try {
    const sheet = workbook.info.sheets.findIndex(({ visibility, rowCount }) => visibility === 'visible' && rowCount > 0)
    const lines: Line[] = []
    if (sheet === -1) return lines
    for await (const batch of workbook.rows(sheet)) {
      for (const { row, cells } of batch) lines.push({ row: row + 1, cells })
      if (lines.length > largestDelegation + 50) breaksRule('delegationTooLarge', { most: largestDelegation })
    }
    return lines
  } finally {
    await workbook.close()
  }
}

const pastedLines = (text: string): Line[] =>
  text.split(/\r?\n/).flatMap((line, at) => {
    const cells = line.split(line.includes('\t') ? '\t' : ';').map((cell) => cell.trim())
    return cells.some(Boolean) ? [{ row: at + 1, cells }] : []
  })

const yes = new Set(['evet', 'e', 'x', 'var', '1', 'yes', 'y', 'true'])

const mealWords: Readonly<Record<string, (typeof mealCodes)[number]>> = {
  standart: 'standard',
  standard: 'standard',
  vejetaryen: 'vegetarian',
  vegetarian: 'vegetarian',
  vegan: 'vegan',
  domuzsuz: 'noPork',
  'domuz etsiz': 'noPork',
  'no pork': 'noPork',
  glutensiz: 'glutenFree',
  'gluten free': 'glutenFree',
  diger: 'other',
  other: 'other',
}

type Reading = {
  readonly ports: Ports
  readonly signal: AbortSignal
  readonly text?: string | undefined
  readonly file?: File | undefined
  /** Folded passport names that the delegation has already. */
  readonly present: ReadonlySet<string>
  readonly arrivalOn: string
  readonly departureOn: string
}

/**
 * Reads participants from a pasted table or a workbook. Passport spelling is kept letter for letter; sensitive columns come out
 * sealed and in no other form.
 */
export async function readParticipantList(reading: Reading) {
  const { ports, signal, text, file, present } = reading
  const lines = file ? await workbookLines(ports, file, signal) : pastedLines(text ?? '')
  const headerAt = lines.slice(0, 20).findIndex(({ cells }) => {
    const fields = cells.map((cell) => fieldOf(textOf(cell)))
    return fields.includes('givenNames') && fields.includes('surname')
  })
  if (headerAt === -1) return breaksRule('participantHeadersMissing')
  const header = lines[headerAt]?.cells.map((cell) => textOf(cell)) ?? []
  const byField = new Map<Field, number>()
  for (const [column, name] of header.entries()) {
    const field = fieldOf(name)
    if (field && !byField.has(field)) byField.set(field, column)
  }
  const used = new Set(byField.values())
  const rows = lines.slice(headerAt + 1).filter(({ cells }) => cells.some((cell) => textOf(cell) !== ''))
  if (rows.length > largestDelegation) breaksRule('delegationTooLarge', { most: largestDelegation })
  const seen = new Set<string>()
  return {
    participants: rows.map((line) => readLine(line, byField, reading, seen, present)),
    understood: [...byField].map(([field, column]) => ({ header: header[column] ?? '', field })),
    ignored: header.filter((name, column) => name !== '' && !used.has(column)),
  }
}

function readLine(
  line: Line,
  byField: ReadonlyMap<Field, number>,
  { ports, arrivalOn, departureOn }: Reading,
  seen: Set<string>,
  present: ReadonlySet<string>,
): ReadParticipant {
  const problems: ReadParticipant['problems'] = []
  const raw = (field: Field): Cell => line.cells[byField.get(field) ?? -1] ?? null
  const cell = (field: Field): string => textOf(raw(field))
  const orNull = (field: Field): string | null => cell(field) || null
  const date = (field: Field): string | null => {
    const read = parseDate(raw(field))
    if (read.kind === 'date') return read.iso
    if (read.kind !== 'empty') problems.push('dateUnread')
    return null
  }
  const givenNames = cell('givenNames')
  const surname = cell('surname')
  const name = `${givenNames} ${surname}`.trim()
  if (givenNames === '' || surname === '') problems.push('nameMissing')
  if (cell('institution') === '') problems.push('institutionMissing')
  if (cell('position') === '') problems.push('positionMissing')
  const nationality = countryOf(cell('nationality'))
  if (nationality === undefined) problems.push('countryUnread')
  const key = fold(name)
  if (seen.has(key)) problems.push('twice')
  if (present.has(key)) problems.push('present')
  seen.add(key)
  const sealed: Partial<Record<ParticipantSecret, string>> = {}
  const seal = (secret: ParticipantSecret, plain: string | null) => {
    if (plain) sealed[secret] = ports.seal.seal(plain, ports.randomToken())
  }
  seal('passportNo', orNull('passportNo'))
  seal('passportExpiry', date('passportExpiry'))
  seal('birthDate', date('birthDate'))
  seal('mealCode', cell('mealCode') === '' ? null : (mealWords[fold(cell('mealCode'))] ?? 'other'))
  seal('accessibility', orNull('accessibility'))
  const consentOn = date('consentOn')
  const fields: Partial<ParticipantFields> = {
    givenNames,
    surname,
    nameForCertificate: cell('nameForCertificate') || name,
    nameOnBadge: orNull('nameOnBadge'),
    ...(nationality !== undefined && { nationality }),
    institution: cell('institution'),
    position: cell('position'),
    email: orNull('email'),
    mobile: orNull('mobile'),
    groupNo: 0,
    head: yes.has(fold(cell('head'))),
    state: 'REGISTERED',
    arrivalOn: date('arrivalOn') ?? arrivalOn,
    departureOn: date('departureOn') ?? departureOn,
    vehicleId: null,
    hotelRoomId: null,
    consentVersion: orNull('consentVersion'),
    consentOn,
    details: {
      ...emptyParticipantDetails,
      title: orNull('title'),
      visaNeeded: yes.has(fold(cell('visaNeeded'))),
      arrivalFlight: orNull('arrivalFlight'),
      departureFlight: orNull('departureFlight'),
      shoeSize: orNull('shoeSize'),
      vestSize: orNull('vestSize'),
      emergencyContact: orNull('emergencyContact'),
      mediaConsent: yes.has(fold(cell('mediaConsent'))),
    },
  }
  const parsed = participantFieldsSchema.safeParse(fields)
  return { row: line.row, name, fields: parsed.success ? parsed.data : null, sealed, problems: [...new Set(problems)] }
}
