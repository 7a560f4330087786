import { loadTopicDirectory } from '../courses/index.ts'
import type { QueryCall } from '../database/dispatcher.ts'
import { found, OperationError } from '../kernel/errors.ts'
import { workbookType } from '../kernel/file.ts'
import type { OutColumn, OutSheet, WorkbookSpec } from '../kernel/workbook-spec.ts'
import { loadStaffDirectory, loadUnits, type StaffEntry, type Unit } from '../people/index.ts'
import { cycleById } from './cycle.repository.ts'
import type { Cycle } from './cycle.ts'
import { reasonLabels } from './import-values.ts'
import { employmentLabels, templateWords } from './template.words.ts'

type Language = 'tr' | 'en'
type Topic = Awaited<ReturnType<typeof loadTopicDirectory>>[number]

/** What the hidden sheet of a template begins with, so that a filled-in form is known again whatever it is called. */
export const templateMark = 'needs-template'

export const templateSheet = 'akademi'

const version = '1'
const spareRows = 400

/** One workbook a unit with staff who may ask, in one ZIP. */
export async function templateArchive(
  call: QueryCall<unknown>,
  input: { cycleId: string; unitIds?: readonly string[]; language: Language },
) {
  const cycle = found(await cycleById(call.db, input.cycleId), 'tnaCycle', input.cycleId)
  const wanted = input.unitIds && new Set(input.unitIds)
  const staff = (await loadStaffDirectory(call.db)).filter(
    (person) => person.active && cycle.eligibleTypes.includes(person.employmentType),
  )
  const byUnit = Map.groupBy(staff, (person) => person.unitId)
  const units = (await loadUnits(call.db)).filter((unit) => byUnit.has(unit.id) && (!wanted || wanted.has(unit.id)))
  const topics = (await loadTopicDirectory(call.db)).filter((topic) => topic.state === 'ACTIVE')
  const files: { name: string; bytes: Uint8Array }[] = []
  for (const [index, unit] of units.entries()) {
    if (call.signal.aborted) throw new OperationError('CANCELLED', {})
    call.report({ stage: 'writingTemplates', done: index, total: units.length })
    const bytes = await call.ports.writeWorkbook(
      templateFor(cycle, unit, byUnit.get(unit.id) ?? [], topics, input.language),
    )
    files.push({ name: `${cycle.year} ${unit.code} ${safeName(unit.name)}.xlsx`, bytes })
  }
  const first = files[0]
  if (files.length === 1 && first)
    return { file: new File([new Uint8Array(first.bytes)], first.name, { type: workbookType }), units: 1 }
  const words = templateWords[input.language]
  const bytes = await call.ports.zipFiles(files)
  return {
    file: new File([new Uint8Array(bytes)], `${cycle.year} ${words.archive}.zip`, { type: 'application/zip' }),
    units: files.length,
  }
}

const safeName = (name: string): string => name.replaceAll(/[\\/:*?"<>|]/g, ' ').slice(0, 80)

function templateFor(
  cycle: Cycle,
  unit: Unit,
  staff: readonly StaffEntry[],
  topics: readonly Topic[],
  language: Language,
): WorkbookSpec {
  const words = templateWords[language]
  return {
    sheets: [
      {
        name: words.readMe,
        header: false,
        columns: [{ header: '', type: 'text', width: 104 }],
        rows: words.lines(cycle.year, unit.name).map((line) => [line]),
      },
      {
        name: words.data,
        columns: dataColumns(cycle, unit, staff, topics, language),
        rows: [],
        filter: true,
        spareRows,
      },
      {
        name: words.topics,
        columns: [textColumn(words.topicCode, 12), textColumn(words.topicName, 60)],
        rows: topics.map((topic) => [topic.code, nameOf(topic, language)]),
      },
      staffSheet(staff, language),
      {
        name: templateSheet,
        visibility: 'veryHidden',
        header: false,
        columns: [textColumn('', 20)],
        rows: [[templateMark], [version], [cycle.id], [unit.code], [words.data]],
      },
    ],
  }
}

const nameOf = (topic: Topic, language: Language): string =>
  language === 'en' && topic.nameEn ? topic.nameEn : topic.name

const textColumn = (header: string, width: number): OutColumn => ({ header, width, type: 'text' })

function staffSheet(staff: readonly StaffEntry[], language: Language): OutSheet {
  const words = templateWords[language]
  return {
    name: words.staff,
    columns: [textColumn(words.registryNo, 14), textColumn(words.fullName, 34), textColumn(words.employmentType, 20)],
    rows: staff.map((person) => [
      person.registryNo,
      `${person.givenNames} ${person.surname}`,
      employmentLabels[person.employmentType][language],
    ]),
  }
}

function dataColumns(
  cycle: Cycle,
  unit: Unit,
  staff: readonly StaffEntry[],
  topics: readonly Topic[],
  language: Language,
): readonly OutColumn[] {
  const words = templateWords[language]
  const listed = (header: string, width: number, values: readonly string[]): OutColumn => ({
    header,
    width,
    type: 'text',
    list: { values },
  })
  const reasons = Object.values(reasonLabels).map((label) => label[language])
  const types = cycle.eligibleTypes.map((type) => employmentLabels[type][language])
  return [
    listed(words.cycle, 8, [String(cycle.year)]),
    listed(words.unitCode, 10, [unit.code]),
    {
      header: `${words.registryNo}*`,
      width: 14,
      type: 'text',
      list: { sheet: words.staff, column: 0, rows: Math.max(1, staff.length) },
    },
    listed(words.employmentType, 16, types),
    textColumn(words.fullName, 28),
    listed(words.kind, 14, words.kinds),
    {
      header: words.topicCode,
      width: 14,
      type: 'text',
      list: { sheet: words.topics, column: 0, rows: Math.max(1, topics.length) },
    },
    textColumn(words.freeText, 40),
    listed(words.reason, 20, reasons),
    listed(words.urgency, 10, ['1', '2', '3', '4', '5']),
    listed(words.quarter, 14, ['1', '2', '3', '4']),
    listed(words.managerPriority, 14, ['1', '2', '3', '4', '5']),
    textColumn(words.note, 40),
  ]
}
