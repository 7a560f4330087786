import { TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { client, orpc } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { look } from '../../app/session.ts'
import { tell } from '../../ui/feedback/toast.tsx'
import { Fields, FormActions } from '../../ui/form/FormLayout.tsx'
import { NumberField } from '../../ui/form/NumberField.tsx'
import { useForm } from '../../ui/form/use-form.ts'
import { PageHeader } from '../../ui/screen/PageHeader.tsx'
import { Screen } from '../../ui/screen/Screen.tsx'
import { Section } from '../../ui/screen/Section.tsx'
import classes from './SecurityScreen.module.css'
import { useMayAdminister } from './use-may-administer.ts'

/** The institution's name, the idle time, and the rules that nobody can change. */
export function SecurityScreen() {
  const { t } = useTranslation('administration')
  const state = useQuery(orpc.access.state.queryOptions())
  return (
    <Screen header={<PageHeader title={t('security.title')} />} layout="flow">
      <div className={classes.page}>
        {state.isError && <ErrorNote error={state.error} onRetry={() => void state.refetch()} />}
        {state.data && (
          <SettingsForm
            key={`${state.data.institution}:${state.data.idleMinutes}`}
            institution={state.data.institution}
            idleMinutes={state.data.idleMinutes}
          />
        )}
        <Section title={t('security.rules')}>
          <ul className={classes.rules}>
            {(['ruleLength', 'ruleTries', 'ruleDay', 'ruleLog', 'ruleKeys'] as const).map((rule) => (
              <li key={rule}>{t(`security.${rule}`)}</li>
            ))}
          </ul>
        </Section>
      </div>
    </Screen>
  )
}

type Settings = { readonly institution: string; readonly idleMinutes: number }

function SettingsForm({ institution, idleMinutes }: Settings) {
  const { t } = useTranslation(['administration', 'common'])
  const may = useMayAdminister()
  const form = useForm({
    initial: { institution, idleMinutes: idleMinutes as number | null },
    check: (values) => ({
      institution:
        values.institution.trim().length < 2
          ? values.institution.trim() === ''
            ? t('common:form.required')
            : t('common:form.tooShort', { count: 2 })
          : undefined,
      idleMinutes:
        values.idleMinutes === null
          ? t('common:form.required')
          : values.idleMinutes < 1
            ? t('common:form.tooSmall', { limit: 1 })
            : values.idleMinutes > 240
              ? t('common:form.tooBig', { limit: 240 })
              : undefined,
    }),
    submit: async (values) => {
      await client.access.changeSettings({ institution: values.institution, idleMinutes: values.idleMinutes ?? 15 })
      await look(client)
      tell({ text: t('security.saved'), tone: 'good' })
    },
  })
  return (
    <form {...form.props}>
      <fieldset disabled={!may} className={classes.fieldset}>
        {!may && <p className={classes.hint}>{t('readOnly')}</p>}
        <Fields title={t('security.institution')}>
          <TextInput
            label={t('security.institutionName')}
            description={t('security.institutionHint')}
            required
            {...form.text('institution')}
          />
        </Fields>
        <Fields title={t('security.lock')} columns={2}>
          <NumberField
            label={t('security.idleMinutes')}
            description={t('security.idleHint')}
            required
            {...form.number('idleMinutes')}
          />
        </Fields>
        {may && <FormActions form={form} error={<ErrorNote error={form.failure} />} />}
      </fieldset>
    </form>
  )
}
