import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { formatDate } from '../../../src-core/kernel/dates.ts'
import type { StaffDetail } from '../../../src-core/people/staff.ts'
import { useGo } from '../../app/address.ts'
import { client, orpc } from '../../app/api.ts'
import { tell } from '../../ui/feedback/toast.tsx'
import { useForm } from '../../ui/form/use-form.ts'
import { StatusWord } from '../../ui/values/StatusWord.tsx'
import type { PanelProps } from '../courses/ListScreen.tsx'
import { LoadingPanel, RecordPanel } from '../courses/RecordPanel.tsx'
import { LeaveButton } from './LeaveButton.tsx'
import { PersonalSection } from './PersonalSection.tsx'
import { StaffForm } from './StaffForm.tsx'
import classes from './StaffPanel.module.css'
import { StaffTrainings } from './StaffTrainings.tsx'
import { newStaff, staffFields, staffProblems, valuesOf } from './staff-form.ts'
import { useFirstField } from './use-first-field.ts'
import { useMay } from './use-may.ts'

const formId = 'staff-form'

type Props = PanelProps & {
  /** The unit a new member of staff begins in. */
  readonly unitId: string | null
}

/** One member of staff, or the form of a new one. */
export function StaffPanel(props: Props) {
  const { t } = useTranslation('people')
  const { id, unitId: _, ...rest } = props
  const found = useQuery({
    ...orpc.people.getStaff.queryOptions({ input: { id: id ?? '' } }),
    enabled: id !== undefined,
  })
  if (id === undefined) return <NewStaff {...props} />
  if (!found.data)
    return <LoadingPanel title={t('staff.title')} error={found.error} onRetry={() => void found.refetch()} {...rest} />
  return <StaffRecord person={found.data} {...rest} />
}

function NewStaff({ onClose, onAdded, unitId }: Props) {
  const { t } = useTranslation('people')
  useFirstField(formId)
  const form = useForm({
    initial: newStaff(unitId),
    check: staffProblems,
    draft: 'staff:new',
    submit: async (values) => {
      const { id } = await client.people.addStaff(staffFields(values))
      tell({ text: t('said.added', { name: `${values.givenNames} ${values.surname}` }), tone: 'good' })
      onAdded(id)
    },
  })
  return (
    <RecordPanel
      title={t('staff.new')}
      record={undefined}
      onClose={onClose}
      onStep={undefined}
      formId={formId}
      busy={form.busy}
      details={<StaffForm id={formId} form={form} readOnly={false} />}
    />
  )
}

type RecordProps = Omit<Props, 'id' | 'unitId'> & { readonly person: StaffDetail }

function StaffRecord({ person, onClose, onStep }: RecordProps) {
  const { t } = useTranslation('people')
  const may = useMay()
  const name = `${person.givenNames} ${person.surname}`
  return (
    <RecordPanel
      title={name}
      note={
        <>
          <span>{person.registryNo}</span>
          <span>{t(`employmentType.${person.employmentType}`)}</span>
          <ServiceWord person={person} />
        </>
      }
      record={{ table: 'person', id: person.id }}
      onClose={onClose}
      onStep={onStep}
      formId={may.edit ? formId : undefined}
      actions={may.edit && <LeaveButton key={person.rowVersion} person={person} name={name} />}
      tabs={[
        {
          id: 'trainings',
          label: t('staff.trainings'),
          content: <StaffTrainings personId={person.id} mayAdd={may.add} />,
        },
      ]}
      details={
        <div className={classes.details}>
          <StaffPlace person={person} />
          <StaffDetails key={person.rowVersion} person={person} readOnly={!may.edit} />
          {may.personal && person.nationalId !== undefined && <PersonalSection person={person} name={name} />}
        </div>
      }
    />
  )
}

/** Whether somebody works here, and since when not. */
function ServiceWord({ person }: { readonly person: StaffDetail }) {
  const { t } = useTranslation('people')
  if (person.active) return <StatusWord tone="good">{t('staff.isActive')}</StatusWord>
  return (
    <StatusWord tone="neutral">
      {person.leaveDate ? t('staff.isLeft', { date: formatDate(person.leaveDate) }) : t('staff.isLeftUndated')}
    </StatusWord>
  )
}

/** The way down the tree to the person's unit, and the units that the person leads or speaks for. */
function StaffPlace({ person }: { readonly person: StaffDetail }) {
  const { t } = useTranslation('people')
  const go = useGo()
  return (
    <div className={classes.place}>
      <span>{person.unitPath.join(' › ')}</span>
      {person.leads.map((lead) => (
        <button
          key={`${lead.unitId} ${lead.as}`}
          type="button"
          className={classes.lead}
          onClick={() => go(`/people/units?open=${lead.unitId}`)}
        >
          {t(`staff.leads.${lead.as}`, { unit: lead.name })}
        </button>
      ))}
    </div>
  )
}

function StaffDetails({ person, readOnly }: { readonly person: StaffDetail; readonly readOnly: boolean }) {
  const { t } = useTranslation('people')
  const form = useForm({
    initial: valuesOf(person),
    check: staffProblems,
    draft: `staff:${person.id}`,
    submit: async (values) => {
      const { id, rowVersion } = person
      await client.people.changeStaff({ id, rowVersion, fields: staffFields(values) })
      tell({ text: t('said.saved', { name: `${values.givenNames} ${values.surname}` }), tone: 'good' })
    },
  })
  return <StaffForm id={formId} form={form} readOnly={readOnly} />
}
