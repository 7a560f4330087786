import { Button, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './certificates.module.css'
import type { SignatoryValues } from './group-form.ts'

const most = 3

type Props = {
  readonly value: readonly SignatoryValues[]
  readonly onChange: (value: readonly SignatoryValues[]) => void
}

/** Up to three who sign: name, and the duty in both languages. */
export function SignatoriesField({ value, onChange }: Props) {
  const { t } = useTranslation('certificates')
  const set = (at: number, change: Partial<SignatoryValues>) =>
    onChange(value.map((one, place) => (place === at ? { ...one, ...change } : one)))
  return (
    <div className={classes.stack}>
      {value.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a signatory is nothing but its place on the paper
        <div className={classes.signatory} key={at}>
          <TextInput
            size="xs"
            label={t('field.signatory', { number: at + 1 })}
            value={one.name}
            onChange={(event) => set(at, { name: event.currentTarget.value })}
          />
          <TextInput
            size="xs"
            label={t('field.dutyTr')}
            value={one.dutyTr}
            onChange={(event) => set(at, { dutyTr: event.currentTarget.value })}
          />
          <TextInput
            size="xs"
            label={t('field.dutyEn')}
            value={one.dutyEn}
            onChange={(event) => set(at, { dutyEn: event.currentTarget.value })}
          />
        </div>
      ))}
      <div className={classes.row}>
        {value.length < most && (
          <Button
            size="xs"
            variant="default"
            onClick={() => onChange([...value, { name: '', dutyTr: '', dutyEn: '' }])}
          >
            {t('groups.addSignatory')}
          </Button>
        )}
        {value.length > 0 && (
          <Button size="xs" variant="subtle" onClick={() => onChange(value.slice(0, -1))}>
            {t('groups.removeSignatory')}
          </Button>
        )}
      </div>
    </div>
  )
}
