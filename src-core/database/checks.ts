import { type AnyContractProcedure, isContractProcedure } from '@orpc/contract'
import type { z } from 'zod'
import type { Actor, CallSource } from '../kernel/context.ts'
import { breaksRule, OperationError } from '../kernel/errors.ts'
import type { CommandMeta, OperationMeta } from '../kernel/operation.ts'
import { brokenText } from '../kernel/plain-text.ts'

/** The meta of an operation, as its contract declared it. */
export const metaOf = (procedure: AnyContractProcedure): OperationMeta => procedure['~orpc'].meta as OperationMeta

/** The input as its schema reads it; refused with the fields that are wrong. */
export async function parseInput(procedure: AnyContractProcedure, input: unknown): Promise<unknown> {
  if (!isContractProcedure(procedure)) return input
  const schema = procedure['~orpc'].inputSchema as z.ZodType | undefined
  if (!schema) return undefined
  const broken = brokenText(input)
  if (broken !== undefined)
    throw new OperationError('INVALID_INPUT', { issues: [{ path: broken, problem: 'not plain text' }] })
  const parsed = await schema.safeParseAsync(input)
  if (!parsed.success) {
    const issues = parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), problem: issue.message }))
    throw new OperationError('INVALID_INPUT', { issues })
  }
  const unknown = unknownFields(input, parsed.data)
  if (unknown.length > 0)
    throw new OperationError('INVALID_INPUT', { issues: unknown.map((path) => ({ path, problem: 'unknown field' })) })
  return parsed.data
}

/** Fields of the input that its schema does not know: dropped in silence they would leave a caller with another answer than asked for. */
function unknownFields(given: unknown, known: unknown, path = ''): readonly string[] {
  if (Array.isArray(given) && Array.isArray(known))
    return given.flatMap((item, at) => unknownFields(item, known[at], `${path}${at}.`))
  if (!isPlain(given) || !isPlain(known)) return []
  return Object.entries(given).flatMap(([name, value]) =>
    value === undefined
      ? []
      : Object.hasOwn(known, name)
        ? unknownFields(value, known[name], `${path}${name}.`)
        : [path + name],
  )
}

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype

/** The answer as its schema declares it: fields that are not declared do not leave the core. */
export async function checkedOutput(procedure: AnyContractProcedure, result: unknown): Promise<unknown> {
  const schema = procedure['~orpc'].outputSchema
  if (!schema || metaOf(procedure).long) return result
  return (schema as z.ZodType).parseAsync(result)
}

/** Who calls, as far as the academy knows at this moment. */
export type Caller = {
  readonly actor: Actor | null
  readonly locked: boolean
  /** The password was set by somebody else; nothing is answered until the officer has chosen her own. */
  readonly mustChangePassword: boolean
}

type Served = Pick<OperationMeta, 'callers' | 'portal'>

/** Refuses a caller whom the operation does not serve, and on the portal whatever was not made for it. */
export function authorise(operation: string, { callers, portal }: Served, caller: Caller, source: CallSource): void {
  if (source === 'portal' && !portal) throw new OperationError('NOT_FOUND', { entity: 'operation', id: operation })
  if (callers === 'anyone') return
  if (!caller.actor || caller.locked) throw new OperationError('NOT_SIGNED_IN', {})
  if (caller.mustChangePassword) breaksRule('passwordMustChange')
  const { roles } = caller.actor
  if (callers === 'signedIn' || roles === 'all') return
  if (!callers.some((role) => roles.includes(role)))
    throw new OperationError('NOT_ALLOWED', { operation, roles: callers })
}

/** The input as the log keeps it. */
export function withoutSecrets(input: unknown, meta: OperationMeta): unknown {
  const secret = (meta as CommandMeta).secret
  if (!secret || typeof input !== 'object' || input === null) return input
  return Object.fromEntries(Object.entries(input).filter(([name]) => !secret.includes(name)))
}

/** What stands in for a secret when a recorded command is run again: it was proved when the command ran first. */
const proved = 'kayıttan yeniden çalıştırılan bir komut'

/** A recorded input with its secret fields filled, so that its schema reads it. */
export function withProvedSecrets(input: unknown, meta: OperationMeta): unknown {
  const secret = (meta as CommandMeta).secret
  if (!secret || typeof input !== 'object' || input === null) return input
  return { ...Object.fromEntries(secret.map((name) => [name, proved])), ...input }
}

/** The input of a refused call: enough to see what was tried. */
export function shorten(input: unknown): unknown {
  const text = JSON.stringify(input ?? null)
  return text.length > 4000 ? { cut: text.length } : input
}
