import { Button, Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { certificateKinds } from '../../../src-core/certificates/certificate.ts'
import { client } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { tell } from '../../ui/feedback/toast.tsx'
import { Fields } from '../../ui/form/FormLayout.tsx'
import { NumberField } from '../../ui/form/NumberField.tsx'
import { useForm } from '../../ui/form/use-form.ts'
import classes from './certificates.module.css'

type Values = {
  readonly kind: string | null
  readonly year: string | null
  readonly storeId: string
  readonly fromNo: number | null
  readonly toNo: number | null
}

type Props = {
  /** The register is kept here: a block is leased to another store. Otherwise one that was leased to this store is noted. */
  readonly here: boolean
  readonly storeId: string
  readonly onClose: () => void
}

const usualSize = 50

/** The year that ends and the one that begins are worked on side by side. */
const years = (): string[] => [-1, 0, 1].map((by) => String(new Date().getFullYear() + by))

/** Leases a block of numbers to another computer, or notes the one that this computer was given. */
export function BlockForm({ here, storeId, onClose }: Props) {
  const { t } = useTranslation(['certificates', 'common'])
  const form = useForm<Values>({
    initial: {
      kind: 'PARTICIPATION',
      year: String(new Date().getFullYear()),
      storeId: '',
      fromNo: here ? usualSize : null,
      toNo: null,
    },
    check: ({ storeId: other, fromNo, toNo }) => ({
      ...(fromNo === null && { fromNo: t('numbers.needed') }),
      ...(here && other.trim() === '' && { storeId: t('numbers.needed') }),
      ...(!here && toNo === null && { toNo: t('numbers.needed') }),
    }),
    submit: async ({ kind: said, year, storeId: other, fromNo, toNo }) => {
      const kind = certificateKinds.find((one) => one === said) ?? 'PARTICIPATION'
      const of = { kind, year: Number(year) }
      if (here) await client.certificates.leaseBlock({ ...of, storeId: other.trim(), size: fromNo ?? usualSize })
      else await client.certificates.takeBlock({ ...of, storeId, fromNo: fromNo ?? 0, toNo: toNo ?? 0 })
      tell({ text: t(here ? 'numbers.leased' : 'numbers.taken'), tone: 'good' })
      onClose()
    },
  })
  return (
    <form {...form.props} className={classes.action}>
      <Fields title={t(here ? 'numbers.leaseTitle' : 'numbers.takeTitle')} columns={2}>
        <Select
          label={t('field.kind')}
          allowDeselect={false}
          data={certificateKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          {...form.choice('kind')}
        />
        <Select label={t('field.year')} allowDeselect={false} data={years()} {...form.choice('year')} />
        {here && (
          <TextInput label={t('numbers.storeId')} description={t('numbers.storeHint')} {...form.text('storeId')} />
        )}
        <NumberField label={t(here ? 'numbers.size' : 'numbers.from')} {...form.number('fromNo')} />
        {!here && <NumberField label={t('numbers.to')} {...form.number('toNo')} />}
      </Fields>
      {!here && <p className={classes.dim}>{t('numbers.ownStore', { storeId })}</p>}
      <ErrorNote error={form.failure} />
      <div className={classes.row}>
        <Button type="submit" loading={form.busy}>
          {t(here ? 'numbers.lease' : 'numbers.take')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('common:actions.cancel')}
        </Button>
      </div>
    </form>
  )
}
