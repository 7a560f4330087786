import { useQuery } from '@tanstack/react-query'
import type { CycleView } from '../../../../src-core/needs/cycle.contract.ts'
import { orpc } from '../../../app/api.ts'
import { setting, useSetting } from '../../../ui/stored.ts'

const chosen = setting<string>('cycle', '', (stored) => (typeof stored === 'string' ? stored : undefined))

/** Works on another cycle from now on, on every screen. */
export const chooseCycle = (id: string): void => chosen.set(id)

/** The states an officer most likely wants to work on, in this order. */
const liveliest: readonly CycleView['state'][] = ['OPEN', 'EXTENDED', 'CLOSED', 'FROZEN', 'READY', 'DRAFT']

const likeliest = (cycles: readonly CycleView[]): CycleView | undefined =>
  liveliest.flatMap((state) => cycles.find((cycle) => cycle.state === state) ?? [])[0] ?? cycles[0]

/** The cycle being worked on, chosen in the header; without a choice the one that is most alive. */
export function useCycle() {
  const { data, isPending, error, refetch } = useQuery(orpc.needs.listCycles.queryOptions())
  const [id] = useSetting(chosen)
  const cycles = data?.cycles ?? []
  return {
    cycle: cycles.find((cycle) => cycle.id === id) ?? likeliest(cycles),
    cycles,
    isPending,
    error,
    retry: () => void refetch(),
  }
}
