import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CycleView } from '../../../src-core/needs/cycle.contract.ts'
import { useGo } from '../../app/address.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { holds, useOfficer } from '../../app/session.ts'
import { EmptyState } from '../../ui/screen/EmptyState.tsx'
import { PageHeader } from '../../ui/screen/PageHeader.tsx'
import { Screen } from '../../ui/screen/Screen.tsx'
import { useCycle } from './use-cycle.ts'

type Props = { readonly title: string; readonly children: (cycle: CycleView) => ReactNode }

/** Draws a screen of the cycle being worked on, or says that there is none yet. */
export function CycleGate({ title, children }: Props) {
  const { t } = useTranslation('needs')
  const { cycle, isPending, error, retry } = useCycle()
  const go = useGo()
  const maySetUp = holds(useOfficer(), ['TO'])
  if (cycle) return children(cycle)
  return (
    <Screen header={<PageHeader title={title} />}>
      <ErrorNote error={error} onRetry={retry} />
      {!isPending && !error && (
        <EmptyState
          title={t('noCycle.title')}
          text={t(maySetUp ? 'noCycle.text' : 'noCycle.waitText')}
          {...(maySetUp && { action: { label: t('noCycle.action'), run: () => go('/needs/cycle?open=new') } })}
        />
      )}
    </Screen>
  )
}
