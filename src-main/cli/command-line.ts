import { isOperationError } from '../../src-core/kernel/errors.ts'
import { readArguments, WrongUse } from './arguments.ts'
import { callOperation } from './call.ts'
import { exportNeedsResults } from './export-needs-results.ts'
import { importNeeds } from './import-needs.ts'
import { listOperations } from './operations.ts'
import { refusalSentence } from './refusal-sentence.ts'
import { listStoreBackups, restoreStore } from './rescue.ts'

const usage = `akademi operations
akademi call <operation> ['<json>'] --store <folder> [--file name=path]…
akademi import needs <file> --store <folder> [--cycle 2027] [--sheet NAME]… [--layout long|wide] [--mapping <json>] [--dry-run]
akademi export needs-results <file> --store <folder> [--cycle 2027]
akademi backups --store <folder>
akademi restore <backup>|newest|--from <database file> --store <folder>
Results are JSON on standard output; everything else goes to standard error.
Exit status: 0 done, 1 refused (with reasons), 2 wrong use. --language tr|en chooses the language of sentences.`

/** What a command answers: the JSON for standard output, and whether it is a refusal. */
export type Answer = { readonly json: unknown; readonly refused: boolean }

async function answer(args: readonly string[]): Promise<Answer | 'usage'> {
  const { words, values } = readArguments(args)
  const [verb, ...rest] = words
  if (values.help || verb === undefined) return 'usage'
  if (verb === 'operations') return { json: listOperations(), refused: false }
  if (verb === 'call') return callOperation(rest, values)
  if (verb === 'import' && rest[0] === 'needs') return importNeeds(rest.slice(1), values)
  if (verb === 'export' && rest[0] === 'needs-results') return exportNeedsResults(rest.slice(1), values)
  if (verb === 'backups') return listStoreBackups(values)
  if (verb === 'restore') return restoreStore(rest, values)
  throw new WrongUse(`Unknown command: ${words.join(' ')}`)
}

/** One call of the command line; gives the exit status. */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  try {
    const result = await answer(args)
    if (result === 'usage') {
      process.stderr.write(`${usage}\n`)
      return args.length === 0 ? 2 : 0
    }
    process.stdout.write(`${JSON.stringify(result.json)}\n`)
    return result.refused ? 1 : 0
  } catch (error) {
    if (error instanceof WrongUse) {
      process.stderr.write(`${error.message}\n\n${usage}\n`)
      return 2
    }
    if (!isOperationError(error)) throw error
    const language = args.includes('en') ? 'en' : 'tr'
    const message = refusalSentence(error, language)
    process.stderr.write(`${message}\n`)
    process.stdout.write(`${JSON.stringify({ refused: { code: error.code, data: error.data, message } })}\n`)
    return 1
  }
}
