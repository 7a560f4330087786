import type { Handlers } from '../database/dispatcher.ts'
import type { ErasureRequestTable } from '../database/schema.ts'
import { istanbulDate } from '../kernel/dates.ts'
import { breaksRule, found } from '../kernel/errors.ts'
import type { erasureContract } from './erasure.contract.ts'
import * as requests from './erasure.repository.ts'
import type { Erasure } from './erasure.ts'
import { fullName } from './staff.rules.ts'

/** Days within which the law wants an answer (KVKK article 13). */
const answerDays = 30
const day = 86_400_000

const dueOn = ({ askedAt }: Pick<ErasureRequestTable, 'askedAt'>): string =>
  istanbulDate(Date.parse(askedAt) + answerDays * day)

const toErasure = (row: ErasureRequestTable): Erasure => {
  const { id, rowVersion, state, askedAt, wish, answer, answeredAt } = row
  return { id, rowVersion, state, askedAt, dueOn: dueOn(row), wish, answer, answeredAt, erased: JSON.parse(row.erased) }
}

export const erasureHandlers: Handlers<typeof erasureContract> = {
  myErasure: async ({ db, actor }) => {
    const latest = await requests.latestErasureOf(db, actor.id)
    return { erasure: latest ? toErasure(latest) : null }
  },

  askErasure: async ({ db, input, actor, now, write }) => {
    if ((await requests.latestErasureOf(db, actor.id))?.state === 'ASKED') breaksRule('erasureWaits')
    const id = await write.insert('erasureRequest', {
      personId: actor.id,
      state: 'ASKED',
      askedAt: now,
      wish: input.wish || null,
      erased: '[]',
      answer: null,
      answeredAt: null,
    })
    return { id }
  },

  withdrawErasure: async ({ db, input, actor, write }) => {
    const latest = found(await requests.latestErasureOf(db, actor.id), 'erasureRequest', actor.id)
    if (latest.state !== 'ASKED') breaksRule('erasureAnswered')
    await write.update('erasureRequest', latest.id, { state: 'WITHDRAWN' }, input.rowVersion)
    return {}
  },

  erasures: async ({ db }) => ({
    erasures: (await requests.listErasures(db)).map(({ givenNames, surname, registryNo, unit, ...row }) => ({
      ...toErasure(row),
      personId: row.personId,
      name: fullName({ givenNames, surname }),
      registryNo,
      unit,
    })),
  }),

  answerErasure: async ({ db, input, now, write }) => {
    const request = found(await requests.erasureById(db, input.id), 'erasureRequest', input.id)
    if (request.state !== 'ASKED') breaksRule('erasureAnswered')
    const erase = [...new Set(input.erase)]
    const columns = Object.assign({}, ...erase.map((kind) => requests.columnsOf[kind] ?? {}))
    if (Object.keys(columns).length > 0) await write.update('person', request.personId, columns)
    if (erase.includes('notes')) {
      const lines = await requests.notedNeedsOf(db, request.personId)
      await write.updateMany(
        'needLine',
        lines.map((id) => ({ id, patch: { note: null } })),
      )
    }
    if (erase.includes('portal')) await requests.forgetPortalTraces(db, request.personId)
    const { answer } = input
    const answered = { state: 'ANSWERED', erased: JSON.stringify(erase), answer, answeredAt: now } as const
    await write.update('erasureRequest', request.id, answered, input.rowVersion)
    return {}
  },

  erasuresToday: async ({ db, now }) => {
    const waiting = await requests.openErasures(db)
    const [oldest] = waiting
    const days = oldest ? Math.round((Date.parse(dueOn(oldest)) - Date.parse(istanbulDate(now))) / day) : 0
    return { count: waiting.length, dueOn: oldest ? dueOn(oldest) : null, days }
  },
}
