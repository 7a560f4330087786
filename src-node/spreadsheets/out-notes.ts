import { cellName } from '../../src-core/kernel/sheet.ts'
import type { OutNote } from './out-sheet.ts'
import { outText } from './out-text.ts'

/** `xl/comments1.xml`: the texts of the notes. */
export function* commentsXml(notes: readonly OutNote[]): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>Akademi</author></authors><commentList>'
  for (const { row, column, text } of notes) {
    yield `<comment ref="${cellName(row, column)}" authorId="0"><text><r><rPr><sz val="9"/><rFont val="Tahoma"/></rPr><t xml:space="preserve">${outText(text)}</t></r></text></comment>`
  }
  yield '</commentList></comments>'
}

/** Shape ids come in blocks of 1,024 that no two drawings of a workbook may share. */
export const noteBlocks = (notes: readonly OutNote[]): number => Math.floor(notes.length / blockIds) + 1

const blockIds = 1_024

/** `xl/drawings/vmlDrawing1.vml`: the boxes they are shown in, without which Excel shows no note. */
export function* noteBoxesXml(notes: readonly OutNote[], firstBlock: number): Generator<string> {
  const blocks = Array.from({ length: noteBlocks(notes) }, (_, index) => firstBlock + index).join(',')
  yield `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${blocks}"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`
  for (const [index, { row, column, text }] of notes.entries()) {
    const lines = Math.min(12, Math.ceil(text.length / 28) + 1)
    const anchor = `${column + 1}, 12, ${row}, 4, ${column + 4}, 12, ${row + lines}, 4`
    yield `<v:shape id="_x0000_s${firstBlock * blockIds + 1 + index}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
  }
  yield '</xml>'
}
