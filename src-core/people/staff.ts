import { z } from 'zod'
import type { EmploymentType } from '../database/schema.ts'
import { daySchema, optionalText, requiredText } from './fields.ts'

/** The kinds of people who work in one organisation; registry numbers are unique within a kind only. */
export const employmentTypes = [
  'OFFICER',
  'CONTRACTED',
  'CANDIDATE_OFFICER',
  'WORKER',
  'COMPANY',
] as const satisfies readonly EmploymentType[]

export const employmentTypeSchema = z.enum(employmentTypes)

export const educationLevels = [
  'primary',
  'secondary',
  'highSchool',
  'associate',
  'bachelor',
  'master',
  'doctorate',
] as const

export type EducationLevel = (typeof educationLevels)[number]

/** A registry number is text: its zeros count, and some institutions write letters into it. */
export const registryNoSchema = z
  .string()
  .normalize()
  .trim()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}./-]{0,19}$/u)

const emailSchema = z
  .union([z.literal(''), z.email().max(200)])
  .transform((text) => text || null)
  .nullable()

/** What an officer types of a member of staff. What is sealed is not among it, see `personal.contract.ts`. */
export const staffFieldsSchema = z.object({
  registryNo: registryNoSchema,
  employmentType: employmentTypeSchema,
  givenNames: requiredText(120),
  surname: requiredText(120),
  unitId: z.string().min(1),
  titleId: z.string().nullable(),
  position: optionalText(200),
  gender: z.enum(['F', 'M']).nullable(),
  educationLevel: z.enum(educationLevels).nullable(),
  hireDate: daySchema.nullable(),
  email: emailSchema,
  phone: optionalText(40),
  managerOverrideId: z.string().nullable(),
})

export type StaffFields = z.infer<typeof staffFieldsSchema>

/** A member of staff as lists show it: nothing that is sealed, nothing a list does not need. */
export const staffRowSchema = z.object({
  id: z.string(),
  rowVersion: z.number().int(),
  registryNo: z.string(),
  givenNames: z.string(),
  surname: z.string(),
  employmentType: employmentTypeSchema,
  unitId: z.string(),
  unitCode: z.string(),
  unitName: z.string(),
  titleId: z.string().nullable(),
  titleName: z.string().nullable(),
  email: z.string().nullable(),
  hireDate: z.string().nullable(),
  active: z.boolean(),
  leaveDate: z.string().nullable(),
})

export type StaffRow = z.infer<typeof staffRowSchema>

/** One member of staff, whole. Identity number and support needs come masked, and only to who may see them. */
export const staffDetailSchema = z.object({
  ...staffRowSchema.shape,
  unitPath: z.array(z.string()),
  position: z.string().nullable(),
  gender: z.enum(['F', 'M']).nullable(),
  educationLevel: z.string().nullable(),
  phone: z.string().nullable(),
  managerOverride: z.object({ id: z.string(), name: z.string(), active: z.boolean() }).nullable(),
  leads: z.array(z.object({ unitId: z.string(), name: z.string(), as: z.enum(['manager', 'coordinator']) })),
  /** `123******50`, null where none is kept, absent for who may not know. */
  nationalId: z.string().nullable().optional(),
  /** Whether a note on support needs is kept; absent for who may not know. */
  disabilitySupport: z.boolean().optional(),
})

export type StaffDetail = z.infer<typeof staffDetailSchema>

/** A member of staff as pickers show it. */
export const staffOptionSchema = z.object({
  id: z.string(),
  registryNo: z.string(),
  employmentType: employmentTypeSchema,
  name: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  titleName: z.string().nullable(),
  active: z.boolean(),
})

export type StaffOption = z.infer<typeof staffOptionSchema>
