import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../app/api.ts'

type Props = { readonly value: string | null; readonly onChange: (unitId: string | null) => void }

/** A unit by name or code in any spelling. */
export function UnitChoice({ value, onChange }: Props) {
  const { t } = useTranslation('imports')
  const { data } = useQuery(orpc.people.unitOptions.queryOptions())
  const options = (data?.units ?? [])
    .filter((unit) => unit.active)
    .map((unit) => ({ value: unit.id, label: `${unit.name} (${unit.code})` }))
  return (
    <Select
      w={460}
      searchable
      aria-label={t('check.unit')}
      placeholder={t('check.unitPick')}
      data={options}
      value={value}
      onChange={onChange}
    />
  )
}
