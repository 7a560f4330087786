import { Button, SegmentedControl, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { failedCriteria, openCriteria } from '../../../src-core/delegations/request.rules.ts'
import { type Assessment, criteria, type VisitRequest } from '../../../src-core/delegations/request.ts'
import { client } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { tell } from '../../ui/feedback/toast.tsx'
import { DateField } from '../../ui/form/DateField.tsx'
import { Fields, FormActions } from '../../ui/form/FormLayout.tsx'
import type { Problems } from '../../ui/form/problems.ts'
import { useForm } from '../../ui/form/use-form.ts'
import { Section } from '../../ui/screen/Section.tsx'
import { AssessmentMarks } from './AssessmentMarks.tsx'
import classes from './delegations.module.css'

const decisions = ['ACCEPTED', 'DECLINED', 'REDIRECTED'] as const

type Values = {
  readonly assessment: Assessment
  readonly decision: (typeof decisions)[number]
  readonly reason: string
  readonly redirectedTo: string
  readonly ebysNo: string
  readonly ebysDate: string | null
}

/** What the service would refuse, said before anything is written. */
function problems({ assessment, decision, reason, redirectedTo }: Values): Problems<Values> {
  const open = openCriteria(assessment).length
  const needsReason = decision !== 'ACCEPTED' || failedCriteria(assessment).length > 0
  return {
    ...(decision === 'ACCEPTED' &&
      open > 0 && { assessment: { key: 'delegations:errors.rule.assessmentOpen', values: { open } } as const }),
    ...(needsReason &&
      reason.trim() === '' && { reason: { key: 'delegations:errors.rule.decisionReasonNeeded' } as const }),
    ...(decision === 'REDIRECTED' &&
      redirectedTo.trim() === '' && { redirectedTo: { key: 'delegations:errors.rule.redirectionNeeded' } as const }),
  }
}

/** The checklist and the decision of a request that waits for one. What is marked and typed is kept until it is saved. */
export function DecisionForm({ request }: { readonly request: VisitRequest }) {
  const { t } = useTranslation(['delegations', 'common'])
  const { id, rowVersion } = request
  const form = useForm<Values>({
    initial: {
      assessment: request.assessment,
      ...{ decision: 'ACCEPTED', reason: '', redirectedTo: '', ebysNo: '', ebysDate: null },
    },
    check: problems,
    draft: `delegationRequest:decision:${id}`,
    submit: async ({ assessment, decision, reason, redirectedTo, ebysNo, ebysDate }) => {
      const version = isChanged(assessment) ? (await save(assessment)).rowVersion : rowVersion
      await client.delegations.decideRequest({
        ...{ id, rowVersion: version, decision, ebysNo: ebysNo.trim() || null, ebysDate },
        reason: reason.trim() || null,
        redirectedTo: redirectedTo.trim() || null,
      })
      tell({ text: t('requests.decided'), tone: 'good' })
    },
  })
  const { assessment, decision } = form.values
  const isChanged = (marks: Assessment) => criteria.some((one) => marks[one]?.met !== request.assessment[one]?.met)
  const save = (marks: Assessment) => client.delegations.assessRequest({ id, rowVersion, assessment: marks })
  const saving = useForm({ initial: {}, submit: () => save(form.values.assessment) })
  const marks = form.of('assessment')
  const choice = form.choice('decision')
  return (
    <form {...form.props}>
      <div className={classes.stack}>
        <Section
          title={t('requests.assessment')}
          end={
            <Button
              size="compact-xs"
              variant="default"
              disabled={!isChanged(assessment)}
              loading={saving.busy}
              onClick={() => void saving.send()}
            >
              {t('requests.saveAssessment')}
            </Button>
          }
        >
          <AssessmentMarks {...marks} />
          <ErrorNote error={saving.failure} />
        </Section>
        <Section title={t('requests.decision')}>
          <div className={classes.stack}>
            <SegmentedControl
              aria-label={t('requests.decision')}
              data={decisions.map((value) => ({ value, label: t(`requestState.${value}`) }))}
              value={decision}
              onChange={choice.onChange}
            />
            {decision === 'REDIRECTED' && (
              <TextInput label={t('field.redirectedTo')} required {...form.text('redirectedTo')} />
            )}
            <Textarea
              label={t('field.reason')}
              description={t('requests.reasonHint')}
              required={decision !== 'ACCEPTED' || failedCriteria(assessment).length > 0}
              autosize
              minRows={2}
              {...form.text('reason')}
            />
            <Fields columns={2}>
              <TextInput label={t('field.ebysNo')} {...form.text('ebysNo')} />
              <DateField label={t('field.ebysDate')} {...form.of('ebysDate')} />
            </Fields>
            <FormActions form={form} submit={t('requests.decide')} error={<ErrorNote error={form.failure} />} />
          </div>
        </Section>
      </div>
    </form>
  )
}
