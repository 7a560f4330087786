import { Button, Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { DesignRow } from '../../../../src-core/certificates/design.contract.ts'
import type { Template } from '../../../../src-core/certificates/template.contract.ts'
import { useGo } from '../../../app/address.ts'
import { client } from '../../../app/api.ts'
import { ErrorNote } from '../../../app/errors/ErrorNote.tsx'
import { Fields } from '../../../ui/form/FormLayout.tsx'
import { useForm } from '../../../ui/form/use-form.ts'
import classes from '../certificates.module.css'

type Values = { readonly name: string; readonly from: string | null }

type Props = {
  /** The template that is being looked at: the copy is of its kind and language. */
  readonly which: Pick<Template, 'kind' | 'language'>
  readonly designs: readonly DesignRow[]
  readonly onClose: () => void
}

/** A design to begin from our own template or from one that the academy has. */
export function NewDesign({ which, designs, onClose }: Props) {
  const { t } = useTranslation(['certificates', 'common'])
  const go = useGo()
  const { kind, language } = which
  const alike = designs.filter((one) => one.kind === kind && one.language === language)
  const form = useForm<Values>({
    initial: { name: '', from: 'standard' },
    check: ({ name }) => (name.trim().length < 2 ? { name: t('design.nameNeeded') } : {}),
    submit: async ({ name, from }) => {
      const ours = (['standard', 'twoPages'] as const).find((one) => one === from)
      const source = ours ? { from: ours } : { from: 'design' as const, designId: from ?? '' }
      const { id } = await client.certificates.addDesign({ name, kind, language, ...source })
      go(`/certificates/designs/${id}`)
    },
  })
  return (
    <form {...form.props} className={classes.action}>
      <Fields title={t('design.new', { kind: t(`kind.${kind}`), language: t(`language.${language}`) })} columns={2}>
        <TextInput label={t('design.name')} autoFocus {...form.text('name')} />
        <Select
          label={t('design.from')}
          allowDeselect={false}
          data={[
            { value: 'standard', label: t(language === 'both' ? 'design.sideBySide' : 'design.standard') },
            ...(language === 'both' ? [{ value: 'twoPages', label: t('design.twoPages') }] : []),
            ...alike.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          {...form.choice('from')}
        />
      </Fields>
      <ErrorNote error={form.failure} />
      <div className={classes.row}>
        <Button type="submit" loading={form.busy}>
          {t('design.begin')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('common:actions.cancel')}
        </Button>
      </div>
    </form>
  )
}
