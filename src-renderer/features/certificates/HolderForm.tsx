import { Button, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type Group, type Holder, type HolderFields, holderFieldsSchema } from '../../../src-core/certificates/group.ts'
import { client, orpc } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { tell } from '../../ui/feedback/toast.tsx'
import { Fields } from '../../ui/form/FormLayout.tsx'
import { NumberField } from '../../ui/form/NumberField.tsx'
import { type Problems, schemaProblems } from '../../ui/form/problems.ts'
import { useForm } from '../../ui/form/use-form.ts'
import { StaffPicker } from '../people/StaffPicker.tsx'
import classes from './certificates.module.css'

type Values = {
  readonly personId: string | null
  readonly name: string
  readonly institution: string
  readonly country: string
  readonly hours: number | null
  readonly testScore: number | null
}

const inputOf = ({ hours, ...values }: Values) => ({
  ...values,
  attendedTenths: hours === null ? null : Math.round(hours * 10),
})

const problems = (values: Values): Problems<Values> =>
  schemaProblems(holderFieldsSchema, inputOf(values)) as Problems<Values>

type Props = { readonly group: Group; readonly holder?: Holder; readonly onClose: () => void }

/** One participant: typed, or picked from the staff. */
export function HolderForm({ group, holder, onClose }: Props) {
  const { t } = useTranslation(['certificates', 'common'])
  const form = useForm<Values>({
    initial: {
      personId: holder?.personId ?? null,
      name: holder?.name ?? '',
      institution: holder?.institution ?? '',
      country: holder?.country ?? '',
      hours: holder
        ? holder.attendedTenths === null
          ? null
          : holder.attendedTenths / 10
        : group.lessonHoursTenths / 10,
      testScore: holder?.testScore ?? null,
    },
    check: problems,
    submit: async (values) => {
      const fields: HolderFields = holderFieldsSchema.parse(inputOf(values))
      if (holder) {
        await client.certificates.changeHolder({ id: holder.id, rowVersion: holder.rowVersion, fields })
        onClose()
      } else await client.certificates.addHolders({ groupId: group.id, holders: [fields] })
      tell({ text: t('holders.saved', { name: fields.name }), tone: 'good' })
    },
  })
  const { personId } = form.values
  const picked = useQuery({
    ...orpc.people.searchStaff.queryOptions({ input: { ids: personId ? [personId] : [] } }),
    enabled: personId !== null,
  })
  const pick = async (id: string | null) => {
    form.set('personId', id)
    if (id === null) return
    const { staff } = await client.people.searchStaff({ ids: [id] })
    const person = staff.find((one) => one.id === id)
    if (!person) return
    form.set('name', person.name)
    form.set('institution', person.unitName)
  }
  const known = picked.data?.staff.find((one) => one.id === personId)
  return (
    <form {...form.props} className={classes.action}>
      <strong>{holder ? holder.name : t('holders.new')}</strong>
      <Fields columns={2}>
        <StaffPicker
          label={t('holders.person')}
          description={known ? known.registryNo : t('holders.personHint')}
          value={personId}
          onChange={(id) => void pick(id)}
        />
        <TextInput label={t('field.name')} description={t('holders.nameHint')} required {...form.text('name')} />
        <TextInput label={t('field.institution')} {...form.text('institution')} />
        <TextInput label={t('field.country')} {...form.text('country')} />
        <NumberField label={t('field.attended')} min={0} decimalScale={1} {...form.number('hours')} />
        <NumberField label={t('field.testScore')} min={0} max={100} {...form.number('testScore')} />
      </Fields>
      <ErrorNote error={form.failure} />
      <div className={classes.row}>
        <Button type="submit" loading={form.busy}>
          {t(holder ? 'common:actions.save' : 'holders.addOne')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('common:actions.close')}
        </Button>
      </div>
    </form>
  )
}
