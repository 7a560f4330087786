import { ActionIcon, Button, Checkbox, Select, TextInput, Tooltip } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { providerKinds } from '../../../src-core/courses/provider.ts'
import { Note } from '../../ui/feedback/Note.tsx'
import { Fields } from '../../ui/form/FormLayout.tsx'
import type { useForm } from '../../ui/form/use-form.ts'
import { asksPermission, type ContactValues, emptyContact, type ProviderValues } from './provider-form.ts'
import { RecordForm } from './RecordForm.tsx'
import classes from './RecordPanel.module.css'

type Form = ReturnType<typeof useForm<ProviderValues>>

type Props = { readonly id: string; readonly form: Form; readonly readOnly: boolean; readonly fresh?: boolean }

/** Everything a person types of a provider. */
export function ProviderForm({ id, form, readOnly, fresh = false }: Props) {
  const { t } = useTranslation('courses')
  const kind = form.choice('kind')
  return (
    <RecordForm id={id} form={form} readOnly={readOnly} fresh={fresh}>
      <Fields>
        <TextInput label={t('providers.name')} required {...form.text('name')} />
        <Select
          label={t('providers.kind')}
          data={providerKinds.map((value) => ({ value, label: t(`word.providerKind.${value}`) }))}
          allowDeselect={false}
          {...kind}
          onChange={(value) => {
            kind.onChange(value)
            form.set('permissionRequired', asksPermission(value))
          }}
        />
        <Checkbox
          label={t('providers.permissionRequired')}
          description={t('providers.permissionHint')}
          {...form.flag('permissionRequired')}
        />
        {asksPermission(kind.value) && !form.values.permissionRequired && (
          <Note tone="warn" text={t('providers.permissionWaived')} />
        )}
      </Fields>
      <Fields title={t('providers.contacts')}>
        <Contacts {...form.of('contacts')} />
      </Fields>
    </RecordForm>
  )
}

type ContactsProps = {
  readonly id: string
  readonly value: readonly ContactValues[]
  readonly onChange: (value: readonly ContactValues[]) => void
  readonly onBlur: () => void
  readonly error: string | undefined
}

function Contacts({ id, value, onChange, onBlur, error }: ContactsProps) {
  const { t } = useTranslation('courses')
  const change = (at: number, part: Partial<ContactValues>) =>
    onChange(value.map((old, place) => (place === at ? { ...old, ...part } : old)))
  const field = (at: number, name: keyof ContactValues, label: string) => ({
    label,
    value: value[at]?.[name] ?? '',
    onBlur,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      change(at, { [name]: event.currentTarget.value }),
  })
  return (
    <div className={classes.items}>
      {value.map((contact, at) => {
        const title = t('providers.contact', { number: at + 1 })
        const remove = t('actions.removeItem', { text: contact.name || title })
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: contacts have no name of their own while they are typed
          <fieldset key={at} className={`${classes.fields} ${classes.item} ${classes.contact}`} aria-label={title}>
            <div className={classes.itemHead}>
              <span>{title}</span>
              <Tooltip label={remove}>
                <ActionIcon
                  size="sm"
                  aria-label={remove}
                  onClick={() => onChange(value.filter((_, place) => place !== at))}
                >
                  <IconX size={14} />
                </ActionIcon>
              </Tooltip>
            </div>
            <TextInput {...(at === 0 && { id })} {...field(at, 'name', t('providers.contactName'))} />
            <TextInput {...field(at, 'duty', t('providers.duty'))} />
            <TextInput type="email" {...field(at, 'email', t('providers.email'))} />
            <TextInput type="tel" {...field(at, 'phone', t('providers.phone'))} />
          </fieldset>
        )
      })}
      {error && <p className={classes.error}>{error}</p>}
      <div>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => onChange([...value, emptyContact])}
        >
          {t('providers.addContact')}
        </Button>
      </div>
    </div>
  )
}
