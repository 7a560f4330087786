import { formatDate } from '../kernel/dates.ts'
import { formatNumber } from '../kernel/numbers.ts'
import { fieldName } from './field-names.ts'
import type { IssueCode, IssueValues } from './issue.ts'

type Sentences = { readonly [C in IssueCode]: (values: IssueValues[C]) => string }

const field = (key: string): string => `“${fieldName(key, 'en')}”`
const number = (value: number): string => formatNumber(value, undefined, 'en')
const some = (count: number, one: string, more = `${one}s`): string => `${number(count)} ${count === 1 ? one : more}`
const was = (count: number): string => (count === 1 ? 'was' : 'were')

const hiddenWhat = {
  rows: (count: number, names: string) =>
    `${some(count, 'hidden row')} ${was(count)} not read: ${names}. To have them read, show them in the file and load it again.`,
  columns: (count: number, names: string) =>
    `${some(count, 'hidden column')} ${was(count)} not read: ${names}. If needed, choose them on the mapping screen.`,
  sheet: (_: number, names: string) =>
    `Sheet “${names}” is hidden and was not read. If needed, show it in the file and load it again.`,
} as const

/** What happened, what it means, what to do: one sentence or two a code, in English. */
export const englishSentences: Sentences = {
  E10: () =>
    'No column headers were found in the first 30 rows, so nobody knows which column is what. Point at the header row on the mapping screen.',
  E11: (v) =>
    `No column for ${field(v.field)} was found, and rows cannot be read without it. Choose the column on the mapping screen.`,
  E12: (v) =>
    `Registry number “${v.registryNo}” is not in the staff list. Correct the number, or bring the staff list up to date.`,
  E13: (v) =>
    `${v.count} people fit “${v.text}”, and it is not clear which is meant. Write the registry number and the employment type.`,
  E14: (v) =>
    v.why === 'inactive'
      ? `${v.name} is no longer in service, so no need can be taken for this cycle. If the person still works here, bring the staff list up to date.`
      : `${v.name} may not ask for training in this cycle because of the employment type. Remove the row, or review the types in the cycle's settings.`,
  E15: (v) =>
    `There is no unit called “${v.unit}”. Choose the unit from the list; your choice is remembered for later files.`,
  E16: () => 'The row names no unit and none was chosen for the sheet. Choose the unit of the sheet.',
  E17: (v) => `Nobody called “${v.name}” is in the staff list. Correct the name, or write the registry number.`,
  E18: (v) => `“${v.text}” is not of your unit; only rows of your own unit are taken. Take the row out.`,
  E21: (v) => `“${v.text}” in ${field(v.field)} is not understood as a date. Write it like 31.12.2026.`,
  E22: (v) => `“${v.text}” in ${field(v.field)} is not understood as a number. Write the number only.`,
  E23: (v) => `${field(v.field)} has no choice called “${v.text}”. Write one of the values in the list.`,
  E24: (v) =>
    `“${v.text}” in ${field(v.field)} can be read as ${formatDate(v.dayFirst)} or ${formatDate(v.monthFirst)}, and the column has both ways of writing. Write the month as a word.`,
  E25: (v) => `${field(v.field)} is empty, and the row cannot be taken without it. Fill the cell, or delete the row.`,
  E26: (v) =>
    `${field(v.field)} has ${some(v.length, 'character')}; at most ${number(v.limit)} can be taken. Shorten the text.`,
  E27: (v) =>
    `The formula in the cell fails with “${v.text}”, so there is no value to read. Correct the formula, or write the value in its place.`,
  E28: (v) =>
    `“${v.text}” in ${field(v.field)} is out of range. Write a number from ${number(v.least)} to ${number(v.most)}.`,
  E29: (v) =>
    `${v.text} also stands in row ${v.row} with other values, and it is not clear which are right. Delete one of the rows.`,
  E38: (v) => `${field(v.field)}: “${v.text}” already belongs to ${v.name}. Give another value or delete the row.`,
  E39: (v) => `${v.from}–${v.to}: the end must come after the beginning. Correct one of them.`,
  E40: (v) => `The prerequisites go in a circle: ${v.path}. Take one out.`,
  E42: (v) =>
    `${v.name} cannot be retired while these topics ask for it: ${v.topics}. Change their prerequisites first.`,
  E31: (v) => `Topic “${v.topic}” is not in the catalogue. Choose a topic from it, or propose this one as new.`,
  E32: (v) =>
    `The catalogue has ${v.count} topics called “${v.topic}”, and it is not clear which is meant. Write the topic's code.`,
  E33: (v) => `Topic “${v.topic}” is no longer offered. Choose the topic that takes its place.`,
  E35: (v) =>
    `${v.name} cannot be closed: it has ${some(v.staff, 'member')} of staff and ${some(v.units, 'unit')} below it. Move them first, or leave the row active.`,
  E36: (v) => `${v.name} cannot belong to ${v.parent}, which lies below it. Correct the parent unit.`,
  E37: (v) =>
    `Code ${v.code} is that of ${v.byCode}, while the name in the row says ${v.byName}. Correct whichever is wrong.`,
  E41: (v) =>
    `${v.name} has ${some(v.count, 'need')}; this cycle takes at most ${v.limit} a person. Remove the rows that are too many.`,
  W11: (v) => `The same as row ${v.row}${v.sheet ? ` of sheet “${v.sheet}”` : ''}; the two count as one need.`,
  W12: (v) =>
    `${v.name} already has “${v.topic}” in this cycle. No second line is made; this file is added to the sources of the first.`,
  W13: (v) =>
    `The row says “${v.text}”, but registry number ${v.registryNo} belongs to ${v.name}. The number decides; correct it if it is wrong.`,
  W14: (v) => hiddenWhat[v.what](v.count, v.names),
  W15: (v) => `“${v.text}” is a totals row and was not read as a need.`,
  W16: (v) =>
    `These wordings were taken for the same step of the scale: ${v.labels}. If they differ, part them on the mapping screen.`,
  W17: (v) =>
    `In column “${v.column}”, ${some(v.count, 'empty cell')} ${was(v.count)} read with the value above. If that is wrong, switch it off on the mapping screen.`,
  W18: (v) =>
    `The sheet has ${some(v.count, 'formula')}; they were not run, and the values last stored in the file were read.`,
  W19: () => 'Turkish letters in the file were broken (ð in place of ğ) and have been repaired. Look over a few names.',
  W20: (v) =>
    `${field(v.field)} shows ${v.shown}: the year ${v.year} was typed into a cell formatted as a date. It was read as ${v.year}.`,
  W21: (v) =>
    `Dates in ${field(v.field)} were read as ${v.order === 'dmy' ? 'day-month-year' : 'month-day-year'}, because some of them can be read no other way. Look over a few.`,
  W22: (v) =>
    `${some(v.count, 'formula')} ${v.count === 1 ? 'has' : 'have'} no calculated value in the file and ${was(v.count)} read as empty. Open the file in Excel, save it and load it again.`,
  W23: (v) => `The text “${v.text}” stands alone, belongs to no row and was not read.`,
  W24: (v) =>
    `“${v.text}” in ${field(v.field)} was read as ${v.value}; the column does not show what the point or comma means. Correct it if it is wrong.`,
  W25: (v) => `Registry number “${v.text}” has lost its leading zeros in the file; ${v.registryNo} was found.`,
  W26: (v) => `Several columns are headed “${v.name}”; they are told apart as ${v.names}.`,
  W27: (v) =>
    `${some(v.count, 'filled cell')} in columns without a header ${was(v.count)} not read: ${v.columns}. If needed, give these columns a header.`,
  W28: (v) =>
    `The check digits of identity number ${v.masked} do not fit. Check the number; the row is taken all the same.`,
  W29: (v) => `“${v.text}” was understood as ${v.unit}. If that is wrong, choose the unit from the list.`,
  W31: (v) =>
    `“${v.topic}” is not in the catalogue and will be kept as a proposal. The catalogue changes only when you approve it.`,
  W32: (v) =>
    `From the name “${v.text}”, ${v.name} (registry number ${v.registryNo}) of ${v.unit} was found. Confirm if it is the same person.`,
  W33: (v) =>
    `${some(v.count, 'row')} ${v.count === 1 ? 'names' : 'name'} nobody; they are taken as a head-count of the unit you choose.`,
  W34: (v) =>
    `“${v.text}” is no step of the scale (${some(v.count, 'cell')}) and was not read. Choose its step on the mapping screen.`,
  W35: (v) => `“${v.text}” in ${field(v.field)} was not understood and not taken; the value on record stays.`,
  W36: (v) => `The same as row ${v.row}; it is taken once.`,
  W37: (v) => `Title “${v.title}” is not on record; it will be added for ${some(v.count, 'person', 'people')}.`,
  W38: (v) => `“${v.text}” in ${field(v.field)} is not on record; the others were taken. Look at its spelling.`,
  E43: (v) => `The plan has no line ${v.number}. Correct the number; leave the cell empty for a new line.`,
  E44: (v) =>
    `Line ${v.number} (${v.name}) is cancelled, carried over, running or done and is not changed by a workbook.`,
  E45: (v) =>
    `This workbook was written from the plan of ${v.year}, and the plan of ${v.planYear} is open. Open the plan of ${v.year} and load it there.`,
  E46: (v) =>
    `“${v.text}” is in ${v.currency}, and nothing is converted without a rate. Give the rate of ${v.currency}, or write the amount in lira.`,
  E47: (v) => `No month was found in “${v.text}”. Write it as “March”, “10-15 March” or “12.03.2027”.`,
  W39: (v) => `“${v.text}” in ${field(v.field)} was read as ${v.value}. Correct it if it is wrong.`,
  W40: (v) => `${field(v.field)} is empty; ${v.value} was taken. Fill it in if that is wrong.`,
  W41: (v) => `The number of the title “${v.text}” was left out: “${v.title}”.`,
  W42: (v) =>
    `“${v.text}” is not in the catalogue; the line is taken under this name, without a topic. If it is a topic, write its code.`,
  W43: (v) => `The time says “${v.text}”; the line is taken without a month.`,
  W44: (v) => `“${v.text}” lies in ${v.year}, the plan is of another year; only the month was taken: ${v.month}.`,
  W45: (v) =>
    `The plan already has this training (line ${v.number}, ${v.name}); this row adds it again. Delete it if it is the same.`,
  W46: (v) => `From row ${v.row} on the columns differ; they were read by their own header: ${v.columns}.`,
  W47: (v) => `The title “${v.text}” is no unit; it was kept in the note of the rows below it.`,
  W48: (v) => `One sheet is read at a time; these were not read: ${v.names}. Load them, too, if they are needed.`,
  W49: (v) => `“${v.text}” in ${field(v.field)} was not taken; a workbook does not change it.`,
}
