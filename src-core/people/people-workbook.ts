import { type FieldKey, fieldNames } from '../imports/index.ts'
import { formatDate } from '../kernel/dates.ts'
import type { OutColumn, OutSheet, OutValue, WorkbookSpec } from '../kernel/workbook-spec.ts'
import type { ListKind } from './list-change.ts'
import { listFieldName } from './list-fields.ts'
import { versionSheetName } from './list-sheet.ts'
import type { StaffRow } from './staff.ts'
import { type Language, peopleWords } from './staff-words.ts'
import type { TitleOption, TitleRow } from './title.ts'
import type { UnitOption, UnitRow } from './unit.ts'
import { itemSeparator } from './unit-list.reader.ts'

/** The version of these workbooks' columns, kept in their hidden sheet. */
const workbookVersion = 1

const sheetNames = {
  tr: { readMe: 'Oku', staff: 'Personel', units: 'Birimler', titles: 'Unvanlar' },
  en: { readMe: 'Read me', staff: 'Staff', units: 'Units', titles: 'Titles' },
} as const

const readMe = {
  tr: (what: string, key: string) => [
    `Bu dosya Akademi’den ${what} sayfasındaki kayıtlarla alındı.`,
    'Değiştirip Akademi’ye geri yükleyebilirsiniz; yüklemeden önce her fark size gösterilir.',
    `Bir kaydı ${key} tanıtır. Onu değiştirirseniz yeni bir kayıt anlaşılır.`,
    'Boş bıraktığınız hücre kayıttaki değeri silmez; değeri silmek için Akademi’deki formu kullanın.',
    'Tarihleri 31.12.2026 biçiminde yazın.',
    'Açılır listesi olan sütunlarda listedeki değerlerden birini seçin.',
    'Baştaki sıfırlar önemlidir: bu sütunlar metin biçimindedir, biçimi değiştirmeyin.',
    'Sütunların yerini değiştirebilir, gerekmeyen sütunu silebilirsiniz; başlıkları olduğu gibi bırakın.',
    'Satır silmek kimseyi çıkarmaz. Ayrılanlar için Aktif sütununa Hayır yazın.',
    'Dosya kişisel veri içerebilir: yalnızca işi gerektirenlerle paylaşın.',
  ],
  en: (what: string, key: string) => [
    `This file was taken from Akademi with the records of ${what}.`,
    'You may change it and load it back; every difference is shown to you before anything is written.',
    `A record is known by its ${key}. If you change that, a new record is understood.`,
    'An empty cell does not erase what is on record; to erase a value, use the form in Akademi.',
    'Write dates like 31.12.2026.',
    'In columns with a drop-down, choose one of its values.',
    'Leading zeros count: these columns are text, leave their format as it is.',
    'You may move columns and delete those you do not need; leave the headers as they are.',
    'Deleting a row removes nobody. For those who left, write No under Active.',
    'The file may hold personal data: share it only with those whose work needs it.',
  ],
} as const

function readMeSheet(language: Language, what: string, key: string): OutSheet {
  const lines = readMe[language](what, key)
  return {
    name: sheetNames[language].readMe,
    header: false,
    columns: [{ header: '', type: 'text', width: 110 }],
    rows: lines.map((line) => [line]),
  }
}

const versionSheet = (kind: string, now: string): OutSheet => ({
  name: versionSheetName,
  visibility: 'veryHidden',
  header: false,
  columns: [
    { header: '', type: 'text' },
    { header: '', type: 'text' },
  ],
  rows: [
    ['kind', kind],
    ['version', String(workbookVersion)],
    ['written', now],
  ],
})

const day = (iso: string | null): OutValue => (iso === null ? null : { date: iso })

const columnsOf =
  (kind: ListKind) =>
  (
    language: Language,
    field: FieldKey,
    width: number,
    more: Partial<Pick<OutColumn, 'type' | 'list'>> = {},
  ): OutColumn => ({ header: listFieldName(kind, field, language), width, type: 'text', ...more })

type Means = { readonly language: Language; readonly now: string }

