import { readSetting } from '../access/index.ts'
import type { DelegationParticipantTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import { formatDate, formatInstant, istanbulDate } from '../kernel/dates.ts'
import type { Ports } from '../kernel/ports.ts'
import type { DocumentLanguage } from './fields.ts'
import { paperWords } from './paper-words.ts'
import { column, pdfFile, sheet, sheetsDocument, table, template } from './sheet.ts'

type Erased = DelegationParticipantTable & {
  readonly titleTr: string
  readonly titleEn: string
  readonly toDate: string
}

type Making = {
  readonly db: Reader
  readonly ports: Ports
  readonly now: string
  readonly language: DocumentLanguage
  readonly by: string
}

const words = {
  tr: {
    note: 'Pasaport, vize, doğum tarihi, yemek kodu, erişilebilirlik ve acil durum bilgileri silindi. Ad, kurum ve verilen sertifikalar saklanır; sertifikalar doğrulanabilir kalır.',
    ground: 'Dayanak: 6698 sayılı Kanun ve saklama süreleri; ayrılıştan 30 gün sonra silinir.',
    delegation: 'Heyet',
    departure: 'Ayrılış',
    by: (name: string, at: string) => `Silen: ${name}, ${at}`,
  },
  en: {
    note: 'Passport, visa, date of birth, meal code, accessibility and emergency data were erased. Name, institution and issued certificates are kept; certificates stay verifiable.',
    ground: 'Ground: Law 6698 and the retention periods; erased thirty days after departure.',
    delegation: 'Delegation',
    departure: 'Departure',
    by: (name: string, at: string) => `Erased by: ${name}, ${at}`,
  },
} as const

/** The minutes of an erasure: whose data, of which visit, when, and by whom. */
export async function purgeReport(making: Making, rows: readonly Erased[]): Promise<File> {
  const { db, ports, now, language, by } = making
  const paper = paperWords[language]
  const own = words[language]
  const title = paper.papers.purge
  const subtitle = formatDate(istanbulDate(now))
  const institution = (await readSetting(db, 'institution')) ?? ''
  const document = sheetsDocument({ institution, language, now, title, subtitle }, [
    sheet(title, subtitle, {
      facts: [paper.people(rows.length), own.by(by, formatInstant(now))],
      parts: [
        table(
          [
            column(paper.no, '10mm', true),
            column(paper.name),
            column(paper.institution),
            column(own.delegation),
            column(own.departure, '24mm'),
          ],
          rows.map((row, at) => [
            String(at + 1),
            `${row.givenNames} ${row.surname}`,
            row.institution,
            language === 'en' ? row.titleEn : row.titleTr,
            formatDate(row.departureOn ?? row.toDate),
          ]),
        ),
      ],
      notes: [own.note, own.ground],
      signatures: [paper.decidedBy, paper.checkedBy],
    }),
  ])
  return pdfFile(await ports.printDocument(template, document, now), `${title} ${subtitle}`)
}
