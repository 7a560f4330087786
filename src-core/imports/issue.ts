import { cellName } from '../kernel/sheet.ts'

/**
 * Everything that can be said about a sheet, row or cell of an imported file, with the values its sentence needs.
 * `E…` must be put right before the row is written, `W…` is for the officer to know. Row numbers among the values are
 * those Excel shows. `field` is a key of `fieldNames`.
 */
export type IssueValues = {
  /** No row of the first thirty looks like a header. */
  readonly E10: Record<never, never>
  /** A column that this import cannot do without was not found. */
  readonly E11: { readonly field: string }
  /** No member of staff has this registry number. */
  readonly E12: { readonly registryNo: string }
  /** Several people fit. */
  readonly E13: { readonly text: string; readonly count: number }
  /** The person may not ask for training in this cycle. */
  readonly E14: { readonly name: string; readonly why: 'employmentType' | 'inactive' }
  /** The unit is not known by code, name or alias. */
  readonly E15: { readonly unit: string }
  /** No unit stands in the row and none was chosen for the sheet. */
  readonly E16: Record<never, never>
  /** A name was given, but nobody of that name is found. */
  readonly E17: { readonly name: string }
  /** The row is about a unit, or a person of a unit, that whoever brings the file does not coordinate. */
  readonly E18: { readonly text: string }
  readonly E21: { readonly field: string; readonly text: string }
  readonly E22: { readonly field: string; readonly text: string }
  /** The value is none of those the field may have. */
  readonly E23: { readonly field: string; readonly text: string }
  /** Day and month could be either way round in a column that mixes both. */
  readonly E24: {
    readonly field: string
    readonly text: string
    readonly dayFirst: string
    readonly monthFirst: string
  }
  readonly E25: { readonly field: string }
  readonly E26: { readonly field: string; readonly length: number; readonly limit: number }
  /** The cell holds an error of the author's program, `#REF!` and the like. */
  readonly E27: { readonly text: string }
  /** A number outside what the field allows. */
  readonly E28: { readonly field: string; readonly text: string; readonly least: number; readonly most: number }
  /** The row says something else about a record than an earlier row of the file. */
  readonly E29: { readonly text: string; readonly row: number }
  /** The record cannot be closed while active staff or units belong to it. */
  readonly E35: { readonly name: string; readonly staff: number; readonly units: number }
  /** The unit would lie under itself. */
  readonly E36: { readonly name: string; readonly parent: string }
  /** Code and name of the unit are of two units. */
  readonly E37: { readonly code: string; readonly byCode: string; readonly byName: string }
  /** A code, name or other wording that already means another record. */
  readonly E38: { readonly field: string; readonly text: string; readonly name: string }
  /** The end comes before the beginning. */
  readonly E39: { readonly from: string; readonly to: string }
  /** Topics would, over any number of steps, be their own prerequisite. */
  readonly E40: { readonly path: string }
  /** The topic cannot be retired while others ask for it. */
  readonly E42: { readonly name: string; readonly topics: string }
  /** The topic is not in the catalogue. */
  readonly E31: { readonly topic: string }
  /** Several topics bear this name. */
  readonly E32: { readonly topic: string; readonly count: number }
  /** The topic is no longer offered. */
  readonly E33: { readonly topic: string }
  /** More lines for a person than the cycle allows. */
  readonly E41: { readonly name: string; readonly limit: number; readonly count: number }
  /** The row says the same as an earlier row of the file. */
  readonly W11: { readonly row: number; readonly sheet?: string }
  /** The cycle already has this line; both sources are kept on it. */
  readonly W12: { readonly name: string; readonly topic: string }
  /** The name in the row is not that of the registry number. */
  readonly W13: { readonly text: string; readonly name: string; readonly registryNo: string }
  readonly W14: { readonly what: 'rows' | 'columns' | 'sheet'; readonly names: string; readonly count: number }
  readonly W15: { readonly text: string }
  /** Two wordings of one step of a scale. */
  readonly W16: { readonly labels: string }
  /** Cells left empty under a group were read with the value above them. */
  readonly W17: { readonly column: string; readonly count: number }
  readonly W18: { readonly count: number }
  /** Text had been saved with a wrong encoding and was repaired. */
  readonly W19: Record<never, never>
  readonly W20: { readonly field: string; readonly shown: string; readonly year: number }
  /** The other dates of the column decided which number is the day. */
  readonly W21: { readonly field: string; readonly order: 'dmy' | 'mdy' }
  /** Formulas without a stored value read as empty. */
  readonly W22: { readonly count: number }
  /** A single text on its own row belonged to nothing and was not read. */
  readonly W23: { readonly text: string }
  /** `5.461` was read as five thousand. */
  readonly W24: { readonly field: string; readonly text: string; readonly value: string }
  /** Excel had dropped the zeros of a registry number. */
  readonly W25: { readonly text: string; readonly registryNo: string }
  /** Two columns have one name. */
  readonly W26: { readonly name: string; readonly names: string }
  /** A column without a header holds values that were not read. */
  readonly W27: { readonly columns: string; readonly count: number }
  /** An identity number whose check digits do not fit. */
  readonly W28: { readonly masked: string }
  /** The unit was recognised by an abbreviation or a part of its name. */
  readonly W29: { readonly text: string; readonly unit: string }
  /** The catalogue lacks the topic; it is proposed. */
  readonly W31: { readonly topic: string }
  /** The person was found by name and must be confirmed. */
  readonly W32: { readonly text: string; readonly name: string; readonly registryNo: string; readonly unit: string }
  /** Rows that name nobody count as heads of a unit. */
  readonly W33: { readonly count: number }
  /** A value of the scale's columns that is no step of it. */
  readonly W34: { readonly text: string; readonly count: number }
  /** A value that is not understood and that the row can do without; what is on record stays. */
  readonly W35: { readonly field: string; readonly text: string }
  /** The row repeats an earlier row of a list; it counts once. */
  readonly W36: { readonly row: number }
  /** The title is not on record and will be added. */
  readonly W37: { readonly title: string; readonly count: number }
  /** One of several items of a cell is not on record; the others count. */
  readonly W38: { readonly field: string; readonly text: string }
  /** The plan has no line of this number. */
  readonly E43: { readonly number: string }
  /** A line that is cancelled, carried over, running or done is not changed by a workbook. */
  readonly E44: { readonly number: number; readonly name: string }
  /** The workbook was written from the plan of another year. */
  readonly E45: { readonly year: number; readonly planYear: number }
  /** Money of a currency whose rate nobody gave. */
  readonly E46: { readonly text: string; readonly currency: string }
  /** A date whose month is not understood at all. */
  readonly E47: { readonly text: string }
  /** The text was read as something it does not literally say. */
  readonly W39: { readonly field: string; readonly text: string; readonly value: string }
  /** The cell says nothing; this value was put in its place. */
  readonly W40: { readonly field: string; readonly value: string }
  /** The title's own number was left out. */
  readonly W41: { readonly text: string; readonly title: string }
  /** No topic of the catalogue is meant; the line keeps its own name. */
  readonly W42: { readonly text: string }
  /** The time is still open. */
  readonly W43: { readonly text: string }
  /** The date lies in another year than the plan. */
  readonly W44: { readonly text: string; readonly year: number; readonly month: string }
  /** The plan already has a line of this name. */
  readonly W45: { readonly number: number; readonly name: string }
  /** From here on the sheet has columns of its own. */
  readonly W46: { readonly row: number; readonly columns: string }
  /** The title above the rows is no unit; it is kept as their note. */
  readonly W47: { readonly text: string }
  /** Sheets that were not read, because one is read at a time. */
  readonly W48: { readonly names: string }
  /** What a workbook does not change. */
  readonly W49: { readonly field: string; readonly text: string }
}

