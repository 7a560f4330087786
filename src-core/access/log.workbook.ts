import { formatInstant } from '../kernel/dates.ts'
import type { OutCell, WorkbookSpec } from '../kernel/workbook-spec.ts'
import type { LogRow } from './audit.contract.ts'
import { type Language, operationWord } from './operation-words.ts'
import { settingWords, tableWords } from './table-words.ts'

const words = {
  tr: {
    sheet: 'İşlem kayıtları',
    headers: ['No', 'Zaman', 'Kim', 'İşlem', 'Nereden', 'Sonuç', 'Neye', 'Kayıtlar'],
    source: { window: 'Pencere', cli: 'Komut satırı', service: 'Program', portal: 'Portal' },
    outcome: { done: 'Yapıldı', refused: 'Reddedildi' },
    refusal: {
      NOT_ALLOWED: 'görev yetmedi',
      NOT_SIGNED_IN: 'oturum yoktu',
      NOT_FOUND: 'kayıt bulunamadı',
      CONFLICT: 'kayıt bu sırada değişmişti',
      RULE_BROKEN: 'kural izin vermedi',
      INVALID_FILE: 'dosya uygun değildi',
    },
    created: 'yeni',
    changed: 'değişti',
    removed: 'kaldırıldı',
    program: 'Akademi',
  },
  en: {
    sheet: 'Log',
    headers: ['No', 'When', 'Who', 'Operation', 'From', 'Outcome', 'About', 'Records'],
    source: { window: 'Window', cli: 'Command line', service: 'Program', portal: 'Portal' },
    outcome: { done: 'Done', refused: 'Refused' },
    refusal: {
      NOT_ALLOWED: 'role not sufficient',
      NOT_SIGNED_IN: 'not signed in',
      NOT_FOUND: 'record not found',
      CONFLICT: 'record had changed meanwhile',
      RULE_BROKEN: 'a rule forbade it',
      INVALID_FILE: 'file not suitable',
    },
    created: 'new',
    changed: 'changed',
    removed: 'removed',
    program: 'Akademi',
  },
} as const

const widths = [8, 18, 26, 38, 14, 34, 36, 50]

function touchedText({ touched }: LogRow, language: Language): string {
  const say = words[language]
  return touched
    .map(({ table, created, changed, removed }) => {
      const parts = [
        created > 0 ? `${created} ${say.created}` : '',
        changed > 0 ? `${changed} ${say.changed}` : '',
        removed > 0 ? `${removed} ${say.removed}` : '',
      ]
      return `${tableWords[language][table]}: ${parts.filter(Boolean).join(', ')}`
    })
    .join('; ')
}

function outcomeText({ outcome, refusal }: LogRow, language: Language): string {
  const { outcome: outcomes, refusal: reasons } = words[language]
  const reason = refusal ? (reasons as Readonly<Record<string, string>>)[refusal.code] : undefined
  return reason ? `${outcomes[outcome]}: ${reason}` : outcomes[outcome]
}

/** A setting is known by its key, which is for the program. */
function nameOf({ name, touched }: LogRow, language: Language): string | null {
  if (touched[0]?.table !== 'setting' || name === null) return name
  return (settingWords[language] as Readonly<Record<string, string>>)[name] ?? null
}

function cellsOf(row: LogRow, language: Language): readonly OutCell[] {
  const say = words[language]
  return [
    row.seq,
    formatInstant(row.at),
    row.actorName || say.program,
    operationWord(row.operation, language) ?? row.operation,
    say.source[row.source],
    outcomeText(row, language),
    nameOf(row, language) ?? row.about,
    touchedText(row, language),
  ]
}

/** The log as a workbook, one row an entry. */
export function logWorkbook(rows: AsyncIterable<LogRow>, language: Language): WorkbookSpec {
  const { sheet, headers } = words[language]
  async function* cells(): AsyncGenerator<readonly OutCell[]> {
    for await (const row of rows) yield cellsOf(row, language)
  }
  const columns = headers.map((header, at) => ({
    header,
    width: widths[at],
    type: at === 0 ? ('integer' as const) : ('text' as const),
  }))
  return { sheets: [{ name: sheet, filter: true, columns, rows: cells() }] }
}
