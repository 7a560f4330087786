import type { WorkbookSpec } from '../kernel/workbook-spec.ts'
import { countryName } from './countries.ts'
import type { Participant } from './participant.ts'

type Language = 'tr' | 'en'

type WorkbookColumn = {
  readonly tr: string
  readonly en: string
  readonly width: number
  readonly date?: boolean
  readonly value: (row: Participant, language: Language) => string | null
}

const yesNo = (value: boolean, language: Language): string =>
  value ? { tr: 'Evet', en: 'Yes' }[language] : { tr: 'Hayır', en: 'No' }[language]

/** The open columns of a participants' list, under headers that the reader of such lists knows again. */
const columns: readonly WorkbookColumn[] = [
  { tr: 'Pasaporttaki ad', en: 'Given names (passport)', width: 24, value: (row) => row.givenNames },
  { tr: 'Pasaporttaki soyad', en: 'Surname (passport)', width: 24, value: (row) => row.surname },
  { tr: 'Hitap', en: 'Title', width: 10, value: (row) => row.details.title },
  { tr: 'Sertifikadaki ad', en: 'Name for certificate', width: 30, value: (row) => row.nameForCertificate },
  { tr: 'Yaka kartındaki ad', en: 'Name on badge', width: 22, value: (row) => row.nameOnBadge },
  { tr: 'Uyruk', en: 'Nationality', width: 18, value: (row, language) => countryName(row.nationality, language) },
  { tr: 'Kurum', en: 'Institution', width: 34, value: (row) => row.institution },
  { tr: 'Görev', en: 'Position', width: 30, value: (row) => row.position },
  { tr: 'E-posta', en: 'E-mail', width: 28, value: (row) => row.email },
  { tr: 'Telefon', en: 'Mobile', width: 20, value: (row) => row.mobile },
  { tr: 'Heyet başkanı', en: 'Head of delegation', width: 14, value: (row, language) => yesNo(row.head, language) },
  { tr: 'Varış', en: 'Arrival', width: 12, date: true, value: (row) => row.arrivalOn },
  { tr: 'Varış uçuşu', en: 'Arrival flight', width: 18, value: (row) => row.details.arrivalFlight },
  { tr: 'Dönüş', en: 'Departure', width: 12, date: true, value: (row) => row.departureOn },
  { tr: 'Dönüş uçuşu', en: 'Departure flight', width: 18, value: (row) => row.details.departureFlight },
  {
    tr: 'Vize gerekli',
    en: 'Visa needed',
    width: 12,
    value: (row, language) => yesNo(row.details.visaNeeded, language),
  },
  {
    tr: 'Fotoğraf izni',
    en: 'Media consent',
    width: 12,
    value: (row, language) => yesNo(row.details.mediaConsent, language),
  },
  { tr: 'Aydınlatma sürümü', en: 'Notice version', width: 16, value: (row) => row.consentVersion },
  { tr: 'Rıza tarihi', en: 'Consent date', width: 12, date: true, value: (row) => row.consentOn },
]

/** The participants as a workbook that can be filled in and read again. */
export function participantWorkbook(rows: readonly Participant[], language: Language): WorkbookSpec {
  return {
    sheets: [
      {
        name: { tr: 'Katılımcılar', en: 'Participants' }[language],
        filter: true,
        spareRows: 40,
        columns: columns.map((column) => ({
          header: column[language],
          width: column.width,
          type: column.date ? 'date' : 'text',
        })),
        rows: rows.map((row) =>
          columns.map(({ date, value }) => {
            const text = value(row, language)
            return date && text !== null ? { date: text } : text
          }),
        ),
      },
    ],
  }
}
