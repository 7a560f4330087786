import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { PlanRates } from '../../../src-core/plan/plan.rules.ts'
import { client, orpc } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { tell } from '../../ui/feedback/toast.tsx'
import { MoneyField } from '../../ui/form/MoneyField.tsx'
import { useForm } from '../../ui/form/use-form.ts'
import classes from './plan.module.css'

const names = ['feePerPerson', 'materialPerPerson', 'printPerPerson', 'mealPerPersonDay'] as const

/** Prices that planned costs are computed with. */
export function RatesForm({ readOnly }: { readonly readOnly: boolean }) {
  const rates = useQuery(orpc.plan.rates.queryOptions())
  if (!rates.data) return <ErrorNote error={rates.error} onRetry={() => void rates.refetch()} />
  return <Form key={JSON.stringify(rates.data)} rates={rates.data} readOnly={readOnly} />
}

function Form({ rates, readOnly }: { readonly rates: PlanRates; readonly readOnly: boolean }) {
  const { t } = useTranslation(['plan', 'common'])
  const form = useForm<Readonly<Record<keyof PlanRates, number | null>>>({
    initial: rates,
    submit: async (values) => {
      const asked = Object.fromEntries(names.map((name) => [name, values[name] ?? 0])) as PlanRates
      await client.plan.saveRates(asked)
      tell({ text: t('budget.rates.saved'), tone: 'good' })
    },
  })
  return (
    <form {...form.props} className={classes.narrow}>
      <p className={classes.text}>{t('budget.rates.text')}</p>
      {names.map((name) => (
        <MoneyField key={name} label={t(`budget.rates.${name}`)} disabled={readOnly} {...form.of(name)} />
      ))}
      <ErrorNote error={form.failure} />
      {!readOnly && (
        <div className={classes.buttons}>
          <Button type="submit" loading={form.busy}>
            {t('common:actions.save')}
          </Button>
        </div>
      )}
    </form>
  )
}
