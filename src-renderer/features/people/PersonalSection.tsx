import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StaffDetail } from '../../../src-core/people/staff.ts'
import { client } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { tellError } from '../../app/errors/tell-error.tsx'
import { askYesNo } from '../../ui/feedback/ask.tsx'
import { Note } from '../../ui/feedback/Note.tsx'
import { tell } from '../../ui/feedback/toast.tsx'
import { Section } from '../../ui/screen/Section.tsx'
import classes from './PersonalSection.module.css'

type Props = { readonly person: StaffDetail; readonly name: string }

type Field = 'nationalId' | 'disabilitySupport'

/** What is kept sealed of a person: shown on request only, each look at it stands in the log. */
export function PersonalSection({ person, name }: Props) {
  const { t } = useTranslation('people')
  return (
    <Section title={t('personal.title')}>
      <p className={classes.note}>{t('personal.note')}</p>
      <PersonalField
        field="nationalId"
        person={person}
        name={name}
        kept={person.nationalId !== null}
        masked={person.nationalId ?? ''}
      />
      <PersonalField
        field="disabilitySupport"
        person={person}
        name={name}
        kept={person.disabilitySupport ?? false}
        masked={t('personal.kept')}
      />
    </Section>
  )
}

type FieldProps = Props & { readonly field: Field; readonly kept: boolean; readonly masked: string }

function PersonalField({ field, person, name, kept, masked }: FieldProps) {
  const { t } = useTranslation('people')
  const [shown, setShown] = useState<string | null>(null)
  const [editing, setEditing] = useState(false)
  const { id, rowVersion } = person

  const show = async () => {
    try {
      const { text } = await client.people.showPersonal({ id, field })
      setShown(text)
    } catch (error) {
      tellError(error)
    }
  }
  const remove = async () => {
    const yes = await askYesNo({
      question: t('personal.removeAsk', { name }),
      detail: t('personal.removeDetail'),
      yes: t('personal.remove'),
      danger: true,
    })
    if (!yes) return
    try {
      await client.people.setPersonal({ id, rowVersion, field, sealed: null })
      setShown(null)
      tell({ text: t('said.personalRemoved'), tone: 'good' })
    } catch (error) {
      tellError(error)
    }
  }
  return (
    <div className={classes.row}>
      <span className={classes.label}>{t(`personal.${field}`)}</span>
      <span className={kept ? classes.value : classes.none}>{kept ? (shown ?? masked) : t('personal.none')}</span>
      <span className={classes.buttons}>
        {kept && (
          <Button size="compact-xs" variant="subtle" onClick={() => (shown === null ? void show() : setShown(null))}>
            {t(shown === null ? 'personal.show' : 'personal.hide')}
          </Button>
        )}
        <Button size="compact-xs" variant="subtle" aria-expanded={editing} onClick={() => setEditing(!editing)}>
          {t(kept ? 'personal.change' : 'personal.add')}
        </Button>
        {kept && (
          <Button size="compact-xs" variant="subtle" color="red" onClick={() => void remove()}>
            {t('personal.remove')}
          </Button>
        )}
      </span>
      {editing && (
        <PersonalEditor
          field={field}
          person={person}
          onDone={() => {
            setEditing(false)
            setShown(null)
          }}
        />
      )}
    </div>
  )
}

type EditorProps = { readonly field: Field; readonly person: StaffDetail; readonly onDone: () => void }

function PersonalEditor({ field, person, onDone }: EditorProps) {
  const { t } = useTranslation(['people', 'common'])
  const [text, setText] = useState('')
  const [doubted, setDoubted] = useState('')
  const [failure, setFailure] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)

  const save = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setFailure(null)
    try {
      const { sealed, fits } = await client.people.sealPersonal({ field, text })
      if (!fits && doubted !== text) return setDoubted(text)
      await client.people.setPersonal({ id: person.id, rowVersion: person.rowVersion, field, sealed })
      tell({ text: t('said.personalSaved'), tone: 'good' })
      onDone()
    } catch (error) {
      setFailure(error)
    } finally {
      setBusy(false)
    }
  }
  const doubt = doubted !== '' && doubted === text
  return (
    <form className={classes.edit} onSubmit={(event) => void save(event)}>
      {doubt && <Note tone="warn" text={t('personal.doubt')} />}
      <ErrorNote error={failure} />
      <div className={classes.editLine}>
        <TextInput
          aria-label={t(`personal.${field}`)}
          description={t(field === 'nationalId' ? 'personal.nationalIdHint' : 'personal.supportHint')}
          autoComplete="off"
          inputMode={field === 'nationalId' ? 'numeric' : 'text'}
          data-autofocus
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={busy} disabled={text.trim() === ''}>
          {doubt ? t('personal.saveAnyway') : t('common:actions.save')}
        </Button>
      </div>
    </form>
  )
}
