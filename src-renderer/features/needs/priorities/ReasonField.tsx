import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fold } from '../../../../src-core/kernel/turkish.ts'
import { needReasons } from '../../../../src-core/needs/need.ts'
import { PickField, type PickOption } from '../entry/PickField.tsx'

export type Reason = (typeof needReasons)[number]

type Props = {
  readonly value: Reason | null
  readonly onChange: (value: Reason | null) => void
  readonly onNext: () => void
  readonly disabled?: boolean
  /** Shows the label; in a sheet the head of the column says it. */
  readonly label?: boolean
}

/** Why it is needed: a digit takes the reason at once, letters find it. */
export function ReasonField({ value, onChange, onNext, disabled = false, label: withLabel = false }: Props) {
  const { t } = useTranslation('needs')
  const [typed, setTyped] = useState<string>()
  const label = value ? t(`word.reason.${value}`) : ''
  const text = typed ?? label
  const all = needReasons.map(
    (reason, index): PickOption<Reason> => ({
      id: reason,
      value: reason,
      label: `${index + 1}  ${t(`word.reason.${reason}`)}`,
    }),
  )
  const options = typed ? all.filter((option) => fold(option.label).includes(fold(typed))) : all
  const take = (reason: Reason) => {
    onChange(reason)
    setTyped(undefined)
    onNext()
  }
  const type = (next: string) => {
    const digit = all[Number(next.trim()) - 1]
    if (digit && /^\d$/.test(next.trim())) return take(digit.value)
    setTyped(next)
    if (next === '') onChange(null)
  }
  return (
    <PickField
      label={t('field.reason')}
      hideLabel={!withLabel}
      placeholder={t('entry.reasonHint')}
      text={text}
      onText={type}
      found={{ text, options }}
      onPick={take}
      decide={async () => options[0]}
      chosen={typed === undefined && value !== null}
      onNext={onNext}
      openEmpty
      disabled={disabled}
      onLeave={() => setTyped(undefined)}
    />
  )
}