export type IssueCode = keyof IssueValues

/** What may stand in the cell instead: `value` is what to write, `label` how to name it, `score` how near it is (0 to 1). */
export type IssueSuggestion = { readonly value: string; readonly label: string; readonly score: number }

/** One finding, as JSON. `row` and `column` are zero-based, `cell` is what Excel calls the place; null where it is about more. */
export type ImportIssue = {
  readonly severity: 'error' | 'warning'
  readonly code: IssueCode
  readonly sheet: string | null
  readonly cell: string | null
  readonly row: number | null
  readonly column: number | null
  readonly values: Readonly<Record<string, string | number>>
  readonly suggestions?: readonly IssueSuggestion[]
}

/** Where a finding belongs: a cell, a row, a column, a sheet or (all left out) the file. */
export type IssuePlace = { readonly sheet?: string; readonly row?: number; readonly column?: number }

/** Makes one finding; the compiler checks that the sentence of its code gets its values. */
export function issueOf<C extends IssueCode>(
  code: C,
  place: IssuePlace,
  values: IssueValues[C],
  suggestions?: readonly IssueSuggestion[],
): ImportIssue {
  const { sheet = null, row = null, column = null } = place
  return {
    severity: code.startsWith('E') ? 'error' : 'warning',
    code,
    sheet,
    cell: row !== null && column !== null ? cellName(row, column) : null,
    row,
    column,
    values: { ...values },
    ...(suggestions?.length ? { suggestions: [...suggestions] } : {}),
  }
}
