import { access } from '../../../src-core/access/index.ts'
import { isOperationError } from '../../../src-core/kernel/errors.ts'
import { openStore } from '../../../src-node/store/open-store.ts'
import { academyOver } from '../../core/database/academy-over.ts'
import { trial } from '../../core/database/trial.ts'

// A program that tests start, disturb and kill. It says on standard output what has been answered to it.

const [task = '', folder = '', first = '1', second = '1'] = process.argv.slice(2)
const now = new Date('2026-12-16T07:00:00.000Z')
const say = (line: string) => process.stdout.write(`${line}\n`)

async function open() {
  const opened = await openStore(folder, now)
  return { ...academyOver(opened, { trial, access }, now), close: opened.close }
}

const tasks: Readonly<Record<string, () => Promise<void>>> = {
  /** Opens the store, as a start of the program does. */
  open: async () => {
    const { close } = await open()
    say('opened')
    await close()
  },

  /** Holds the store until it is killed. */
  hold: async () => {
    await open()
    say('held')
    await new Promise(() => setInterval(() => undefined, 1000))
  },

  /** Adds rows in so many commands of so many rows each, and goes on after a refusal. */
  add: async () => {
    const { run } = await open()
    say('opened')
    for (let n = 0; n < Number(first); n++) {
      const names = Array.from({ length: Number(second) }, (_, at) => `${n}.${at}`)
      try {
        await run('trial.addTitles', { names })
        say(`acked ${n}`)
      } catch (error) {
        if (!isOperationError(error)) throw error
        say(`refused ${n} ${JSON.stringify(error.data)}`)
      }
    }
    const { findings } = (await run('access.verify')) as { findings: unknown[] }
    say(`found ${JSON.stringify(findings)}`)
  },
}

try {
  await tasks[task]?.()
} catch (error) {
  if (!isOperationError(error)) throw error
  say(`not opened ${JSON.stringify(error.data)}`)
  process.exitCode = 1
}
