import { createContext, useContext, useMemo } from 'react'
import type { Action, Feature, Screen, SearchProvider } from './feature.ts'
import { holds, useOfficer } from './session.ts'

export const FeaturesContext = createContext<readonly Feature[]>([])

type Offered = {
  readonly screens: readonly Screen[]
  readonly actions: readonly Action[]
  readonly searches: readonly SearchProvider[]
}

/** What the features offer to the officer at work. */
export function useOffered(): Offered {
  const features = useContext(FeaturesContext)
  const officer = useOfficer()
  return useMemo(() => {
    const may = ({ roles }: Pick<Screen, 'roles'>) => holds(officer, roles)
    return {
      screens: features.flatMap((feature) => feature.screens).filter(may),
      actions: features.flatMap((feature) => feature.actions ?? []).filter(may),
      searches: features.flatMap((feature) => feature.searches ?? []).filter(may),
    }
  }, [features, officer])
}
