import type { SheetInfo } from '../../src-core/kernel/sheet.ts'
import { showsDate } from './excel-date.ts'
import { limits } from './limits.ts'
import { refuse } from './refuse.ts'
import { xmlTags } from './xml-tags.ts'
import type { ZipDirectory, ZipEntry } from './zip-guard.ts'
import { inflateEntry } from './zip-inflate.ts'

/** What the small parts of an `.xlsx` say: where everything is, and which styles show a date. */
export type XlsxParts = {
  readonly date1904: boolean
  readonly sheets: readonly {
    readonly name: string
    readonly visibility: SheetInfo['visibility']
    readonly entry: ZipEntry
  }[]
  readonly sharedStrings?: ZipEntry
  /** By index of `cellXfs`: 1 where the style shows a date. */
  readonly dateStyles: Uint8Array
}

type Relation = { readonly type: string; readonly entry: ZipEntry | undefined }

/** Reads workbook, relations and styles. Sheets that hold no cells (charts, dialogs) are left out. */
export function readXlsxParts(zip: Uint8Array, directory: ZipDirectory): XlsxParts {
  const root = [...relations(zip, directory, '').values()].find((relation) => relation.type === 'officeDocument')
  const workbook = root?.entry ?? directory.get('xl/workbook.xml')
  if (!workbook) return refuse('notAWorkbook')
  const related = relations(zip, directory, workbook.name.replace(/^\//, ''))
  const sheets: XlsxParts['sheets'][number][] = []
  let date1904 = false
  for (const { name, closing, attributes } of xmlTags(inflateEntry(zip, workbook))) {
    if (closing) continue
    if (name === 'workbookPr') date1904 = isTrue(attributes.date1904)
    if (name !== 'sheet') continue
    const id = Object.keys(attributes).find((key) => key.endsWith(':id'))
    const relation = related.get(attributes[id ?? ''] ?? '')
    if (relation && relation.type !== 'worksheet') continue
    if (!relation?.entry) return refuse('damaged', { sheet: attributes.name })
    const visibility = attributes.state === 'hidden' || attributes.state === 'veryHidden' ? attributes.state : 'visible'
    sheets.push({ name: attributes.name ?? '', visibility, entry: relation.entry })
  }
  if (sheets.length > limits.sheets) refuse('tooManySheets', { details: { sheets: sheets.length } })
  const ofType = (type: string) => [...related.values()].find((relation) => relation.type === type)?.entry
  const styles = ofType('styles')
  return {
    date1904,
    sheets,
    sharedStrings: ofType('sharedStrings'),
    dateStyles: styles ? dateStyles(inflateEntry(zip, styles)) : new Uint8Array(0),
  }
}

/** Relations of a part by id; `type` is the last word of the type's address, the same in both dialects of the format. */
function relations(zip: Uint8Array, directory: ZipDirectory, part: string): Map<string, Relation> {
  const slash = part.lastIndexOf('/') + 1
  const folder = part.slice(0, slash)
  const entry = directory.get(`${folder}_rels/${part.slice(slash)}.rels`.toLowerCase())
  const result = new Map<string, Relation>()
  if (!entry) return result
  for (const { name, closing, attributes } of xmlTags(inflateEntry(zip, entry))) {
    if (name !== 'Relationship' || closing || attributes.TargetMode === 'External') continue
    const target = resolve(folder, attributes.Target ?? '')
    result.set(attributes.Id ?? '', {
      type: (attributes.Type ?? '').replace(/^.*\//, ''),
      entry: directory.get(target.toLowerCase()),
    })
  }
  return result
}

function resolve(folder: string, target: string): string {
  const names: string[] = []
  for (const name of (target.startsWith('/') ? target : folder + target).replaceAll('\\', '/').split('/')) {
    if (name === '..') names.pop()
    else if (name !== '' && name !== '.') names.push(name)
  }
  return names.join('/')
}

function dateStyles(part: Buffer): Uint8Array {
  const formats = new Map<number, string>()
  const styles: number[] = []
  let inCellFormats = false
  for (const { name, closing, attributes } of xmlTags(part)) {
    if (name === 'cellXfs') inCellFormats = !closing
    else if (closing) continue
    else if (name === 'numFmt') formats.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
    else if (name === 'xf' && inCellFormats) {
      const id = Number(attributes.numFmtId ?? 0)
      styles.push(showsDate(formats.get(id) ?? id) ? 1 : 0)
    }
  }
  return Uint8Array.from(styles)
}

const isTrue = (value: string | undefined) => value === '1' || value === 'true' || value === 'on'