/** Staff as a workbook with drop-downs (product: workbook "staff master"). It comes back through the import unchanged. */
export function staffWorkbook(
  rows: readonly StaffRow[],
  units: readonly UnitOption[],
  titles: readonly TitleOption[],
  { language, now }: Means,
): WorkbookSpec {
  const names = sheetNames[language]
  const words = peopleWords[language]
  const column = columnsOf('staff')
  const open = units.filter(({ active }) => active)
  const used = titles.filter(({ active }) => active)
  const from = (sheet: string, at: number, count: number) => ({ list: { sheet, column: at, rows: count } })
  const key = `${fieldNames.employmentType[language]} + ${fieldNames.registryNo[language]}`
  return {
    sheets: [
      readMeSheet(language, names.staff, key),
      {
        name: names.staff,
        filter: true,
        spareRows: 200,
        columns: [
          column(language, 'registryNo', 12),
          column(language, 'givenNames', 22),
          column(language, 'surname', 22),
          column(language, 'employmentType', 18, { list: { values: Object.values(words.employmentType) } }),
          column(language, 'unitCode', 11, from(names.units, 0, open.length)),
          column(language, 'unit', 44, from(names.units, 1, open.length)),
          column(language, 'title', 32, from(names.titles, 1, used.length)),
          column(language, 'email', 34),
          column(language, 'hireDate', 14, { type: 'date' }),
          column(language, 'active', 8, { list: { values: Object.values(words.yesNo) } }),
          column(language, 'leaveDate', 14, { type: 'date' }),
        ],
        rows: rows.map((row) => [
          row.registryNo,
          row.givenNames,
          row.surname,
          words.employmentType[row.employmentType],
          row.unitCode,
          row.unitName,
          row.titleName,
          row.email,
          day(row.hireDate),
          row.active ? words.yesNo.yes : words.yesNo.no,
          day(row.leaveDate),
        ]),
      },
      {
        name: names.units,
        columns: [column(language, 'unitCode', 12), column(language, 'unit', 60)],
        rows: open.map(({ code, name }) => [code, name]),
      },
      {
        name: names.titles,
        columns: [column(language, 'titleCode', 12), column(language, 'title', 50)],
        rows: used.map(({ code, name }) => [code, name]),
      },
      versionSheet('staff', now),
    ],
  }
}

/** Units in tree order as a workbook. */
export function unitWorkbook(
  rows: readonly UnitRow[],
  numbers: ReadonlyMap<string, string>,
  { language, now }: Means,
): WorkbookSpec {
  const names = sheetNames[language]
  const words = peopleWords[language]
  const column = columnsOf('units')
  const codes = new Map(rows.map(({ id, code }) => [id, code]))
  const person = (one: UnitRow['manager']) => one && `${numbers.get(one.id) ?? ''} ${one.name}`.trim()
  return {
    sheets: [
      readMeSheet(language, names.units, fieldNames.unitCode[language]),
      {
        name: names.units,
        filter: true,
        spareRows: 50,
        columns: [
          column(language, 'unitCode', 11),
          column(language, 'unit', 56),
          column(language, 'nameEn', 46),
          column(language, 'unitKind', 20, { list: { values: Object.values(words.unitKind) } }),
          column(language, 'parentUnit', 14),
          column(language, 'manager', 30),
          column(language, 'coordinator', 30),
          column(language, 'costCentre', 14),
          column(language, 'aliases', 60),
          column(language, 'validFrom', 14, { type: 'date' }),
          column(language, 'validTo', 14, { type: 'date' }),
          column(language, 'active', 8, { list: { values: Object.values(words.yesNo) } }),
        ],
        rows: rows.map((row) => [
          row.code,
          row.name,
          row.nameEn,
          words.unitKind[row.kind],
          row.parentId && (codes.get(row.parentId) ?? null),
          person(row.manager),
          person(row.coordinator),
          row.costCentre,
          row.aliases.join(itemSeparator) || null,
          day(row.validFrom),
          day(row.validTo),
          row.active ? words.yesNo.yes : words.yesNo.no,
        ]),
      },
      versionSheet('units', now),
    ],
  }
}

/** Titles as a workbook. */
export function titleWorkbook(rows: readonly TitleRow[], { language, now }: Means): WorkbookSpec {
  const names = sheetNames[language]
  const words = peopleWords[language]
  const column = columnsOf('titles')
  return {
    sheets: [
      readMeSheet(language, names.titles, fieldNames.titleCode[language]),
      {
        name: names.titles,
        filter: true,
        spareRows: 50,
        columns: [
          column(language, 'titleCode', 12),
          column(language, 'title', 44),
          column(language, 'nameEn', 44),
          column(language, 'staffStatus', 18),
          column(language, 'serviceClass', 16),
          column(language, 'titleLevel', 14),
          column(language, 'active', 8, { list: { values: Object.values(words.yesNo) } }),
        ],
        rows: rows.map((row) => [
          row.code,
          row.name,
          row.nameEn,
          row.staffStatus,
          row.serviceClass,
          row.level,
          row.active ? words.yesNo.yes : words.yesNo.no,
        ]),
      },
      versionSheet('titles', now),
    ],
  }
}

/** `Personel 15.12.2026`. */
export const workbookName = (sheet: keyof (typeof sheetNames)['tr'], language: Language, today: string): string =>
  `${sheetNames[language][sheet]} ${formatDate(today)}`
