import type { Handlers } from '../database/dispatcher.ts'
import type { Reader } from '../database/store.ts'
import { istanbulDate } from '../kernel/dates.ts'
import { breaksRule, found } from '../kernel/errors.ts'
import { linkById, noteAnswered, receiptNoOf } from '../links/index.ts'
import { peopleCounts } from './schedule.repository.ts'
import type { trainerPageContract } from './trainer-page.contract.ts'
import * as repository from './trainer-page.repository.ts'

/** The trainer who asks through a link that an officer made for her; before that a schedule is not hers to see. */
async function trainerWho(db: Reader, linkId: string) {
  const link = found(await linkById(db, linkId), 'personalLink')
  const trainer = found(await repository.activeTrainer(db, link.trainerId ?? ''), 'trainer')
  return { ...trainer, linkId: link.id }
}

export const trainerPageHandlers: Handlers<typeof trainerPageContract> = {
  taughtSessions: async ({ db, actor, now }) => {
    const trainer = await trainerWho(db, actor.id)
    const rows = await repository.sessionsOfTrainer(db, trainer.id, istanbulDate(now))
    const answers = new Map((await repository.answersOfTrainer(db, trainer.id)).map((one) => [one.sessionId, one]))
    const people = new Map<number, ReadonlyMap<string, number>>()
    for (const { year } of rows) if (!people.has(year)) people.set(year, await peopleCounts(db, year))
    return {
      name: trainer.name,
      sessions: rows.flatMap(({ date, half, year, trainingId, ...row }) => {
        if (date === null || half === null) return []
        const given = answers.get(row.id)
        // An answer about a day the session has left is none.
        const said = given?.forDate === date && given.half === half ? given : undefined
        return [
          {
            ...{ ...row, date, half, people: people.get(year)?.get(trainingId) ?? 0 },
            ...{ answer: said?.answer ?? null, note: said?.note ?? null },
          },
        ]
      }),
    }
  },

  answerMySession: async ({ db, input: { id, seen, answer, note }, write, actor, now }) => {
    const trainer = await trainerWho(db, actor.id)
    const today = istanbulDate(now)
    const rows = await repository.sessionsOfTrainer(db, trainer.id, '0000-00-00')
    const row = found(
      rows.find((one) => one.id === id),
      'session',
    )
    if (row.date !== seen.date || row.half !== seen.half) breaksRule('sessionMoved')
    if (seen.date < today) breaksRule('sessionOver')
    if (answer === 'ALTERNATIVE' && note === null) breaksRule('proposalNeeded')
    const said = { forDate: seen.date, half: seen.half, answer, note }
    const before = (await repository.answersOfTrainer(db, trainer.id)).find(({ sessionId }) => sessionId === id)
    if (before) await write.update('sessionAnswer', before.id, said)
    else await write.insert('sessionAnswer', { ...said, sessionId: id, trainerId: trainer.id })
    await noteAnswered(write, trainer.linkId, now)
    return { receiptNo: receiptNoOf(trainer.linkId) }
  },

  sessionAnswer: async ({ db, input }) => {
    const said = await repository.answerOfSession(db, input.sessionId)
    return { answer: said ? { answer: said.answer, note: said.note, at: said.updatedAt } : null }
  },
}
