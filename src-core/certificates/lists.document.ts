import type {
  CertificateBlockTable,
  CertificateGroupTable,
  CertificateKind,
  CertificateTable,
} from '../database/schema.ts'
import { formatDateRange } from '../kernel/date-range.ts'
import { formatDate, formatInstant, istanbulDate } from '../kernel/dates.ts'
import { upperTr } from '../kernel/turkish.ts'
import { restoredReason } from './block.rules.ts'
import { listWords } from './lists.words.ts'
import { serialOf } from './serial.rules.ts'

type Language = 'tr' | 'en'

type Column = { readonly title: string; readonly width: string; readonly right: boolean }

const column = (title: string, width: string, right = false): Column => ({ title, width, right })

type Frame = { readonly institution: string; readonly language: Language; readonly now: string }

const frame = ({ institution, language, now }: Frame) => ({
  language,
  institution: language === 'tr' ? upperTr(institution) : institution,
  printed: listWords[language].printed(formatInstant(now)),
  pageWord: listWords[language].page,
})

/** The list that participants sign when they get their certificates. */
export function handOverDocument({
  group,
  rows,
  ...rest
}: Frame & { readonly group: CertificateGroupTable; readonly rows: readonly CertificateTable[] }) {
  const { language } = rest
  const words = listWords[language]
  const title = language === 'en' ? (group.titleEn ?? group.titleTr) : group.titleTr
  return {
    ...frame(rest),
    title: words.handOver,
    subtitle: title,
    facts: [formatDateRange(group.fromDate, group.toDate, language), words.count(rows.length)],
    tall: true,
    columns: [
      column(words.order, '11mm', true),
      column(words.serial, '32mm'),
      column(words.name, '1fr'),
      column(words.institution, '1fr'),
      column(words.date, '22mm'),
      column(words.signature, '40mm'),
    ],
    rows: rows.map((row, at) => [String(at + 1), row.serial, row.name, row.institution ?? '', '', '']),
    notes: [],
    signatures: [words.handedBy, words.checkedBy],
  }
}

type RegisterSource = Frame & {
  readonly kind: CertificateKind
  readonly year: number
  readonly rows: readonly CertificateTable[]
  readonly blocks: readonly CertificateBlockTable[]
}

/** One register of one year: a line for every number given out, and the spans that were not used. */
export function registerDocument({ kind, year, rows, blocks, ...rest }: RegisterSource) {
  const { language } = rest
  const words = listWords[language]
  const byId = new Map(rows.map((row) => [row.id, row]))
  const unused = blocks
    .filter(({ nextNo, toNo }) => nextNo <= toNo)
    .map(({ nextNo, toNo, state, endReason, updatedAt }) =>
      words.unused(
        serialOf(kind, year, nextNo),
        serialOf(kind, year, toNo),
        state === 'ACTIVE'
          ? words.open
          : endReason === restoredReason
            ? words.restored(formatDate(istanbulDate(updatedAt)))
            : (endReason ?? ''),
      ),
    )
  const remark = (row: CertificateTable): string => {
    const other = row.replacedById === null ? undefined : byId.get(row.replacedById)
    const replaced = row.replacesId === null ? undefined : byId.get(row.replacesId)
    return [
      words.state[row.state],
      other && words.replacedBy(other.serial),
      replaced && words.replaces(replaced.serial),
      row.endReason,
      row.copies > 0 && words.copies(row.copies),
    ]
      .filter(Boolean)
      .join('; ')
  }
  return {
    ...frame(rest),
    title: words.register[kind],
    subtitle: String(year),
    facts: [words.count(rows.length)],
    tall: false,
    columns: [
      column(words.serial, '32mm'),
      column(words.name, '46mm'),
      column(words.institution, '42mm'),
      column(words.training, '1fr'),
      column(words.hours, '12mm', true),
      column(words.issued, '21mm'),
      column(words.remark, '56mm'),
    ],
    rows: rows.map((row) => [
      row.serial,
      row.name,
      row.institution ?? '',
      row.titleTr,
      String(row.lessonHoursTenths / 10).replace('.', language === 'tr' ? ',' : '.'),
      formatDate(istanbulDate(row.issuedAt)),
      remark(row),
    ]),
    notes: unused,
    signatures: [],
  }
}
