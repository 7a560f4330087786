import { startService } from '../service/service.ts'
import { storeArgument } from './paths.ts'
import { linkService } from './service-link.ts'

const storeFolder = storeArgument(process.argv)
if (storeFolder === undefined) throw new Error('The service was started without --store')

linkService({
  parent: process.parentPort,
  storeFolder,
  start: startService,
  exit: (code) => process.exit(code),
  report: (fault) => process.stderr.write(`${fault instanceof Error ? fault.stack : String(fault)}\n`),
})
