import type { Connection } from '../../../src-core/kernel/context.ts'
import { openAcademy } from '../../../src-main/service/academy.ts'

// A program that tests kill while it issues certificates. It says on standard output how far it has come.

const [folder = '', id = '', rowVersion = '1'] = process.argv.slice(2)
const academy = await openAcademy({
  folder,
  dataKey: new Uint8Array(32).fill(7),
  clock: () => new Date('2026-12-16T07:00:00Z'),
})
const connection: Connection = {
  source: 'cli',
  actor: { id: 'registrar', name: 'Registrar', roles: 'all' },
  session: null,
  locked: false,
}
const say = (line: string) => process.stdout.write(`${line}\n`)
// Without a pause the next certificates would be made before the killer has read the line, or has made it stand still.
const wait = new Int32Array(new SharedArrayBuffer(4))
const places = new Set(process.argv.slice(5))
await academy.dispatcher.run('certificates.issue', { id, rowVersion: Number(rowVersion) }, connection, {
  report: ({ stage, done }) => {
    const place = `${stage} ${done}`
    if (!places.has(place)) return
    say(place)
    Atomics.wait(wait, 0, 0, 2000)
  },
})
say('committed')
await academy.close()
