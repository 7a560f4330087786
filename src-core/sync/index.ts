import { feature } from '../database/dispatcher.ts'
import { syncContract } from './sync.contract.ts'
import { syncHandlers } from './sync.handlers.ts'

export const sync = feature(syncContract, syncHandlers)
