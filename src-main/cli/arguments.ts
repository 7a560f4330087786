import { parseArgs } from 'node:util'

/** A call that is wrong before anything is opened; exit status 2. */
export class WrongUse extends Error {}

const options = {
  store: { type: 'string' },
  cycle: { type: 'string' },
  sheet: { type: 'string', multiple: true },
  layout: { type: 'string' },
  mapping: { type: 'string' },
  file: { type: 'string', multiple: true },
  from: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  language: { type: 'string', default: 'tr' },
  help: { type: 'boolean', default: false },
} as const

/** The command line's words and options. Throws WrongUse for what it does not know. */
export function readArguments(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
    if (values.language !== 'tr' && values.language !== 'en') throw new WrongUse('--language is tr or en')
    return { words: positionals, values: { ...values, language: values.language as 'tr' | 'en' } }
  } catch (error) {
    throw error instanceof WrongUse ? error : new WrongUse((error as Error).message)
  }
}

export type Values = ReturnType<typeof readArguments>['values']

export function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new WrongUse(`${what} is not JSON: ${text.slice(0, 80)}`)
  }
}
