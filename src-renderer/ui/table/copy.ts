/** A cell that Excel would run as a formula is handed over as text. Numbers and dates of ours may begin with a minus. */
const harmless = (text: string): string =>
  /^[=+\-@\t\r]/.test(text) && !/^-?[\d.,]+( ₺)?$/.test(text) ? `'${text}` : text

function quoted(text: string): string {
  const safe = harmless(text)
  return /["\t\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Rows as tab-separated text, the way Excel and LibreOffice take it from the clipboard. */
export const toTsv = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => cells.map(quoted).join('\t')).join('\r\n')
