import { type ReactNode, type Ref, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonForm } from '../../../../src-core/needs/collect.contract.ts'
import type { CycleView } from '../../../../src-core/needs/cycle.contract.ts'
import { Note } from '../../../ui/feedback/Note.tsx'
import classes from './EntryDesk.module.css'
import { PickField } from './PickField.tsx'
import { findPeople, surePerson } from './person-pick.ts'
import type { Entry } from './use-entry.ts'
import { useMatches } from './use-matches.ts'

type Props = {
  readonly cycle: CycleView
  readonly entry: Entry
  readonly known: PersonForm | undefined
  readonly field: Ref<HTMLInputElement>
  readonly onPicked: () => void
  readonly error: ReactNode
}

/** Whose form it is: by registry number or name, in any spelling. */
export function EntryPerson({ cycle, entry, known, field, onPicked, error }: Props) {
  const { t } = useTranslation('needs')
  const { form, change, begin } = entry
  const [typed, setTyped] = useState('')
  const chosen = form.personId !== null
  const found = useMatches('person', chosen ? '' : typed, findPeople)
  const type = (text: string) => {
    begin()
    setTyped(text)
    // The lines stay: more often the person was mistaken than what she asked for.
    if (chosen) change({ personId: null, personName: '' })
  }
  return (
    <div className={classes.person}>
      <PickField
        label={t('entry.person')}
        placeholder={t('entry.personHint')}
        text={chosen ? form.personName : typed}
        onText={type}
        found={chosen ? { text: '', options: [] } : found}
        chosen={chosen}
        onPick={(person) => {
          setTyped('')
          change({ personId: person.id, personName: person.name })
          onPicked()
        }}
        decide={(text) => surePerson(text, cycle.eligibleTypes)}
        onNext={() => chosen && onPicked()}
        nothing={t('entry.personNone')}
        field={field}
      />
      {known && (
        <p className={classes.who}>
          <span>{known.person.registryNo}</span>
          <span>{t(`word.employment.${known.person.employmentType}`)}</span>
          {known.person.title && <span>{known.person.title}</span>}
          <span>{known.person.unitName}</span>
        </p>
      )}
      {error}
      {known && !known.person.active && <Note tone="warn" text={t('entry.inactive')} />}
      {known?.person.active && !known.eligible && <Note tone="warn" text={t('entry.notEligible')} />}
      {known && (known.state === 'LOCKED' || known.state === 'LOCKED_UNREVIEWED') && (
        <Note tone="warn" text={t('entry.locked')} />
      )}
    </div>
  )
}
