import { z } from 'zod'
import { partialMapping } from '../../src-core/imports/index.ts'
import { breaksRule, OperationError } from '../../src-core/kernel/errors.ts'
import type { NeedCheckResult, NeedImportCounts } from '../../src-core/needs/import.contract.ts'
import type { Academy } from '../service/academy.ts'
import { parseJson, type Values, WrongUse } from './arguments.ts'
import { readAsFile } from './call.ts'
import type { Answer } from './command-line.ts'
import { cycleForImport } from './cycle-choice.ts'
import { withAcademy } from './session.ts'

/** What `--mapping` may hold: parts of the column mapping, and the choices that the screen offers beside it. */
const mappingOption = partialMapping.extend({
  unit: z.string().optional(),
  sender: z.string().optional(),
  includeLowest: z.boolean().optional(),
  confirmNames: z.boolean().optional(),
  readHidden: z.boolean().optional(),
  leaveOutErrors: z.boolean().optional(),
  topicChoices: z.record(z.string(), z.unknown()).optional(),
})

/** `import needs <file>`: the same steps as on the screen. `--dry-run` checks and writes nothing. */
export async function importNeeds([path, ...rest]: readonly string[], values: Values): Promise<Answer> {
  if (!path || rest.length > 0) throw new WrongUse('import needs takes one file')
  if (values.layout && values.layout !== 'long' && values.layout !== 'wide')
    throw new WrongUse('--layout is long or wide')
  const { unit, ...options } = readMapping(values.mapping)
  const file = await readAsFile(path)
  return withAcademy(values, async (academy, connection) => {
    const run = async <T>(name: string, input: unknown): Promise<T> =>
      (await academy.dispatcher.run(name, input, connection, {
        report: ({ stage, done, total }) => process.stderr.write(`${stage} ${done}/${total}\n`),
      })) as T
    const cycleId = await cycleForImport(run, values.cycle, values['dry-run'])
    const { fileHash, fileName } = await run<{ fileHash: string; fileName: string }>('imports.upload', { file })
    const { choices, mapping } = split(options)
    const input = {
      fileHash,
      fileName,
      cycleId,
      ...choices,
      ...(values.layout ? { layout: values.layout } : {}),
      ...(unit ? { unitId: await unitNamed(academy, unit) } : {}),
      sheets: await sheetsOf(run, { fileHash, fileName, layout: values.layout }, values.sheet ?? [], mapping),
    }
    const checked = await run<NeedCheckResult>('needs.checkImport', { ...input, language: values.language })
    if (values['dry-run']) return { json: report(checked, checked.counts), refused: false }
    try {
      const done = await run<{ batchId: string; counts: NeedImportCounts }>('needs.commitImport', input)
      return { json: { ...report(checked, done.counts), batchId: done.batchId }, refused: false }
    } catch (error) {
      if (!(error instanceof OperationError) || error.code !== 'RULE_BROKEN') throw error
      const { refusalSentence } = await import('./refusal-sentence.ts')
      const message = refusalSentence(error, values.language)
      process.stderr.write(`${message}\n`)
      return {
        json: { ...report(checked, checked.counts), refused: { ...(error.data as object), message } },
        refused: true,
      }
    }
  })
}

type Run = <T>(name: string, input: unknown) => Promise<T>

function readMapping(text: string | undefined) {
  const parsed = mappingOption.strict().safeParse(text === undefined ? {} : parseJson(text, '--mapping'))
  if (parsed.success) return parsed.data
  throw new WrongUse(
    `--mapping: ${parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ')}`,
  )
}

function split({
  sender,
  includeLowest,
  confirmNames,
  readHidden,
  leaveOutErrors,
  topicChoices,
  ...mapping
}: Omit<z.infer<typeof mappingOption>, 'unit'>) {
  const choices = { sender, includeLowest, confirmNames, readHidden, leaveOutErrors, topicChoices }
  return { choices: Object.fromEntries(Object.entries(choices).filter(([, value]) => value !== undefined)), mapping }
}

/** The sheets named, or with a mapping and no name the one that would be read anyway. */
async function sheetsOf(run: Run, file: object, named: readonly string[], mapping: object) {
  if (named.length > 0) return named.map((sheet) => ({ sheet, mapping }))
  if (Object.keys(mapping).length === 0) return []
  const { sheets } = await run<{ sheets: readonly { name: string; chosen: boolean }[] }>('needs.inspectImport', file)
  return sheets.filter((sheet) => sheet.chosen).map((sheet) => ({ sheet: sheet.name, mapping }))
}

async function unitNamed({ opened }: Academy, text: string): Promise<string> {
  const { loadUnits } = await import('../../src-core/people/index.ts')
  const { unitMatcher } = await import('../../src-core/imports/index.ts')
  const units = await opened.store.read(loadUnits)
  const match = unitMatcher(units.map(({ name, ...unit }) => ({ ...unit, nameTr: name }))).match(text)
  return match.kind === 'found' ? match.unit.id : breaksRule('unitMissing', { unit: text })
}

/** The one JSON object on standard output. */
function report(checked: NeedCheckResult, counts: NeedImportCounts) {
  const place = ({ sheet, cell, code, message }: NeedCheckResult['issues'][number]) => ({ sheet, cell, code, message })
  return {
    people: counts.people,
    topics: counts.topics,
    answers: counts.answers,
    levels: counts.levels,
    lines: counts.lines,
    created: counts.created,
    merged: counts.merged,
    freeTexts: counts.freeTexts,
    headcount: counts.headcount,
    proposedTopics: counts.proposedTopics,
    topicAnswers: counts.topicAnswers,
    needsUnit: checked.needsUnit,
    errors: checked.issues.filter((issue) => issue.severity === 'error').map(place),
    warnings: checked.issues.filter((issue) => issue.severity === 'warning').map(place),
  }
}
