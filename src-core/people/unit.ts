import { z } from 'zod'
import type { OrgUnitTable } from '../database/schema.ts'
import { daySchema, optionalText, requiredText } from './fields.ts'

/** From the whole institution down to its smallest part; `board` is an inspection board, a counsel or another office of the head. */
export const unitKinds = [
  'municipality',
  'generalSecretariat',
  'department',
  'directorate',
  'branch',
  'board',
  'affiliate',
  'subsidiary',
] as const satisfies readonly OrgUnitTable['kind'][]

export type UnitKind = (typeof unitKinds)[number]

export const unitKindSchema = z.enum(unitKinds)

/** Other spellings and earlier names, as they stand in the workbooks that units send. */
const aliasesSchema = z.array(requiredText(200)).max(40)

const code = requiredText(20)

/** What an officer types of a unit. */
export const unitFieldsSchema = z.object({
  code,
  name: requiredText(200),
  nameEn: optionalText(200),
  kind: unitKindSchema,
  parentId: z.string().nullable(),
  managerId: z.string().nullable(),
  coordinatorId: z.string().nullable(),
  costCentre: optionalText(40),
  aliases: aliasesSchema,
  validFrom: daySchema.nullable(),
  validTo: daySchema.nullable(),
})

export type UnitFields = z.infer<typeof unitFieldsSchema>

/** A person beside a unit, as far as a list needs them. */
export const unitPersonSchema = z.object({ id: z.string(), name: z.string(), active: z.boolean() })

/** A unit as the tree shows it. Staff counts are of active people. */
export const unitRowSchema = z.object({
  id: z.string(),
  rowVersion: z.number().int(),
  ...unitFieldsSchema.shape,
  nameEn: z.string().nullable(),
  costCentre: z.string().nullable(),
  active: z.boolean(),
  /** Steps below the top of the tree. */
  depth: z.number().int(),
  parentName: z.string().nullable(),
  /** Names from the top down to the parent, for a unit that stands alone on a screen. */
  path: z.array(z.string()),
  manager: unitPersonSchema.nullable(),
  coordinator: unitPersonSchema.nullable(),
  /** In the unit itself. */
  staff: z.number().int(),
  /** In the unit and everything below it. */
  staffBelow: z.number().int(),
  /** Active units directly below. */
  children: z.number().int(),
})

export type UnitRow = z.infer<typeof unitRowSchema>

/** A unit as pickers show it. */
export const unitOptionSchema = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  parentName: z.string().nullable(),
  depth: z.number().int(),
  active: z.boolean(),
  /** Folded code, name and other spellings. */
  searchKey: z.string(),
})

export type UnitOption = z.infer<typeof unitOptionSchema>
