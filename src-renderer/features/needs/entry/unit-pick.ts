import { useQuery } from '@tanstack/react-query'
import { fold } from '../../../../src-core/kernel/turkish.ts'
import type { UnitOption } from '../../../../src-core/people/unit.ts'
import { orpc } from '../../../app/api.ts'
import type { PickOption } from './PickField.tsx'

const most = 20

/** Units by name, code or another spelling; the institution has hundreds, so they are searched here. */
export function useUnits(): (text: string) => readonly PickOption<UnitOption>[] {
  const { data } = useQuery(orpc.people.unitOptions.queryOptions())
  return (text) => {
    const words = fold(text).split(' ').filter(Boolean)
    if (words.length === 0) return []
    const found = (data?.units ?? []).filter(
      (unit) => unit.active && words.every((word) => unit.searchKey.includes(word)),
    )
    // Whose name or code begins with the text is more likely meant than whose name only contains it.
    const begins = (unit: UnitOption) => [unit.code, unit.name].some((own) => fold(own).startsWith(words.join(' ')))
    return [...found.filter(begins), ...found.filter((unit) => !begins(unit))].slice(0, most).map((unit) => ({
      id: unit.id,
      value: unit,
      label: unit.name,
      note: [unit.code, unit.parentName].filter(Boolean).join(' · '),
    }))
  }
}
