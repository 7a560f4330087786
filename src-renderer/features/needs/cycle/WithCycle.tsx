import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CycleView } from '../../../../src-core/needs/cycle.contract.ts'
import { useGo } from '../../../app/address.ts'
import { ErrorNote } from '../../../app/errors/ErrorNote.tsx'
import { EmptyState } from '../../../ui/screen/EmptyState.tsx'
import { PageHeader } from '../../../ui/screen/PageHeader.tsx'
import { Screen } from '../../../ui/screen/Screen.tsx'
import { useCycle } from './use-cycle.ts'

type Props = {
  readonly title: string
  readonly children: (cycle: CycleView) => ReactNode
}

/** A screen about the cycle being worked on, or what to do when there is none. */
export function WithCycle({ title, children }: Props) {
  const { t } = useTranslation('needsDecide')
  const { cycle, isPending, error, retry } = useCycle()
  const go = useGo()
  if (cycle) return children(cycle)
  return (
    <Screen header={<PageHeader title={title} />}>
      <ErrorNote error={error} onRetry={retry} />
      {!isPending && !error && (
        <EmptyState
          title={t('noCycle')}
          text={t('noCycleText')}
          action={{ label: t('toCycle'), run: () => go('/needs/cycle') }}
        />
      )}
    </Screen>
  )
}

/** Whether decisions about a cycle can still be made. */
export const isSettled = ({ state }: CycleView): boolean => state === 'CONSOLIDATED' || state === 'ARCHIVED'
