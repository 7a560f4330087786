import { Checkbox, MultiSelect, Select, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import {
  bodyTypes,
  costItems,
  participantProfiles,
  payers,
  programmeTypes,
} from '../../../src-core/delegations/request.ts'
import { orpc } from '../../app/api.ts'
import { DateField } from '../../ui/form/DateField.tsx'
import { Fields } from '../../ui/form/FormLayout.tsx'
import { NumberField } from '../../ui/form/NumberField.tsx'
import type { useForm } from '../../ui/form/use-form.ts'
import { TopicPicker } from '../courses/TopicPicker.tsx'
import type { RequestValues } from './request-form.ts'
import { choicesOf, countryChoices } from './words.ts'

const languages = ['tr', 'en', 'fr', 'ar', 'de', 'es', 'ru', 'sq', 'bs', 'mk', 'fa'].map((value) => ({
  value,
  label: value,
}))

const names = {
  tr: new Intl.DisplayNames(['tr'], { type: 'language' }),
  en: new Intl.DisplayNames(['en'], { type: 'language' }),
}

/** The visit request form. */
export function RequestForm({ form }: { readonly form: ReturnType<typeof useForm<RequestValues>> }) {
  const { t, i18n } = useTranslation('delegations')
  const sites = useQuery(orpc.delegations.listSites.queryOptions({ input: { end: 500 } }))
  const inEnglish = i18n.language === 'en'
  const named = languages.map(({ value }) => ({ value, label: names[inEnglish ? 'en' : 'tr'].of(value) ?? value }))
  const { costSharing } = form.values
  return (
    <>
      <Fields columns={2}>
        <TextInput label={t('field.requestingBody')} required {...form.text('requestingBody')} />
        <Select
          label={t('field.bodyType')}
          required
          allowDeselect={false}
          data={choicesOf(bodyTypes, 'bodyType')}
          {...form.choice('bodyType')}
        />
        <Select
          label={t('field.country')}
          required
          searchable
          allowDeselect={false}
          data={countryChoices()}
          {...form.choice('country')}
        />
        <TextInput label={t('field.city')} {...form.text('city')} />
        <TextInput label={t('field.contactName')} required {...form.text('contactName')} />
        <TextInput label={t('field.contactTitle')} {...form.text('contactTitle')} />
        <TextInput label={t('field.email')} required {...form.text('email')} />
        <TextInput label={t('field.phone')} {...form.text('phone')} />
        <DateField label={t('field.receivedOn')} required {...form.of('receivedOn')} />
        <Checkbox label={t('field.sisterCity')} {...form.flag('sisterCity')} />
      </Fields>
      <Fields title={t('requests.wishes')} columns={2}>
        <TextInput label={t('field.topicMain')} required {...form.text('topicMain')} />
        <TopicPicker label={t('field.topic')} {...form.choice('topicId')} />
        <Select
          label={t('field.programmeType')}
          required
          allowDeselect={false}
          data={choicesOf(programmeTypes, 'programmeType')}
          {...form.choice('programmeType')}
        />
        <NumberField label={t('field.groupSize')} required min={1} max={60} {...form.number('groupSize')} />
        <DateField label={t('field.preferredFrom')} required {...form.of('preferredFrom')} />
        <DateField label={t('field.preferredTo')} required {...form.of('preferredTo')} />
        <DateField label={t('field.alternateFrom')} {...form.of('alternateFrom')} />
        <DateField label={t('field.alternateTo')} {...form.of('alternateTo')} />
      </Fields>
      <Fields>
        <Textarea label={t('field.topicsDetail')} required autosize minRows={2} {...form.text('topicsDetail')} />
        <Textarea label={t('field.objectives')} required autosize minRows={2} {...form.text('objectives')} />
      </Fields>
      <Fields columns={2}>
        <MultiSelect
          label={t('field.profile')}
          required
          data={choicesOf(participantProfiles, 'profile')}
          {...form.of('participantProfile')}
          onChange={(value) => form.set('participantProfile', value as RequestValues['participantProfile'])}
        />
        <MultiSelect label={t('field.languages')} required searchable data={named} {...form.of('languages')} />
        <TextInput label={t('field.headOfDelegation')} {...form.text('headOfDelegation')} />
        <NumberField label={t('field.protocolLevel')} required min={0} max={5} {...form.number('protocolLevel')} />
        <Select
          label={t('field.interpreterBy')}
          allowDeselect={false}
          data={choicesOf(['us', 'them', 'notNeeded'], 'interpreterBy')}
          {...form.choice('interpreterProvidedBy')}
        />
        <MultiSelect
          label={t('field.sitesWished')}
          searchable
          data={(sites.data?.rows ?? []).map((site) => ({
            value: site.id,
            label: inEnglish ? site.nameEn : site.nameTr,
          }))}
          {...form.of('sitesWished')}
        />
      </Fields>
      <Fields title={t('requests.costs')} columns={2}>
        {costItems.map((item) => (
          <Select
            key={item}
            label={t(`costItem.${item}`)}
            allowDeselect={false}
            data={choicesOf(payers, 'payer')}
            value={costSharing[item]}
            onChange={(value) =>
              form.set('costSharing', { ...costSharing, [item]: payers.find((one) => one === value) ?? 'us' })
            }
          />
        ))}
        <TextInput label={t('field.funding')} {...form.text('funding')} />
        <TextInput label={t('field.accessibilityNeeds')} {...form.text('accessibilityNeeds')} />
        <DateField label={t('field.earlierVisitOn')} {...form.of('earlierVisitOn')} />
        <Checkbox label={t('field.invitationLetterNeeded')} {...form.flag('invitationLetterNeeded')} />
      </Fields>
    </>
  )
}
