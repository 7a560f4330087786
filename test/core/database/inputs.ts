import type { AnyContractProcedure } from '@orpc/contract'
import { z } from 'zod'
import { references } from '../../../src-core/access/record-fields.ts'
import type { RecordedTable } from '../../../src-core/database/schema.ts'

/** Choices of one history; the same numbers give the same choices. */
export type Draw = {
  /** 0 up to but not including `limit`. */
  below(limit: number): number
  chance(share: number): boolean
  pick<T>(items: readonly T[]): T | undefined
}

type AnyRow = { readonly id: string; readonly rowVersion: number } & Readonly<Record<string, unknown>>

/** What the store holds at this moment, for inputs that should name something that exists. */
export type Look = (table: RecordedTable) => Promise<readonly AnyRow[]>

type Schema = {
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly default?: unknown
  readonly format?: string
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly multipleOf?: number
  readonly minItems?: number
  readonly additionalProperties?: Schema | boolean
}

/** Input of an operation as JSON Schema; nothing for an operation without input. */
export function inputSchemaOf(procedure: AnyContractProcedure): Schema | undefined {
  const { inputSchema } = (procedure as { '~orpc': { inputSchema?: z.ZodType } })['~orpc']
  return inputSchema && (z.toJSONSchema(inputSchema, { io: 'input', unrepresentable: 'any' }) as Schema)
}

const words = ['Işık', 'Çınar', 'İpek', 'Ğ', 'ilk yardım', 'EXCEL', 'Proje Yönetimi', 'a', 'Şefik Öz', '=1+1', 'Iğdır']
const codes = ['A-1', 'B2', 'ÇEV-012', '000123', 'K/9']
const phrases = ['denizin dibinde sakin bir bahçe', 'kırmızı çatılı küçük evler', 'kısa']

/** Words in an operation's name, and whose `id` it means; the first that occurs counts. */
const tablesOfNames: readonly (readonly [word: RegExp, table: RecordedTable])[] = [
  [/^delegations\..*request/i, 'delegationRequest'],
  [/^delegations\..*task/i, 'delegationTask'],
  [/^delegations\..*resource/i, 'delegationResource'],
  [/^delegations\..*cost/i, 'delegationCost'],
  [/^delegations\..*participant/i, 'delegationParticipant'],
  [/^delegations\..*site/i, 'site'],
  [/^delegations\./, 'delegation'],
  [/^plan\.answerComment/, 'planComment'],
  [/^plan\./, 'planLine'],
  [/^delivery\..*session/i, 'session'],
  [/^delivery\..*duty/i, 'unitDuty'],
  [/account|password|session/i, 'account'],
  [/availability/i, 'trainer'],
  [/trainer/i, 'trainer'],
  [/completedTraining/i, 'completedTraining'],
  [/title/i, 'title'],
  [/unit(?!need)/i, 'orgUnit'],
  [/staff|personal|people/i, 'person'],
  [/topic/i, 'topic'],
  [/provider/i, 'provider'],
  [/room/i, 'room'],
  [/holiday|announced/i, 'holiday'],
  [/cycle|weights/i, 'tnaCycle'],
  [/need|lines/i, 'needLine'],
]

const moreReferences: Readonly<Record<string, RecordedTable>> = {
  accountId: 'account',
  intoId: 'topic',
  lineIds: 'needLine',
  batchId: 'importBatch',
}

type Task = { readonly operation: string; readonly draw: Draw; readonly look: Look }

/** Makes an input that mostly fits: ids and versions of records that exist, dates of these years, and now and then a wrong one. */
export async function inputFor(operation: string, schema: Schema, draw: Draw, look: Look): Promise<unknown> {
  return valueFor(schema, '', { operation, draw, look })
}

