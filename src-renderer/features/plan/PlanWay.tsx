import { Button, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDate } from '../../../src-core/kernel/dates.ts'
import type { PlanMove } from '../../../src-core/plan/plan.rules.ts'
import type { Plan } from '../../../src-core/plan/plan.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { Note } from '../../ui/feedback/Note.tsx'
import { DateField } from '../../ui/form/DateField.tsx'
import { useForm } from '../../ui/form/use-form.ts'
import { Facts } from '../../ui/screen/Section.tsx'
import { DateText } from '../../ui/values/texts.tsx'
import classes from './plan.module.css'
import type { usePlanMoves } from './use-plan-moves.ts'

type Moves = ReturnType<typeof usePlanMoves>

type Props = { readonly plan: Plan; readonly moves: Moves; readonly offered: readonly PlanMove[] }

/** Where the plan stands, what is known of its approval, and the next steps with what they ask for. */
export function PlanWay({ plan, moves, offered }: Props) {
  const { t } = useTranslation('plan')
  const date = plan.approvedOn ? formatDate(plan.approvedOn) : ''
  return (
    <div className={classes.narrow}>
      <p className={classes.text}>{t(`review.text.${plan.state}`, { date, no: plan.approvedNo ?? '' })}</p>
      {plan.returnReason && <Note tone="warn" text={t('review.returned', { reason: plan.returnReason })} />}
      {plan.changeReason && <Note tone="neutral" text={t('review.revisedFor', { reason: plan.changeReason })} />}
      {(plan.submittedAt || plan.approvedNo) && (
        <Facts
          facts={[
            [t('review.submitted'), plan.submittedAt && <DateText iso={plan.submittedAt} time />],
            [t('review.approvedNo'), plan.approvedNo],
            [t('review.approvedOn'), plan.approvedOn && <DateText iso={plan.approvedOn} />],
            [t('review.approvers'), plan.approvers.join(', ')],
            [t('review.published'), plan.publishedAt && <DateText iso={plan.publishedAt} time />],
            [t('review.hash'), plan.snapshotHash?.slice(0, 16)],
          ]}
        />
      )}
      {offered.includes('approve') && <Approval moves={moves} />}
      {offered.includes('returnPlan') && (
        <Reason
          label={t('review.returnReason')}
          run={t('review.move.returnPlan')}
          onRun={moves.returnPlan}
          busy={moves.busy}
        />
      )}
      {offered.includes('revise') && (
        <Reason label={t('review.reviseReason')} run={t('review.move.revise')} onRun={moves.revise} busy={moves.busy} />
      )}
    </div>
  )
}

const shortestReason = 10

type ReasonProps = {
  readonly label: string
  readonly run: string
  readonly busy: boolean
  readonly onRun: (reason: string) => Promise<unknown>
}

function Reason({ label, run, busy, onRun }: ReasonProps) {
  const [reason, setReason] = useState('')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void onRun(reason.trim())
      }}
    >
      <Textarea
        label={label}
        autosize
        minRows={2}
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className={classes.buttons}>
        <Button type="submit" variant="default" loading={busy} disabled={reason.trim().length < shortestReason}>
          {run}
        </Button>
      </div>
    </form>
  )
}

function Approval({ moves }: { readonly moves: Moves }) {
  const { t } = useTranslation('plan')
  const required = { key: 'common:form.required' } as const
  const form = useForm({
    initial: { approvedNo: '', approvedOn: null as string | null, approvers: '' },
    check: (values) => ({
      approvedNo: values.approvedNo.trim().length < 3 ? required : undefined,
      approvedOn: values.approvedOn === null ? required : undefined,
      approvers: linesIn(values.approvers).length === 0 ? required : undefined,
    }),
    submit: async ({ approvedNo, approvedOn, approvers }) => {
      if (approvedOn) await moves.approve({ approvedNo: approvedNo.trim(), approvedOn, approvers: linesIn(approvers) })
    },
  })
  return (
    <form {...form.props} className={classes.notes}>
      <TextInput label={t('review.approvedNo')} required {...form.text('approvedNo')} />
      <DateField label={t('review.approvedOn')} required {...form.of('approvedOn')} />
      <Textarea
        label={t('review.approvers')}
        description={t('review.approversHint')}
        required
        autosize
        minRows={2}
        {...form.text('approvers')}
      />
      <ErrorNote error={form.failure} />
      <div className={classes.buttons}>
        <Button type="submit" loading={form.busy}>
          {t('review.move.approve')}
        </Button>
      </div>
    </form>
  )
}

const linesIn = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.length > 2)
