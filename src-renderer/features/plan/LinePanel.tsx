import { Button, Checkbox, Tabs } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inForce, isLive, mayEdit } from '../../../src-core/plan/plan.rules.ts'
import type { Plan, PlanLine } from '../../../src-core/plan/plan.ts'
import { client } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { useForm } from '../../ui/form/use-form.ts'
import { Facts } from '../../ui/screen/Section.tsx'
import { SidePanel } from '../../ui/screen/SidePanel.tsx'
import { StatusWord } from '../../ui/values/StatusWord.tsx'
import { HistoryPanel } from '../access/HistoryPanel.tsx'
import { RecordFields } from '../courses/RecordPanel.tsx'
import { LineBehind } from './LineBehind.tsx'
import { LineCosts } from './LineCosts.tsx'
import { LineFieldset } from './LineFieldset.tsx'
import { lineFieldsOf, lineProblems, valuesOfLine } from './line-form.ts'
import classes from './plan.module.css'
import type { useLineActions } from './use-line-actions.ts'
import { lineTones } from './use-line-columns.tsx'
import { useMayPlan } from './use-may-plan.ts'

type Props = {
  readonly plan: Plan
  readonly line: PlanLine
  readonly changeReason: string | null
  readonly actions: ReturnType<typeof useLineActions>
  readonly onClose: () => void
  readonly onStep: (by: 1 | -1) => void
}

const formId = 'plan-line'
const costsId = 'plan-costs'

/** One line of the plan: what it says, what it costs, what stands behind it, what happened to it. */
export function LinePanel({ plan, line, changeReason, actions, onClose, onStep }: Props) {
  const { t } = useTranslation(['plan', 'records', 'common'])
  const may = useMayPlan()
  const [tab, setTab] = useState<string | null>('details')
  const editable = may.keep && mayEdit(plan.state) && isLive(line)
  const spending = may.keep && (mayEdit(plan.state) || plan.state === 'APPROVED' || inForce(plan.state))
  return (
    <SidePanel
      title={line.name}
      width={524}
      note={
        <>
          <span>{[`${t('column.lineNo')} ${line.lineNo}`, line.code].filter(Boolean).join(' · ')}</span>
          <StatusWord tone={lineTones[line.state]}>{t(`records:value.state.${line.state}`)}</StatusWord>
        </>
      }
      onClose={onClose}
      onStep={onStep}
      actions={
        ((tab === 'details' && editable) || (tab === 'costs' && spending)) && (
          <Button type="submit" form={tab === 'costs' ? costsId : formId}>
            {t('common:actions.save')}
          </Button>
        )
      }
    >
      {line.warnings.length > 0 && (
        <ul className={classes.warnings}>
          {line.warnings.map((warning) => (
            <li key={warning}>
              <IconAlertTriangle size={16} aria-hidden />
              {t(`warning.${warning}`)}
            </li>
          ))}
        </ul>
      )}
      <Tabs value={tab} onChange={setTab} keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="details">{t('panel.details')}</Tabs.Tab>
          <Tabs.Tab value="costs">{t('panel.costs')}</Tabs.Tab>
          <Tabs.Tab value="behind">{t('panel.behind')}</Tabs.Tab>
          <Tabs.Tab value="history">{t('panel.history')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="details" className={classes.tab ?? ''}>
          <Reasons line={line} />
          <Details
            key={line.rowVersion}
            plan={plan}
            line={line}
            changeReason={changeReason}
            actions={actions}
            editable={editable}
          />
        </Tabs.Panel>
        <Tabs.Panel value="costs" className={classes.tab ?? ''}>
          <LineCosts
            key={JSON.stringify(line.costs)}
            id={costsId}
            plan={plan}
            line={line}
            changeReason={changeReason}
            actions={actions}
            readOnly={!spending}
          />
        </Tabs.Panel>
        <Tabs.Panel value="behind" className={classes.tab ?? ''}>
          <LineBehind plan={plan} line={line} />
        </Tabs.Panel>
        <Tabs.Panel value="history" className={classes.tab ?? ''}>
          <HistoryPanel table="planLine" id={line.id} />
        </Tabs.Panel>
      </Tabs>
    </SidePanel>
  )
}

function Reasons({ line }: { readonly line: PlanLine }) {
  const { t } = useTranslation('plan')
  const facts = [
    ...(line.stateReason ? [[t('panel.stateReason'), t(`reason.${line.stateReason}`)] as const] : []),
    ...(line.changeReason ? [[t('panel.changeReason'), line.changeReason] as const] : []),
  ]
  return facts.length > 0 ? <Facts facts={facts} /> : null
}

type DetailsProps = Omit<Props, 'onClose' | 'onStep'> & { readonly editable: boolean }

function Details({ plan, line, changeReason, actions, editable }: DetailsProps) {
  const { t } = useTranslation('plan')
  const [recost, setRecost] = useState(false)
  const form = useForm({
    initial: valuesOfLine(line),
    check: lineProblems,
    submit: async (values) => {
      const fields = lineFieldsOf(values)
      const { id, rowVersion } = line
      await actions.run(client.plan.changeLine({ planId: plan.id, id, rowVersion, fields, recost, changeReason }), () =>
        t('lines.saved', { name: fields.name }),
      )
    },
  })
  return (
    <form id={formId} {...form.props}>
      <RecordFields readOnly={!editable}>
        <LineFieldset form={form} />
      </RecordFields>
      {editable && (
        <Checkbox
          label={t('panel.recost')}
          checked={recost}
          onChange={(event) => setRecost(event.currentTarget.checked)}
        />
      )}
      <ErrorNote error={form.failure} />
    </form>
  )
}