async function valueFor(schema: Schema, name: string, task: Task): Promise<unknown> {
  const { draw } = task
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return draw.pick(schema.enum)
  if (schema.default !== undefined && draw.chance(0.3)) return schema.default
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return valueFor(draw.pick(choices) ?? {}, name, task)
  if (schema.allOf)
    return Object.assign({}, ...(await Promise.all(schema.allOf.map((part) => valueFor(part, name, task)))))
  const type = typeof schema.type === 'string' ? schema.type : draw.pick(schema.type ?? ['null'])
  switch (type) {
    case 'object':
      return objectFor(schema, task)
    case 'array':
      return arrayFor(schema, name, task)
    case 'boolean':
      return draw.chance(0.5)
    case 'integer':
    case 'number':
      return numberFor(schema, name, draw)
    case 'string':
      return stringFor(schema, name, task)
    default:
      return null
  }
}

async function objectFor({ properties = {}, required = [] }: Schema, task: Task): Promise<unknown> {
  const made: Record<string, unknown> = {}
  for (const [name, schema] of Object.entries(properties)) {
    if (!required.includes(name) && task.draw.chance(0.5)) continue
    made[name] = await valueFor(schema, name, task)
  }
  if ('id' in made && 'rowVersion' in made && task.draw.chance(0.9)) {
    const table = tableOf('id', task.operation)
    const row = table && (await task.look(table)).find((one) => one.id === made.id)
    if (row) made.rowVersion = row.rowVersion
  }
  if (!('id' in made) && 'planId' in made && 'rowVersion' in made && task.draw.chance(0.9)) {
    const plan = (await task.look('annualPlan')).find((one) => one.id === made.planId)
    if (plan) made.rowVersion = plan.rowVersion
  }
  return made
}

async function arrayFor({ items = {}, minItems = 0 }: Schema, name: string, task: Task): Promise<unknown> {
  const count = minItems + task.draw.below(4)
  const made: unknown[] = []
  for (let n = 0; n < count; n++) made.push(await valueFor(items, name, task))
  return [...new Map(made.map((one) => [JSON.stringify(one), one])).values()]
}

function numberFor({ minimum = 0, maximum = 20, multipleOf = 1 }: Schema, name: string, draw: Draw): number {
  if (name === 'year') return 2024 + draw.below(6)
  if (name === 'rowVersion') return 1 + draw.below(3)
  const least = Math.ceil(Math.max(minimum, -20) / multipleOf)
  const most = Math.floor(Math.min(maximum, least * multipleOf + 40) / multipleOf)
  return (least + draw.below(most - least + 1)) * multipleOf
}

const tableOf = (name: string, operation: string): RecordedTable | undefined =>
  name === 'id' || name === 'ids' || (operation.startsWith('plan.') && /^lineIds?$/.test(name))
    ? tablesOfNames.find(([word]) => word.test(operation))?.[1]
    : (moreReferences[name] ?? references[name])

async function stringFor(schema: Schema, name: string, { operation, draw, look }: Task): Promise<unknown> {
  const table = tableOf(name, operation)
  if (table) return draw.pick(await look(table))?.id ?? 'none'
  if (schema.format === 'date') return dateFor(draw)
  if (schema.format === 'email') return `${draw.pick(['ayse', 'can'])}@belediye.gov.tr`
  if (/password|current|next/i.test(name)) return draw.pick(phrases)
  if (name === 'userName') return draw.pick(['ayse', 'IŞIK', 'can', 'deniz'])
  if (name === 'registryNo') return String(draw.below(9)).padStart(6, '0')
  if (name === 'keys' || name === 'freeTextKey') {
    const lines = (await look('needLine')).filter((line) => typeof line.freeTextKey === 'string')
    return draw.pick(lines)?.freeTextKey ?? 'ilk yardim'
  }
  if (schema.pattern === '^[A-Z]{2}$') return draw.pick(['KE', 'TR'])
  if (schema.pattern === '^[a-z]{2}$') return draw.pick(['en', 'tr'])
  if (schema.pattern || /code/i.test(name)) return draw.pick(codes)
  let text = draw.pick(words) ?? ''
  while (text.length < (schema.minLength ?? 0)) text += ` ${draw.pick(words)}`
  return text.slice(0, schema.maxLength ?? 500)
}

const dateFor = (draw: Draw): string =>
  new Date(Date.UTC(2026, 10, 1) + draw.below(180) * 86_400_000).toISOString().slice(0, 10)
