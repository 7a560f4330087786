import { Button, Checkbox, Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Resource, ResourceKind } from '../../../src-core/delegations/logistics.ts'
import { client } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { tellError } from '../../app/errors/tell-error.tsx'
import { tell } from '../../ui/feedback/toast.tsx'
import { DateField } from '../../ui/form/DateField.tsx'
import { Fields, FormActions } from '../../ui/form/FormLayout.tsx'
import { MoneyField } from '../../ui/form/MoneyField.tsx'
import { NumberField } from '../../ui/form/NumberField.tsx'
import { useForm } from '../../ui/form/use-form.ts'
import classes from './delegations.module.css'
import { type ResourceValues, resourceFields, resourceProblems, resourceValues } from './resource-form.ts'
import { choicesOf } from './words.ts'

type Props = {
  readonly delegationId: string
  readonly kind: ResourceKind
  readonly resource?: Resource
  readonly onClose: () => void
}

/** An interpreter, a vehicle, a hotel room or a gift. */
export function ResourceForm({ delegationId, kind, resource, onClose }: Props) {
  const { t } = useTranslation('delegations')
  const form = useForm<ResourceValues>({
    initial: resourceValues(resource),
    check: (values) => resourceProblems(kind, values),
    submit: async (values) => {
      const fields = resourceFields(kind, values, resource)
      if (resource)
        await client.delegations.changeResource({ id: resource.id, rowVersion: resource.rowVersion, resource: fields })
      else await client.delegations.addResource({ delegationId, resource: fields })
      tell({ text: t('logistics.saved', { name: fields.name }), tone: 'good' })
      onClose()
    },
  })
  const remove = async () => {
    if (!resource) return
    try {
      await client.delegations.removeResource({ id: resource.id, rowVersion: resource.rowVersion })
      tell({ text: t('logistics.removed', { name: resource.name }), tone: 'good' })
      onClose()
    } catch (error) {
      tellError(error)
    }
  }
  return (
    <form {...form.props} className={classes.action}>
      <Fields columns={2}>
        <TextInput label={t(`logistics.name.${kind}`)} required {...form.text('name')} />
        {kind === 'interpreter' && (
          <>
            <TextInput label={t('logistics.languages')} required {...form.text('languages')} />
            <Select
              label={t('logistics.mode')}
              allowDeselect={false}
              data={choicesOf(['simultaneous', 'consecutive'], 'logistics')}
              {...form.choice('mode')}
            />
            <NumberField label={t('logistics.hours')} decimalScale={1} min={0} {...form.number('hours')} />
            <MoneyField label={t('logistics.fee')} {...form.of('feeMinor')} />
            <TextInput label={t('logistics.phone')} {...form.text('phone')} />
          </>
        )}
        {kind === 'vehicle' && (
          <>
            <TextInput label={t('logistics.plate')} {...form.text('plate')} />
            <TextInput label={t('logistics.driver')} {...form.text('driver')} />
            <TextInput label={t('logistics.phone')} {...form.text('phone')} />
            <NumberField label={t('logistics.seats')} required min={1} {...form.number('seats')} />
            <TextInput label={t('logistics.departurePoint')} {...form.text('departurePoint')} />
          </>
        )}
        {kind === 'hotelRoom' && (
          <>
            <TextInput label={t('logistics.roomNo')} {...form.text('roomNo')} />
            <Select
              label={t('logistics.roomType')}
              allowDeselect={false}
              data={choicesOf(['single', 'double', 'twin'], 'logistics')}
              {...form.choice('roomType')}
            />
            <DateField label={t('logistics.checkIn')} {...form.of('checkIn')} />
            <DateField label={t('logistics.checkOut')} {...form.of('checkOut')} />
            <Checkbox label={t('logistics.breakfast')} {...form.flag('breakfast')} />
          </>
        )}
        {kind === 'gift' && (
          <>
            <NumberField label={t('logistics.stock')} min={0} {...form.number('stock')} />
            <NumberField label={t('logistics.given')} min={0} {...form.number('given')} />
            <TextInput label={t('logistics.givenTo')} {...form.text('givenTo')} />
            <TextInput label={t('logistics.givenBy')} {...form.text('givenBy')} />
            <MoneyField label={t('logistics.value')} {...form.of('valueMinor')} />
          </>
        )}
      </Fields>
      <FormActions form={form} onCancel={onClose} error={<ErrorNote error={form.failure} />} />
      {resource && (
        <div className={classes.row}>
          <Button size="xs" variant="subtle" color="red" onClick={() => void remove()}>
            {t('logistics.remove')}
          </Button>
        </div>
      )}
    </form>
  )
}
