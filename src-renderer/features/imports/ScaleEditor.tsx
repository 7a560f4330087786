import { ActionIcon, Select } from '@mantine/core'
import { IconArrowsSplit2 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Mapping } from './choices.ts'
import classes from './imports.module.css'

type Scale = NonNullable<Mapping['scale']>

type Props = { readonly scale: Scale; readonly onScale: (scale: Scale) => void }

/** The steps of a scale: which wordings are one step, and how urgent a need each step is. */
export function ScaleEditor({ scale, onScale }: Props) {
  const { t } = useTranslation('imports')
  const setUrgency = (at: number, urgency: number | null) =>
    onScale({
      ...scale,
      known: true,
      levels: scale.levels.map((level, index) => (index === at ? { ...level, urgency } : level)),
    })
  const split = (at: number) =>
    onScale({
      ...scale,
      levels: scale.levels.flatMap((level, index) =>
        index === at ? level.labels.map((label) => ({ ...level, labels: [label] })) : [level],
      ),
    })
  return (
    <table className={classes.columns} style={{ maxWidth: 620 }}>
      <thead>
        <tr>
          <th>{t('map.labels')}</th>
          <th>{t('map.urgency')}</th>
          <th aria-hidden />
        </tr>
      </thead>
      <tbody>
        {scale.levels.map((level, at) => (
          <tr key={level.labels.join()}>
            <td className={classes.name}>{level.labels.join(' / ')}</td>
            <td>
              <Select
                size="xs"
                w={150}
                aria-label={`${level.labels.join(' / ')} ${t('map.urgency')}`}
                allowDeselect={false}
                value={level.urgency === null ? 'none' : String(level.urgency)}
                data={[
                  { value: 'none', label: t('map.noNeed') },
                  ...['1', '2', '3', '4', '5'].map((value) => ({ value, label: value })),
                ]}
                onChange={(value) => setUrgency(at, value === 'none' || value === null ? null : Number(value))}
              />
            </td>
            <td>
              {level.labels.length > 1 && (
                <ActionIcon aria-label={t('map.split')} title={t('map.split')} onClick={() => split(at)}>
                  <IconArrowsSplit2 size={16} />
                </ActionIcon>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
