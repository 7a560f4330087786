import type { Writer } from '../database/writer.ts'
import { fold } from '../kernel/turkish.ts'
import type { Chance } from '../people/index.ts'

type Options = {
  readonly write: Writer
  readonly chance: Chance
  readonly today: string
  readonly people: readonly { readonly id: string }[]
  readonly topics: readonly { readonly id: string; readonly name: string; readonly lessonHoursTenths: number }[]
}

const perPerson = 1.2

/** Trainings that staff completed in the last four years, so that the duplicate-training guard has something to say. */
export async function sampleCompleted({ write, chance, today, people, topics }: Options): Promise<void> {
  const at = Date.parse(`${today}T00:00:00Z`)
  const count = Math.round(people.length * perPerson)
  function* rows() {
    for (let n = 1; n <= count; n++) {
      const person = chance.one(people)
      const topic = chance.one(topics)
      const completedOn = new Date(at - (20 + chance.whole(1440)) * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)
      yield {
        id: write.newId(),
        personId: person.id,
        topicId: topic.id,
        name: topic.name,
        nameKey: fold(topic.name),
        provider: null,
        completedOn,
        lessonHoursTenths: topic.lessonHoursTenths,
        certificateNo: `KS-${completedOn.slice(0, 4)}-${String(n).padStart(6, '0')}`,
      }
    }
  }
  await write.insertMany('completedTraining', rows())
}
