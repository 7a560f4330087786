import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Provider } from '../../../src-core/courses/provider.ts'
import { client, orpc } from '../../app/api.ts'
import { tell } from '../../ui/feedback/toast.tsx'
import { useForm } from '../../ui/form/use-form.ts'
import { ActivityButton, ActivityWord } from './Activity.tsx'
import type { PanelProps } from './ListScreen.tsx'
import { ProviderForm } from './ProviderForm.tsx'
import { newProvider, providerFields, providerProblems, valuesOf } from './provider-form.ts'
import { LoadingPanel, RecordPanel } from './RecordPanel.tsx'
import { useMay } from './use-may.ts'

const formId = 'provider-form'

/** One provider, or the form of a new one. */
export function ProviderPanel(props: PanelProps) {
  const { t } = useTranslation('courses')
  const { id, ...rest } = props
  const found = useQuery({
    ...orpc.courses.getProvider.queryOptions({ input: { id: id ?? '' } }),
    enabled: id !== undefined,
  })
  if (id === undefined) return <NewProvider {...props} />
  if (!found.data)
    return (
      <LoadingPanel title={t('providers.title')} error={found.error} onRetry={() => void found.refetch()} {...rest} />
    )
  return <ProviderRecord provider={found.data} {...rest} />
}

function NewProvider({ onClose, onAdded }: PanelProps) {
  const { t } = useTranslation('courses')
  const form = useForm({
    initial: newProvider,
    check: providerProblems,
    draft: 'provider:new',
    submit: async (values) => {
      const { id } = await client.courses.addProvider(providerFields(values))
      tell({ text: t('said.added', { name: values.name }), tone: 'good' })
      onAdded(id)
    },
  })
  return (
    <RecordPanel
      title={t('providers.new')}
      record={undefined}
      onClose={onClose}
      onStep={undefined}
      formId={formId}
      busy={form.busy}
      details={<ProviderForm id={formId} form={form} readOnly={false} fresh />}
    />
  )
}

type RecordProps = Omit<PanelProps, 'id'> & { readonly provider: Provider }

function ProviderRecord({ provider, onClose, onStep }: RecordProps) {
  const { t } = useTranslation('courses')
  const may = useMay()
  return (
    <RecordPanel
      title={provider.name}
      note={
        <>
          <span>{t(`word.providerKind.${provider.kind}`)}</span>
          <ActivityWord active={provider.active} />
        </>
      }
      record={{ table: 'provider', id: provider.id }}
      onClose={onClose}
      onStep={onStep}
      formId={may.edit ? formId : undefined}
      actions={
        may.edit && (
          <ActivityButton
            name={provider.name}
            active={provider.active}
            record={provider}
            deactivate={(record) => client.courses.deactivateProvider(record)}
            reactivate={(record) => client.courses.reactivateProvider(record)}
          />
        )
      }
      details={<ProviderDetails key={provider.rowVersion} provider={provider} readOnly={!may.edit} />}
    />
  )
}

function ProviderDetails({ provider, readOnly }: { readonly provider: Provider; readonly readOnly: boolean }) {
  const { t } = useTranslation('courses')
  const form = useForm({
    initial: valuesOf(provider),
    check: providerProblems,
    draft: `provider:${provider.id}`,
    submit: async (values) => {
      const { id, rowVersion } = provider
      await client.courses.changeProvider({ id, rowVersion, fields: providerFields(values) })
      tell({ text: t('said.saved', { name: values.name }), tone: 'good' })
    },
  })
  return <ProviderForm id={formId} form={form} readOnly={readOnly} />
}
