import { createSampleStore } from '../../src-main/service/sample.ts'

const [folder = '', today = ''] = process.argv.slice(2)
await createSampleStore(folder, { today, staff: 300, needLines: 800 })
