import { istanbulDate } from '../kernel/dates.ts'
import type { OutCell, OutColumn, WorkbookSpec } from '../kernel/workbook-spec.ts'
import type { SilentPerson } from './board.contract.ts'
import { type Answers, type BoardRow, responseRate } from './board.ts'
import { type Language, needWords } from './need-words.ts'

const headers = {
  tr: {
    file: 'yanit-durumu',
    units: 'Birimler',
    people: 'Yanıtlamayanlar',
    code: 'Birim Kodu',
    unit: 'Birim',
    eligible: 'İstekte Bulunabilecek',
    answered: 'Yanıtlayan',
    rate: 'Yanıt Oranı %',
    lines: 'İhtiyaç Satırı',
    headcount: 'Sayıyla İstenen Kişi',
    lastAnswer: 'Son Yanıt',
    whole: 'Alt Birimlerle Yanıt Oranı %',
    total: 'Toplam',
    registryNo: 'Sicil No',
    person: 'Adı Soyadı',
    employment: 'İstihdam Türü',
    title: 'Unvan',
    email: 'E-posta',
    form: 'Form',
  },
  en: {
    file: 'response-board',
    units: 'Units',
    people: 'Not answered',
    code: 'Unit Code',
    unit: 'Unit',
    eligible: 'May Ask',
    answered: 'Answered',
    rate: 'Response Rate %',
    lines: 'Need Lines',
    headcount: 'Persons By Head-count',
    lastAnswer: 'Last Answer',
    whole: 'Response Rate With Units Below %',
    total: 'Total',
    registryNo: 'Registry No',
    person: 'Name',
    employment: 'Employment',
    title: 'Title',
    email: 'E-mail',
    form: 'Form',
  },
} as const

type Board = {
  readonly year: number
  readonly rows: readonly BoardRow[]
  readonly total: Answers
  readonly silent: readonly SilentPerson[]
}

const percent = (answers: Answers): number | null => {
  const rate = responseRate(answers)
  return rate === null ? null : Math.round(rate * 1000) / 10
}

const day = (instant: string | null): OutCell => (instant ? { date: istanbulDate(instant) } : null)

/** The board as a workbook of two sheets: units with their rates, and everybody who has not answered. */
export function boardWorkbook(
  { year, rows, total, silent }: Board,
  language: Language,
  today: string,
): { readonly name: string; readonly spec: WorkbookSpec } {
  const words = headers[language]
  const { employment, form } = needWords[language]
  const column = (header: string, width: number, type: OutColumn['type'] = 'text'): OutColumn => ({
    header,
    width,
    type,
  })
  const units = {
    name: words.units,
    filter: true,
    columns: [
      column(words.code, 12),
      column(words.unit, 48),
      column(words.eligible, 14, 'integer'),
      column(words.answered, 12, 'integer'),
      column(words.rate, 12, 'decimal'),
      column(words.whole, 18, 'decimal'),
      column(words.lines, 12, 'integer'),
      column(words.headcount, 14, 'integer'),
      column(words.lastAnswer, 12, 'date'),
    ],
    rows: [
      ...rows.map(({ code, name, depth, own, below }): OutCell[] => [
        code,
        `${'   '.repeat(depth)}${name}`,
        own.eligible,
        own.answered,
        percent(own),
        percent(below),
        own.lines,
        own.headcount,
        day(own.lastAnswer),
      ]),
      [null, words.total, total.eligible, total.answered, percent(total), null, total.lines, total.headcount, null],
    ],
  }
  const people = {
    name: words.people,
    filter: true,
    columns: [
      column(words.unit, 48),
      column(words.registryNo, 12),
      column(words.person, 28),
      column(words.employment, 18),
      column(words.title, 24),
      column(words.email, 30),
      column(words.form, 16),
    ],
    rows: silent.map((person): OutCell[] => [
      person.unitName,
      person.registryNo,
      person.name,
      employment[person.employmentType],
      person.title,
      person.email,
      form[person.state],
    ]),
  }
  return { name: `${words.file}-${year}-${today}.xlsx`, spec: { sheets: [units, people] } }
}
