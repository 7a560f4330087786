import { Button, Checkbox, Select, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Delegation } from '../../../src-core/delegations/delegation.ts'
import { chosenStates, type Participant, type ParticipantSecret } from '../../../src-core/delegations/participant.ts'
import { client, orpc } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { tellError } from '../../app/errors/tell-error.tsx'
import { askYesNo } from '../../ui/feedback/ask.tsx'
import { tell } from '../../ui/feedback/toast.tsx'
import { DateField } from '../../ui/form/DateField.tsx'
import { Fields, FormActions } from '../../ui/form/FormLayout.tsx'
import { useForm } from '../../ui/form/use-form.ts'
import classes from './delegations.module.css'
import { PersonSecrets } from './PersonSecrets.tsx'
import { type PersonValues, personFields, personProblems, personValues } from './person-form.ts'
import { useMay } from './use-may.ts'
import { choicesOf, countryChoices } from './words.ts'

type Props = {
  readonly file: Delegation
  readonly person?: Participant
  readonly noticeVersion: string
  readonly readOnly: boolean
  readonly onClose: () => void
}

/** One participant, as in the passport. */
export function PersonForm({ file, person, noticeVersion, readOnly, onClose }: Props) {
  const { t } = useTranslation(['delegations', 'common'])
  const may = useMay()
  const [secrets, setSecrets] = useState<Partial<Record<ParticipantSecret, string>>>({})
  const resources = useQuery(orpc.delegations.resources.queryOptions({ input: { delegationId: file.id } }))
  const of = (wanted: 'vehicle' | 'hotelRoom') =>
    (resources.data?.resources ?? []).flatMap((one) =>
      one.kind === wanted
        ? [{ value: one.id, label: one.kind === 'hotelRoom' ? `${one.name} ${one.details.roomNo ?? ''}` : one.name }]
        : [],
    )
  const form = useForm<PersonValues>({
    initial: personValues(file, person),
    check: personProblems,
    submit: async (values) => {
      const fields = personFields(values, person?.consentVersion ?? noticeVersion)
      const typed = Object.entries(secrets).filter(([, text]) => text.trim() !== '')
      const cleared = Object.fromEntries(
        Object.entries(secrets)
          .filter(([, text]) => text.trim() === '')
          .map(([secret]) => [secret, null]),
      )
      const sealed =
        typed.length > 0 ? (await client.delegations.sealParticipant({ texts: Object.fromEntries(typed) })).sealed : {}
      const all = { ...cleared, ...sealed }
      if (person)
        await client.delegations.changeParticipant({
          id: person.id,
          rowVersion: person.rowVersion,
          fields,
          sealed: all,
        })
      else await client.delegations.addParticipants({ delegationId: file.id, participants: [{ fields, sealed }] })
      tell({ text: t('people.saved', { name: `${fields.givenNames} ${fields.surname}` }), tone: 'good' })
      onClose()
    },
  })
  const remove = async () => {
    if (!person) return
    const name = `${person.givenNames} ${person.surname}`
    const yes = await askYesNo({
      ...{ question: t('people.removeAsk', { name }), detail: t('people.removeDetail') },
      ...{ yes: t('people.remove'), danger: true },
    })
    if (!yes) return
    try {
      const { removed } = await client.delegations.removeParticipants({ delegationId: file.id, ids: [person.id] })
      tell({ text: t('people.removed', { count: removed }), tone: 'good' })
      onClose()
    } catch (error) {
      tellError(error)
    }
  }
  const states = person?.state === 'CERTIFIED' || person?.state === 'PURGED' ? [person.state] : chosenStates
  return (
    <form {...form.props} className={classes.action}>
      <strong>
        {person
          ? `${person.givenNames} ${person.surname} · ${t('people.badge')}: ${person.badgeCode}`
          : t('people.add')}
      </strong>
      <fieldset className={`${classes.stack} ${classes.plain}`} disabled={readOnly}>
        <Fields columns={2}>
          <TextInput label={t('people.givenNames')} required {...form.text('givenNames')} />
          <TextInput label={t('people.surname')} required {...form.text('surname')} />
          <TextInput
            label={t('people.nameForCertificate')}
            placeholder={`${form.values.givenNames} ${form.values.surname}`.trim()}
            {...form.text('nameForCertificate')}
          />
          <TextInput label={t('people.nameOnBadge')} {...form.text('nameOnBadge')} />
          <TextInput label={t('people.titleWord')} {...form.text('title')} />
          <Select
            label={t('people.nationality')}
            required
            searchable
            allowDeselect={false}
            data={countryChoices()}
            {...form.choice('nationality')}
          />
          <TextInput label={t('people.institution')} required {...form.text('institution')} />
          <TextInput label={t('people.position')} required {...form.text('position')} />
          <TextInput label={t('field.email')} {...form.text('email')} />
          <TextInput label={t('people.mobile')} {...form.text('mobile')} />
          <Select
            label={t('field.state')}
            allowDeselect={false}
            data={choicesOf(states, 'personState')}
            {...form.choice('state')}
          />
          {file.parallelGroups > 1 && (
            <Select
              label={t('people.group')}
              allowDeselect={false}
              data={Array.from({ length: file.parallelGroups + 1 }, (_, at) => ({
                value: String(at),
                label: at === 0 ? '–' : t('programme.group', { no: at }),
              }))}
              {...form.choice('groupNo')}
            />
          )}
          <Checkbox label={t('people.head')} {...form.flag('head')} />
        </Fields>
        <Fields columns={2}>
          <DateField label={t('people.arrivalOn')} {...form.of('arrivalOn')} />
          <TextInput label={t('people.arrivalFlight')} {...form.text('arrivalFlight')} />
          <DateField label={t('people.departureOn')} {...form.of('departureOn')} />
          <TextInput label={t('people.departureFlight')} {...form.text('departureFlight')} />
          <Select label={t('people.vehicle')} clearable data={of('vehicle')} {...form.choice('vehicleId')} />
          <Select label={t('people.hotelRoom')} clearable data={of('hotelRoom')} {...form.choice('hotelRoomId')} />
          <TextInput label={t('people.vestSize')} {...form.text('vestSize')} />
          <TextInput label={t('people.shoeSize')} {...form.text('shoeSize')} />
          <TextInput label={t('people.visaState')} {...form.text('visaState')} />
          <TextInput label={t('people.emergencyContact')} {...form.text('emergencyContact')} />
          <Checkbox label={t('people.visaNeeded')} {...form.flag('visaNeeded')} />
          <Checkbox label={t('people.hotelNeeded')} {...form.flag('hotelNeeded')} />
          <Checkbox label={t('people.mediaConsent')} {...form.flag('mediaConsent')} />
          <Checkbox
            label={t('people.consent', { version: person?.consentVersion ?? noticeVersion })}
            {...form.flag('consents')}
          />
          {form.values.consents && <DateField label={t('people.consentOn')} {...form.of('consentOn')} />}
        </Fields>
        <Fields columns={2}>
          <Textarea label={t('people.expectations')} autosize {...form.text('expectations')} />
          <Textarea label={t('people.notes')} autosize {...form.text('notes')} />
        </Fields>
        {may.edit && (
          <PersonSecrets {...(person && { person })} values={secrets} onChange={setSecrets} readOnly={readOnly} />
        )}
        {!readOnly && <FormActions form={form} onCancel={onClose} error={<ErrorNote error={form.failure} />} />}
      </fieldset>
      <div className={classes.row}>
        {readOnly && (
          <Button size="xs" variant="default" onClick={onClose}>
            {t('common:actions.close')}
          </Button>
        )}
        {!readOnly && person && (
          <Button size="xs" variant="subtle" color="red" onClick={() => void remove()}>
            {t('people.remove')}
          </Button>
        )}
      </div>
    </form>
  )
}
