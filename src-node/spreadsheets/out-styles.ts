import type { OutCell, OutColumn } from '../../src-core/kernel/workbook-spec.ts'

type Fill = NonNullable<Extract<OutCell, { fill?: string }>['fill']>
type Kind = OutColumn['type'] | 'general' | 'dateTime' | 'prose'

const kinds = ['general', 'text', 'integer', 'decimal', 'date', 'dateTime', 'prose'] as const satisfies readonly Kind[]
const fills = [undefined, 'error', 'warning', 'muted'] as const satisfies readonly (Fill | undefined)[]

/** Index of the cell format of a kind and a fill. */
export const styleOf = (kind: Kind, fill?: Fill): number => kinds.indexOf(kind) * fills.length + fills.indexOf(fill)

/** The format of header cells. */
export const headerStyle = kinds.length * fills.length

/** Ids 1, 4 and 49 are built in; a date is written out so that it looks the same under every regional setting. */
const numberFormats: Readonly<Record<Kind, number>> = {
  general: 0,
  text: 49,
  integer: 1,
  decimal: 4,
  date: 164,
  dateTime: 165,
  prose: 49,
}

/** Colours dark text is readable on (contrast above 10:1). */
const colours: Readonly<Record<Fill | 'header', string>> = {
  header: 'FFE3EAF2',
  error: 'FFFFC7CE',
  warning: 'FFFFEB9C',
  muted: 'FFF0F0F0',
}

/** `xl/styles.xml` */
export function stylesXml(): string {
  const formats = kinds.flatMap((kind) =>
    fills.map((fill, index) => {
      const wrapped = kind === 'prose' ? ' applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>' : '/>'
      const filled = fill ? ` fillId="${index + 1}" applyFill="1"` : ' fillId="0"'
      return `<xf numFmtId="${numberFormats[kind]}" fontId="0"${filled} borderId="0" xfId="0" applyNumberFormat="1"${wrapped}`
    }),
  )
  const solid = (colour: string) =>
    `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/><bgColor indexed="64"/></patternFill></fill>`
  const font = '<sz val="11"/><name val="Calibri"/><family val="2"/>'
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    '<numFmts count="2"><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/>',
    '<numFmt numFmtId="165" formatCode="dd\\.mm\\.yyyy\\ hh:mm"/></numFmts>',
    `<fonts count="2"><font>${font}</font><font><b/>${font}</font></fonts>`,
    '<fills count="6"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>',
    `${solid(colours.error)}${solid(colours.warning)}${solid(colours.muted)}${solid(colours.header)}</fills>`,
    '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>',
    '<border><left/><right/><top/><bottom style="thin"><color rgb="FF9AA7B5"/></bottom><diagonal/></border></borders>',
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${formats.length + 1}">${formats.join('')}`,
    '<xf numFmtId="49" fontId="1" fillId="5" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"',
    ' applyBorder="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf></cellXfs>',
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
  ].join('')
}
