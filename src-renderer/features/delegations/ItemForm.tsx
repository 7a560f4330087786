import { Button, Checkbox, MultiSelect, Select, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { countsForCertificate, needsHost, usualLessonTenths } from '../../../src-core/delegations/programme.rules.ts'
import {
  hostStates,
  type ItemFields,
  itemFieldsSchema,
  itemKinds,
  type ProgrammeContext,
  type ProgrammeItem,
  protectiveItems,
} from '../../../src-core/delegations/programme.ts'
import { orpc } from '../../app/api.ts'
import { DateField } from '../../ui/form/DateField.tsx'
import { Fields, FormActions } from '../../ui/form/FormLayout.tsx'
import { NumberField } from '../../ui/form/NumberField.tsx'
import { useForm } from '../../ui/form/use-form.ts'
import classes from './delegations.module.css'
import { type ItemValues, itemInput, itemProblems, itemValues } from './item-form.ts'
import { choicesOf } from './words.ts'

type Props = {
  readonly item: ProgrammeItem
  readonly context: ProgrammeContext
  readonly delegationId: string
  readonly readOnly: boolean
  readonly onSave: (fields: ItemFields) => void
  readonly onRemove: () => void
  readonly onClose: () => void
}

/** A slot of the programme, whole. */
export function ItemForm({ item, context, delegationId, readOnly, onSave, onRemove, onClose }: Props) {
  const { t, i18n } = useTranslation(['delegations', 'common'])
  const resources = useQuery(orpc.delegations.resources.queryOptions({ input: { delegationId } }))
  const form = useForm<ItemValues>({
    initial: itemValues(item),
    check: itemProblems,
    submit: async (values) => onSave(itemFieldsSchema.parse(itemInput(values))),
  })
  const { kind, start, end } = form.values
  const of = (wanted: 'interpreter' | 'vehicle') =>
    (resources.data?.resources ?? [])
      .filter((one) => one.kind === wanted)
      .map(({ id, name }) => ({ value: id, label: name }))
  const chooseSite = (id: string | null) => {
    form.set('siteId', id)
    const site = context.sites.find((one) => one.id === id)
    if (!site) return
    form.set('place', '')
    if (form.values.hostUnit === '') form.set('hostUnit', site.owner)
    if (form.values.hostPerson === '') form.set('hostPerson', site.contactPerson ?? '')
    if (form.values.hostPhone === '') form.set('hostPhone', site.phone ?? '')
  }
  const usual = () => {
    const { startMinute, endMinute } = itemInput(form.values)
    if (startMinute === undefined || endMinute === undefined) return
    form.set('hours', usualLessonTenths(kind, endMinute - startMinute) / 10)
  }
  return (
    <form {...form.props} className={classes.action}>
      <fieldset className={`${classes.stack} ${classes.plain}`} disabled={readOnly}>
        <Fields>
          <TextInput label={t('field.titleTr')} required {...form.text('titleTr')} />
          <TextInput label={t('field.titleEn')} required {...form.text('titleEn')} />
        </Fields>
        <Fields columns={2}>
          <Select
            label={t('programme.kind')}
            allowDeselect={false}
            data={choicesOf(itemKinds, 'kind')}
            {...form.choice('kind')}
          />
          <DateField label={t('programme.day')} required {...form.of('date')} />
          <TextInput label={t('programme.start')} required {...form.text('start')} />
          <TextInput label={t('programme.end')} required {...form.text('end')} />
          {countsForCertificate(kind) && (
            <NumberField
              label={t('programme.lessonHours')}
              decimalScale={1}
              min={0}
              {...form.number('hours')}
              onFocus={() => (start !== '' && end !== '' && form.values.hours === null ? usual() : undefined)}
            />
          )}
          {context.parallelGroups > 1 && (
            <Select
              label={t('programme.groupField')}
              allowDeselect={false}
              data={[
                { value: '0', label: t('programme.everybody') },
                ...Array.from({ length: context.parallelGroups }, (_, at) => ({
                  value: String(at + 1),
                  label: t('programme.group', { no: at + 1 }),
                })),
              ]}
              {...form.choice('groupNo')}
            />
          )}
        </Fields>
        <Fields>
          <Select
            label={t('programme.fromSite')}
            searchable
            clearable
            data={context.sites.map((site) => ({
              value: site.id,
              label: i18n.language === 'en' ? site.nameEn : site.nameTr,
            }))}
            {...form.choice('siteId')}
            onChange={chooseSite}
          />
          {form.values.siteId === null && (
            <TextInput label={t('programme.place')} description={t('programme.placeHint')} {...form.text('place')} />
          )}
          <NumberField
            label={t('programme.travelBefore')}
            description={t('programme.travelHint')}
            min={0}
            max={600}
            {...form.number('travelBefore')}
          />
        </Fields>
        {needsHost(kind) && (
          <Fields columns={2}>
            <TextInput label={t('programme.hostUnit')} {...form.text('hostUnit')} />
            <TextInput label={t('programme.hostPerson')} {...form.text('hostPerson')} />
            <TextInput label={t('programme.hostPhone')} {...form.text('hostPhone')} />
            <Select
              label={t('programme.hostState')}
              allowDeselect={false}
              data={choicesOf(hostStates, 'hostState')}
              {...form.choice('hostState')}
            />
            <TextInput label={t('programme.hostNote')} {...form.text('hostNote')} />
            <Checkbox label={t('programme.holidayAgreed')} {...form.flag('holidayAgreed')} />
          </Fields>
        )}
        <Fields columns={2}>
          <Select
            label={t('programme.interpreter')}
            clearable
            data={of('interpreter')}
            {...form.choice('interpreterId')}
          />
          <Select label={t('programme.vehicle')} clearable data={of('vehicle')} {...form.choice('vehicleId')} />
          <TextInput
            label={t('programme.speakers')}
            description={t('programme.speakersHint')}
            {...form.text('speakers')}
          />
          <TextInput label={t('programme.language')} {...form.text('language')} />
          <TextInput label={t('programme.equipment')} {...form.text('equipment')} />
          <MultiSelect label={t('programme.ppe')} data={choicesOf(protectiveItems, 'ppe')} {...form.of('ppe')} />
          <NumberField label={t('programme.maxGroup')} min={1} {...form.number('maxGroup')} />
          <TextInput label={t('programme.dressNote')} {...form.text('dressNote')} />
          <TextInput label={t('programme.gift')} {...form.text('gift')} />
          <Checkbox label={t('programme.photoAllowed')} {...form.flag('photoAllowed')} />
        </Fields>
        <Fields>
          <Textarea label={t('field.objective')} autosize {...form.text('objective')} />
          <Textarea label={t('programme.internalNote')} autosize {...form.text('internalNote')} />
        </Fields>
        {!readOnly && <FormActions form={form} onCancel={onClose} />}
      </fieldset>
      <div className={classes.row}>
        {readOnly && (
          <Button size="xs" variant="default" onClick={onClose}>
            {t('common:actions.close')}
          </Button>
        )}
        {!readOnly && (
          <Button size="xs" variant="subtle" color="red" onClick={onRemove}>
            {t('programme.remove')}
          </Button>
        )}
      </div>
    </form>
  )
}
