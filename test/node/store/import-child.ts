import { readFile } from 'node:fs/promises'
import type { Connection } from '../../../src-core/kernel/context.ts'
import { openAcademy } from '../../../src-main/service/academy.ts'

// A program that tests kill while it imports. It says on standard output how far it has come.

const [folder = '', file = '', cycleId = ''] = process.argv.slice(2)
const academy = await openAcademy({
  folder,
  dataKey: new Uint8Array(32).fill(7),
  clock: () => new Date('2026-12-16T07:00:00Z'),
})
const connection: Connection = {
  source: 'cli',
  actor: { id: 'importer', name: 'Importer', roles: 'all' },
  session: null,
  locked: false,
}
const say = (line: string) => process.stdout.write(`${line}\n`)
const { fileHash, fileName } = (await academy.dispatcher.run(
  'imports.upload',
  { file: new File([await readFile(file)], 'talepler.xlsx') },
  connection,
)) as {
  fileHash: string
  fileName: string
}
// Without a pause the next thousands of rows would be written before the killer has read the line.
const wait = new Int32Array(new SharedArrayBuffer(4))
await academy.dispatcher.run('needs.commitImport', { fileHash, fileName, cycleId }, connection, {
  report: ({ stage, done, total }) => {
    say(`${stage} ${done} ${total}`)
    if (stage === 'writingNeeds') Atomics.wait(wait, 0, 0, 25)
  },
})
say('committed')
await academy.close()
