import { feature } from '../database/dispatcher.ts'
import { OperationError } from '../kernel/errors.ts'
import { largestFile } from '../kernel/file.ts'
import { importsContract } from './imports.contract.ts'

export const imports = feature(importsContract, {
  upload: async ({ input, ports }) => {
    const { file } = input
    if (file.size > largestFile) {
      throw new OperationError('INVALID_FILE', { problem: 'tooLarge', file: file.name, details: { megabytes: 100 } })
    }
    if (file.size === 0) throw new OperationError('INVALID_FILE', { problem: 'empty', file: file.name })
    const fileHash = await ports.files.put(new Uint8Array(await file.arrayBuffer()))
    return { fileHash, fileName: file.name, bytes: file.size }
  },
})
