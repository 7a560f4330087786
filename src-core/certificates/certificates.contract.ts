import { blockContract } from './block.contract.ts'
import { designContract } from './design.contract.ts'
import { groupContract } from './group.contract.ts'
import { printContract } from './print.contract.ts'
import { publicCheckContract } from './public-check.contract.ts'
import { registerContract } from './register.contract.ts'
import { templateContract } from './template.contract.ts'
import { certificateTodayContract } from './today.contract.ts'
import { verifyContract } from './verify.contract.ts'

/** Every operation on certificates. */
export const certificatesContract = {
  ...groupContract,
  ...templateContract,
  ...designContract,
  ...blockContract,
  ...registerContract,
  ...printContract,
  ...verifyContract,
  ...publicCheckContract,
  ...certificateTodayContract,
} as const
