import { Button, Select, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Delegation } from '../../../src-core/delegations/delegation.ts'
import { costFieldsSchema, costTypes, type DelegationCost } from '../../../src-core/delegations/logistics.ts'
import { payers } from '../../../src-core/delegations/request.ts'
import { formatMoney } from '../../../src-core/kernel/numbers.ts'
import { client, orpc } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { tellError } from '../../app/errors/tell-error.tsx'
import { tell } from '../../ui/feedback/toast.tsx'
import { Fields, FormActions } from '../../ui/form/FormLayout.tsx'
import { MoneyField } from '../../ui/form/MoneyField.tsx'
import { type Problems, schemaProblems } from '../../ui/form/problems.ts'
import { useForm } from '../../ui/form/use-form.ts'
import { Section } from '../../ui/screen/Section.tsx'
import { useNumberLanguage } from '../../ui/values/texts.tsx'
import classes from './delegations.module.css'
import { choicesOf } from './words.ts'

type Values = {
  readonly type: string | null
  readonly plannedMinor: number | null
  readonly committedMinor: number | null
  readonly actualMinor: number | null
  readonly payer: string | null
  readonly documentNo: string
  readonly note: string
}

const problems = (values: Values): Problems<Values> => schemaProblems(costFieldsSchema, values) as Problems<Values>

const sums = ['plannedMinor', 'committedMinor', 'actualMinor'] as const

/** What was planned, committed and spent. */
export function Budget({ file, editable }: { readonly file: Delegation; readonly editable: boolean }) {
  const { t } = useTranslation('delegations')
  const language = useNumberLanguage()
  const [openId, setOpenId] = useState<string>()
  const found = useQuery(orpc.delegations.costs.queryOptions({ input: { delegationId: file.id } }))
  const costs = found.data?.costs ?? []
  const open = costs.find(({ id }) => id === openId)
  const money = (minor: number) => formatMoney(minor, language)
  return (
    <Section
      title={t('logistics.budget')}
      end={
        editable && (
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconPlus size={12} aria-hidden />}
            onClick={() => setOpenId('new')}
          >
            {t('logistics.addCost')}
          </Button>
        )
      }
    >
      {(openId === 'new' || open) && (
        <CostForm
          key={open ? `${open.id} ${open.rowVersion}` : 'new'}
          file={file}
          {...(open && { cost: open })}
          onClose={() => setOpenId(undefined)}
        />
      )}
      {costs.length === 0 ? (
        <p className={classes.dim}>{t('logistics.noCosts')}</p>
      ) : (
        <table className={classes.list}>
          <thead>
            <tr>
              <th scope="col">{t('logistics.type')}</th>
              <th scope="col">{t('logistics.payerWord')}</th>
              <th scope="col" className={classes.number}>
                {t('logistics.planned')}
              </th>
              <th scope="col" className={classes.number}>
                {t('logistics.committed')}
              </th>
              <th scope="col" className={classes.number}>
                {t('logistics.actual')}
              </th>
              <th scope="col">{t('logistics.documentNo')}</th>
            </tr>
          </thead>
          <tbody>
            {costs.map((cost) => (
              <tr key={cost.id}>
                <td>
                  <button
                    type="button"
                    className={classes.link}
                    disabled={!editable}
                    onClick={() => setOpenId(cost.id)}
                  >
                    {[t(`cost.${cost.type}`), cost.note].filter(Boolean).join(': ')}
                  </button>
                </td>
                <td>{t(`payer.${cost.payer}`)}</td>
                {sums.map((field) => (
                  <td key={field} className={classes.number}>
                    {money(cost[field])}
                  </td>
                ))}
                <td>{cost.documentNo}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">{t('logistics.total')}</th>
              <td />
              {sums.map((field) => (
                <td key={field} className={classes.number}>
                  <strong>{money(costs.reduce((sum, cost) => sum + cost[field], 0))}</strong>
                </td>
              ))}
              <td />
            </tr>
          </tbody>
        </table>
      )}
    </Section>
  )
}

type FormProps = { readonly file: Delegation; readonly cost?: DelegationCost; readonly onClose: () => void }

function CostForm({ file, cost, onClose }: FormProps) {
  const { t } = useTranslation('delegations')
  const form = useForm<Values>({
    initial: {
      type: cost?.type ?? 'meal',
      plannedMinor: cost?.plannedMinor ?? 0,
      committedMinor: cost?.committedMinor ?? 0,
      actualMinor: cost?.actualMinor ?? 0,
      payer: cost?.payer ?? 'us',
      documentNo: cost?.documentNo ?? '',
      note: cost?.note ?? '',
    },
    check: problems,
    submit: async (values) => {
      const fields = costFieldsSchema.parse(values)
      if (cost) await client.delegations.changeCost({ id: cost.id, rowVersion: cost.rowVersion, fields })
      else await client.delegations.addCost({ delegationId: file.id, ...fields })
      tell({ text: t('logistics.saved', { name: t(`cost.${fields.type}`) }), tone: 'good' })
      onClose()
    },
  })
  const remove = async () => {
    if (!cost) return
    try {
      await client.delegations.removeCost({ id: cost.id, rowVersion: cost.rowVersion })
      tell({ text: t('logistics.removed', { name: t(`cost.${cost.type}`) }), tone: 'good' })
      onClose()
    } catch (error) {
      tellError(error)
    }
  }
  return (
    <form {...form.props} className={classes.action}>
      <Fields columns={2}>
        <Select
          label={t('logistics.type')}
          allowDeselect={false}
          data={choicesOf(costTypes, 'cost')}
          {...form.choice('type')}
        />
        <Select
          label={t('logistics.payerWord')}
          allowDeselect={false}
          data={choicesOf(payers, 'payer')}
          {...form.choice('payer')}
        />
        <MoneyField label={t('logistics.planned')} required {...form.of('plannedMinor')} />
        <MoneyField label={t('logistics.committed')} required {...form.of('committedMinor')} />
        <MoneyField label={t('logistics.actual')} required {...form.of('actualMinor')} />
        <TextInput label={t('logistics.documentNo')} {...form.text('documentNo')} />
        <TextInput label={t('field.note')} {...form.text('note')} />
      </Fields>
      <FormActions form={form} onCancel={onClose} error={<ErrorNote error={form.failure} />} />
      {cost && (
        <div className={classes.row}>
          <Button size="xs" variant="subtle" color="red" onClick={() => void remove()}>
            {t('logistics.remove')}
          </Button>
        </div>
      )}
    </form>
  )
}
