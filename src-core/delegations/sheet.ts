import { formatInstant } from '../kernel/dates.ts'
import { upperTr } from '../kernel/turkish.ts'
import type { DocumentLanguage } from './fields.ts'
import { paperWords } from './paper-words.ts'

/** A column of a table on paper; widths are lengths or shares of the page. */
export type SheetColumn = { readonly title: string; readonly width: string; readonly right: boolean }

export const column = (title: string, width = '1fr', right = false): SheetColumn => ({ title, width, right })

export type SheetPart = {
  readonly title: string | null
  readonly lines: readonly string[]
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly (readonly string[])[]
  /** Rows high enough to write in. */
  readonly tall: boolean
}

export const table = (
  columns: readonly SheetColumn[],
  rows: readonly (readonly string[])[],
  { title = null, tall = false }: { readonly title?: string | null; readonly tall?: boolean } = {},
): SheetPart => ({ title, lines: [], columns, rows, tall })

export const text = (title: string | null, lines: readonly string[]): SheetPart => ({
  ...{ title, lines, columns: [], rows: [], tall: false },
})

export type Sheet = {
  readonly title: string
  readonly subtitle: string
  readonly facts: readonly string[]
  readonly qr: string | null
  readonly qrText: string
  readonly parts: readonly SheetPart[]
  readonly notes: readonly string[]
  readonly signatures: readonly string[]
}

export const sheet = (title: string, subtitle: string, more: Partial<Sheet>): Sheet => ({
  ...{ title, subtitle, facts: [], qr: null, qrText: '', parts: [], notes: [], signatures: [] },
  ...more,
})

type Frame = {
  readonly institution: string
  readonly language: DocumentLanguage
  readonly now: string
  readonly title: string
  readonly subtitle: string
}

/** What every paper carries, whatever its form. */
export const frame = ({ institution, language, now, title, subtitle }: Frame) => ({
  language,
  title,
  subtitle,
  institution: language === 'tr' ? upperTr(institution) : institution,
  printed: paperWords[language].printed(formatInstant(now)),
  pageWord: paperWords[language].page,
})

/** Lists, one or several to a document. */
export const sheetsDocument = (of: Frame, sheets: readonly Sheet[], flipped = false) => ({
  ...frame(of),
  form: 'sheets' as const,
  flipped,
  sheets,
})

export const pdfType = 'application/pdf'

export const template = 'documents/delegation.typ'

/** A PDF with a name that any file system takes. */
export const pdfFile = (bytes: Uint8Array, name: string): File =>
  new File([new Uint8Array(bytes)], `${name.replaceAll(/[\\/:*?"<>|]/g, ' ').slice(0, 120)}.pdf`, { type: pdfType })
