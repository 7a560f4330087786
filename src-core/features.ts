import { access } from './access/index.ts'
import type { Contract } from './contract.ts'
import type { Feature } from './database/dispatcher.ts'

/** Every feature with its handlers, under the name its operations carry. */
export const features = { access } satisfies Readonly<Record<keyof Contract, Feature>>
