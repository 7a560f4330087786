/** What can be erased of a member of staff on request, and no law keeps (product: privacy). */
export const erasableKinds = ['phone', 'profile', 'notes', 'portal'] as const

export type ErasableKind = (typeof erasableKinds)[number]

/** What stays, each for the time the law or the institution's filing plan sets (product: privacy). */
export const keptKinds = ['employment', 'needs', 'trainings', 'log'] as const
