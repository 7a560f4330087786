import { feature } from '../database/dispatcher.ts'
import { blockHandlers } from './block.handlers.ts'
import { certificatesContract } from './certificates.contract.ts'
import { designHandlers } from './design.handlers.ts'
import { groupHandlers } from './group.handlers.ts'
import { printHandlers } from './print.handlers.ts'
import { publicCheckHandlers } from './public-check.handlers.ts'
import { registerHandlers } from './register.handlers.ts'
import { templateHandlers } from './template.handlers.ts'
import { certificateTodayHandlers } from './today.handlers.ts'
import { verifyHandlers } from './verify.handlers.ts'

export const certificates = feature(certificatesContract, {
  ...groupHandlers,
  ...templateHandlers,
  ...designHandlers,
  ...blockHandlers,
  ...registerHandlers,
  ...printHandlers,
  ...verifyHandlers,
  ...publicCheckHandlers,
  ...certificateTodayHandlers,
})
