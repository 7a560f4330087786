import type { StaffOption } from '../../../../src-core/people/staff.ts'
import { client } from '../../../app/api.ts'
import { textOf } from '../../../app/i18n.ts'
import type { PickOption } from './PickField.tsx'

const optionOf = (person: StaffOption): PickOption<StaffOption> => ({
  id: person.id,
  value: person,
  label: person.name,
  note: [person.registryNo, textOf(`needs:word.employment.${person.employmentType}`), person.unitName].join(' · '),
})

/** People whose registry number begins with the text, or whose name contains it in any spelling. */
export async function findPeople(text: string): Promise<readonly PickOption<StaffOption>[]> {
  const { staff } = await client.people.searchStaff({ text })
  return staff.map(optionOf)
}

/**
 * The one person a text surely means: the only one found, or the only one with exactly this registry number. Numbers of
 * different kinds of employment overlap; among them only those count who may ask.
 */
export async function surePerson(
  text: string,
  eligibleTypes: readonly StaffOption['employmentType'][],
): Promise<PickOption<StaffOption> | undefined> {
  const found = await findPeople(text)
  const exact = found.filter(({ value }) => value.registryNo === text.trim())
  const meant = exact.length > 0 ? exact : found
  const eligible = meant.filter(({ value }) => eligibleTypes.includes(value.employmentType))
  const sure = meant.length === 1 ? meant : eligible
  return sure.length === 1 ? sure[0] : undefined
}
