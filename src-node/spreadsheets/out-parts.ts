import type { OutSheet } from '../../src-core/kernel/workbook-spec.ts'
import { filterRange, hasFilter, type SheetTotals } from './out-sheet.ts'
import { outAttribute, outText } from './out-text.ts'
import { quotedName } from './sheet-names.ts'

/** A sheet that has been written, with the name it got. */
export type WrittenSheet = { readonly sheet: OutSheet; readonly name: string; readonly totals: SheetTotals }

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** `[Content_Types].xml` */
export function contentTypesXml(sheets: readonly WrittenSheet[]): string {
  const part = (name: string, type: string) =>
    `<Override PartName="/xl/${name}.xml" ContentType="${spreadsheet}.${type}+xml"/>`
  return [
    `${head}<Types xmlns="${packages}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>',
    part('workbook', 'sheet.main'),
    part('styles', 'styles'),
    part('sharedStrings', 'sharedStrings'),
    ...sheets.map((_, index) => part(`worksheets/sheet${index + 1}`, 'worksheet')),
    ...sheets.flatMap(({ totals }, index) =>
      totals.notes.length > 0 ? [part(`comments${index + 1}`, 'comments')] : [],
    ),
    '</Types>',
  ].join('')
}

/** `_rels/.rels` */
export const rootRelationsXml = (): string => relations([['officeDocument', 'xl/workbook.xml']])

/** `xl/_rels/workbook.xml.rels` */
export const workbookRelationsXml = (sheets: readonly WrittenSheet[]): string =>
  relations([
    ...sheets.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const),
    ['styles', 'styles.xml'],
    ['sharedStrings', 'sharedStrings.xml'],
  ])

/** `xl/worksheets/_rels/sheetN.xml.rels` of a sheet with notes. */
export const sheetRelationsXml = (number: number): string =>
  relations([
    ['vmlDrawing', `../drawings/vmlDrawing${number}.vml`],
    ['comments', `../comments${number}.xml`],
  ])

/** `xl/workbook.xml` */
export function workbookXml(sheets: readonly WrittenSheet[]): string {
  const first = Math.max(
    0,
    sheets.findIndex(({ sheet }) => isShown(sheet)),
  )
  const entries = sheets.map(({ sheet, name }, index) => {
    const state = isShown(sheet) ? '' : ` state="${sheet.visibility}"`
    return `<sheet name="${outAttribute(name)}" sheetId="${index + 1}"${state} r:id="rId${index + 1}"/>`
  })
  const names = sheets.flatMap(({ sheet, name, totals }, index) => {
    if (sheet.header === false) return []
    const titles = `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${outText(quotedName(name))}!$1:$1</definedName>`
    if (!hasFilter(sheet)) return [titles]
    const range = filterRange(sheet, totals).replace(/[A-Z]+|\d+/g, '$$$&')
    return [
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${outText(quotedName(name))}!${range}</definedName>`,
      titles,
    ]
  })
  return [
    `${head}<workbook xmlns="${main}" xmlns:r="${office}">`,
    `<bookViews><workbookView activeTab="${first}" firstSheet="${first}"/></bookViews>`,
    `<sheets>${entries.join('')}</sheets>`,
    names.length > 0 ? `<definedNames>${names.join('')}</definedNames>` : '',
    '</workbook>',
  ].join('')
}

/** Whether the sheet has a tab. */
export const isShown = (sheet: OutSheet): boolean => (sheet.visibility ?? 'visible') === 'visible'

/** `xl/sharedStrings.xml` */
export function* sharedStringsXml(strings: Iterable<string>): Generator<string> {
  let text = `${head}<sst xmlns="${main}">`
  for (const value of strings) {
    const space = /^\s|\s$|\n|\s\s/.test(value) ? ' xml:space="preserve"' : ''
    text += `<si><t${space}>${outText(value)}</t></si>`
    if (text.length < 128 * 1024) continue
    yield text
    text = ''
  }
  yield `${text}</sst>`
}

function relations(list: readonly (readonly [type: string, target: string])[]): string {
  const items = list.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${office}/${type}" Target="${target}"/>`,
  )
  return `${head}<Relationships xmlns="${packages}/relationships">${items.join('')}</Relationships>`
}
