import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { PickField } from './PickField.tsx'
import { useMatches } from './use-matches.ts'
import { findWanted, findWantedOrEvent, sureWanted, type Wanted } from './wanted-pick.ts'

export type WantedText = {
  readonly text: string
  readonly topicId: string | null
  readonly freeText: string | null
  /** The words name an event of another organiser. */
  readonly external?: boolean
}

type Props = {
  readonly value: WantedText
  readonly onChange: (value: WantedText) => void
  /** A topic was taken, or the words were. */
  readonly onPicked: () => void
  readonly onEmptyEnter: () => void
  /** People may ask for events of others; a unit asks for trainings. */
  readonly events?: boolean
  readonly disabled?: boolean
  readonly field?: Ref<HTMLInputElement>
  /** Shows the label; in a sheet the head of the column says it. */
  readonly label?: boolean
}

/** The value a choice leads to. */
export const wantedText = (wanted: Wanted): WantedText =>
  wanted.kind === 'topic'
    ? { text: wanted.label, topicId: wanted.topicId, freeText: null, external: false }
    : { text: wanted.text, topicId: null, freeText: wanted.text, external: wanted.kind === 'event' }

/** What is asked for: typed as it stands on the paper, taken as a topic where it is one, else as free text. */
export function WantedField({
  value,
  onChange,
  onPicked,
  onEmptyEnter,
  events = false,
  disabled = false,
  field,
  label = false,
}: Props) {
  const { t } = useTranslation('needs')
  const isChosen = value.topicId !== null || value.freeText !== null
  const typed = isChosen ? '' : value.text
  const found = useMatches(events ? 'wanted or event' : 'wanted', typed, events ? findWantedOrEvent : findWanted)
  return (
    <PickField
      label={t('field.wanted')}
      hideLabel={!label}
      placeholder={t('entry.wantedHint')}
      text={value.text}
      onText={(text) => onChange({ text, topicId: null, freeText: null, external: false })}
      found={isChosen ? { text: '', options: [] } : found}
      onPick={(wanted) => {
        onChange(wantedText(wanted))
        onPicked()
      }}
      decide={sureWanted}
      chosen={isChosen}
      onNext={isChosen ? onPicked : onEmptyEnter}
      disabled={disabled}
      {...(field && { field })}
    />
  )
}
