import { Button, Loader } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { CycleView } from '../../../../src-core/needs/cycle.contract.ts'
import { orpc } from '../../../app/api.ts'
import { ErrorNote } from '../../../app/errors/ErrorNote.tsx'
import { SidePanel } from '../../../ui/screen/SidePanel.tsx'
import { CycleForm, type CycleFormValues } from './CycleForm.tsx'
import { ExtendForm } from './ExtendForm.tsx'

type Props = {
  readonly panel: 'new' | 'edit' | 'extend'
  readonly cycle: CycleView | undefined
  readonly onClose: () => void
}

const formId = 'cycle-form'

const valuesOf = (cycle: CycleView): CycleFormValues => ({
  year: cycle.year,
  name: cycle.name,
  opensOn: cycle.opensOn,
  closesOn: cycle.closesOn,
  eligibleTypes: cycle.eligibleTypes,
  maxLinesPerPerson: cycle.maxLinesPerPerson,
  weights: cycle.weights,
})

/** Sets a cycle up, changes its set-up, or extends it. */
export function CyclePanel({ panel, cycle, onClose }: Props) {
  const { t } = useTranslation(['needs', 'common'])
  const isNew = panel === 'new' || !cycle
  const suggested = useQuery({ ...orpc.needs.suggestCycle.queryOptions({ input: {} }), enabled: isNew })
  const title = isNew ? t('cycle.form.newTitle') : t(panel === 'extend' ? 'cycle.extend.title' : 'cycle.form.title')
  const submit = isNew ? t('cycle.form.create') : t(panel === 'extend' ? 'cycle.extend.submit' : 'common:actions.save')
  const initial = isNew ? suggested.data : valuesOf(cycle)
  return (
    <SidePanel
      title={title}
      note={isNew ? undefined : cycle.name}
      onClose={onClose}
      actions={
        <Button type="submit" form={formId}>
          {submit}
        </Button>
      }
    >
      {panel === 'extend' && cycle ? (
        <ExtendForm id={formId} cycle={cycle} onDone={onClose} />
      ) : initial ? (
        <CycleForm
          key={isNew ? 'new' : cycle.id}
          id={formId}
          cycle={isNew ? undefined : cycle}
          initial={initial}
          onDone={onClose}
        />
      ) : suggested.error ? (
        <ErrorNote error={suggested.error} onRetry={() => void suggested.refetch()} />
      ) : (
        <Loader aria-label={title} />
      )}
    </SidePanel>
  )
}
