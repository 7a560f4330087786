import type { AnyContractProcedure } from '@orpc/contract'
import type SQLite from 'better-sqlite3'
import { metaOf } from '../../src-core/database/checks.ts'
import { operationsOf } from '../../src-core/database/dispatcher.ts'
import { features } from '../../src-core/features.ts'
import { type Draw, inputFor, inputSchemaOf } from '../core/database/inputs.ts'
import { prepare } from './memory-store.ts'
import { day, room } from './office.ts'
import type { Dice } from './world.ts'

type Row = Readonly<Record<string, string | number | null>> & { readonly id: string; readonly rowVersion: number }

export type Command = { readonly operation: string; readonly input: unknown }

const operations = operationsOf(features)

/** Work on whole files and on this store alone is tried elsewhere. */
const leftOut = /^(?:sample\.|imports\.|access\.|plan\.|certificates\.|.*(?:commit|import|freeze))/i

/** Every command of the contract that a desktop sends and that works on records alone. */
const anyCommands: readonly (readonly [string, AnyContractProcedure])[] = [...operations].filter(
  ([name, procedure]) => {
    const meta = metaOf(procedure)
    return meta.kind === 'command' && !meta.local && !meta.long && !leftOut.test(name)
  },
)

const schemas = new Map<string, ReturnType<typeof inputSchemaOf>>()

const codes = ['A1', 'A2', 'B1', 'B2', 'C1']
const names = ['Büyük salon', 'Küçük salon', 'Işık', 'İpek']
const dates = ['2027-05-03', '2027-05-04', '2027-05-05', '2027-06-07']

/** A command as an officer would give it, looking at what her desktop has; few values, so that officers meet. */
export async function randomCommand(database: SQLite.Database, dice: Dice): Promise<Command> {
  const rows = (table: string): readonly Row[] =>
    prepare(database, `select * from "${table}" order by id limit 40`).all() as Row[]
  const live = (table: string) => rows(table).filter((row) => row.deletedAt === null)
  // A few, so that officers meet at the same records.
  const rooms = live('room').slice(0, 3)
  const holidays = live('holiday').slice(0, 4)
  const titles = live('title')
  const choice = dice.below(100)
  if (choice < 12 || (choice < 45 && rooms.length === 0))
    return { operation: 'courses.addRoom', input: room(dice.pick(codes), { capacity: 10 + dice.below(3) * 10 }) }
  if (choice < 40) {
    const { id, rowVersion, ...row } = dice.pick(rooms)
    // A whole form as it was opened, with one or two fields changed.
    const form = {
      ...room(String(row.code)),
      name: row.name,
      capacity: row.capacity,
      accessible: row.accessible === 1,
      venue: row.venue,
      bookableFrom: row.bookableFrom,
      bookableTo: row.bookableTo,
    }
    const change = dice.pick([
      { capacity: 10 + dice.below(4) * 10 },
      { name: dice.pick(names) },
      { accessible: dice.chance(0.5) },
      { code: dice.pick(codes), capacity: 10 + dice.below(4) * 10 },
      { bookableFrom: 480 + dice.below(3) * 60, bookableTo: 960 + dice.below(3) * 60 },
    ])
    return { operation: 'courses.changeRoom', input: { id, rowVersion, fields: { ...form, ...change } } }
  }
  if (choice < 45) {
    const { id, rowVersion } = dice.pick(rooms)
    return { operation: dice.pick(['courses.deactivateRoom', 'courses.reactivateRoom']), input: { id, rowVersion } }
  }
  if (choice < 55 || (choice < 75 && holidays.length === 0))
    return { operation: 'courses.addHolidays', input: day(dice.pick(names), dice.pick(dates)) }
  if (choice < 65) {
    const { id, rowVersion } = dice.pick(holidays)
    const fields = dice.pick([{ name: dice.pick(names) }, { announced: dice.chance(0.5) }, { date: dice.pick(dates) }])
    return { operation: 'courses.changeHoliday', input: { id, rowVersion, fields } }
  }
  if (choice < 70) return { operation: 'courses.removeHolidays', input: { ids: [dice.pick(holidays).id] } }
  if (choice < 72) return { operation: 'courses.removeHolidays', input: { ids: holidays.map((row) => row.id) } }
  if (choice < 75)
    return {
      operation: 'courses.markAnnounced',
      input: { ids: holidays.map((row) => row.id), announced: dice.chance(0.5) },
    }
  if (choice < 79) {
    const logo = new TextEncoder().encode(`<svg xmlns="http://www.w3.org/2000/svg"><!--${dice.below(4)}--></svg>`)
    const file = new File([logo], 'logo.svg', { type: 'image/svg+xml' })
    return { operation: 'certificates.setLogo', input: { side: dice.pick(['left', 'right']), file } }
  }
  if (choice < 83)
    return {
      operation: 'access.changeSettings',
      input: { institution: dice.pick(names), idleMinutes: dice.pick([5, 10, 15]) },
    }
  if (choice < 86 && titles.length > 0)
    return { operation: 'courses.copyFixedDays', input: { year: 2028 + dice.below(2) } }
  const [operation, procedure] = dice.pick(anyCommands)
  if (!schemas.has(operation)) schemas.set(operation, inputSchemaOf(procedure))
  const schema = schemas.get(operation)
  const draw: Draw = { ...dice, pick: (items) => items[dice.below(items.length)] }
  const look = async (table: string) => rows(table) as never
  return { operation, input: schema && (await inputFor(operation, schema, draw, look)) }
}
