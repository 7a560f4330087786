import { setTimeout as wait } from 'node:timers/promises'
import type { Store } from '../../src-core/database/store.ts'
import { receiptNo } from '../../src-core/needs/own-form.rules.ts'
import { program } from '../../src-main/service/program.ts'
import { furnish } from '../core/people/small-office.ts'
import type { Browser } from './browser.ts'
import type { TestPortal } from './open-portal.ts'
import { from } from './world.ts'

type Typist = { readonly personId: string; readonly browser: Browser }

export type Answer = { readonly status: number; readonly headers: Headers; readonly body: unknown }

export type Load = {
  /** Answers other than 200, in the order they came. */
  readonly refused: readonly Answer[]
  /** How many writes were acknowledged so far. */
  acknowledged(): number
  /** Waits until so many more were. */
  until(more: number): Promise<void>
  end(): Promise<void>
  /** Acknowledged writes that a store does not have. */
  missingIn(store: Store): Promise<readonly string[]>
}

/** Signs in staff for whom the window of a cycle is open; the portal believes what a proxy here says of addresses. */
export async function staffAtTheirForms(site: TestPortal, count: number) {
  const run = async (operation: string, input?: unknown) =>
    (await site.portal.dispatcher.run(operation, input, { ...program })) as never
  const office = await furnish({ run })
  const cycle: { id: string; rowVersion: number } = await run(
    'needs.createCycle',
    await run('needs.suggestCycle', { year: 2027 }),
  )
  await run('needs.approveCycle', { id: cycle.id, rowVersion: cycle.rowVersion })
  await run('needs.advanceCycles')
  const typists: Typist[] = []
  for (let at = 0; at < count; at++) {
    const email = `yazan${at}@belediye.example`
    const fields = { registryNo: `9${at}00`, givenNames: 'Deniz', surname: 'Yazan', unitId: office.training.id, email }
    const { id } = await office.addStaff(fields)
    typists.push({ personId: id, browser: site.newBrowser() })
  }
  await Promise.all(
    typists.map(async ({ browser }, at) => {
      const email = `yazan${at}@belediye.example`
      await browser.post('/api/accounts/activate', { email, language: 'tr' })
      const token = await site.linkTo(email)
      await browser.post('/api/accounts/password', { token, password: 'mavi kapı 7 deniz' })
      await browser.post('/api/auth/sign-in/email', { email, password: 'mavi kapı 7 deniz' })
    }),
  )
  return { typists, cycleId: cycle.id }
}

const emptyLine = {
  ...{ id: null, topicId: null, topicName: null, external: false, reason: null, urgency: null },
  ...{ selfLevel: null, targetLevel: null, preferredQuarter: null, note: '' },
}

/** Lets the first half of the typists save drafts and the others send forms, without a pause, until told to end. */
export function type({ typists, cycleId }: { readonly typists: readonly Typist[]; readonly cycleId: string }): Load {
  const refused: Answer[] = []
  const drafts = new Map<string, number>()
  const receipts: string[] = []
  let acknowledged = 0
  let asked = 0
  let going = true

  async function ask({ browser }: Typist, operation: string, input?: object): Promise<Answer | undefined> {
    try {
      // Nobody asks as often from one address.
      const answer = await browser.post(`/api/needs/${operation}`, input, from(asked++ >> 6))
      if (answer.status !== 200) {
        refused.push(answer)
        await wait(20)
      }
      return answer
    } catch {
      // Cut off without an answer: nothing was acknowledged.
      await wait(20)
      return undefined
    }
  }

  async function saveDrafts(typist: Typist): Promise<void> {
    let version = 0
    while (going) {
      const lines = [{ ...emptyLine, freeText: `Taslak ${version + 1}` }]
      const answer = await ask(typist, 'saveMyDraft', { cycleId, version, lines })
      const { data, version: saved } = (answer?.body ?? {}) as { data?: { actual?: number }; version?: number }
      if (answer?.status === 200) {
        version = saved ?? 0
        drafts.set(typist.personId, version)
        acknowledged++
      } else if (answer?.status === 409) version = data?.actual ?? version
    }
  }

  async function sendForms(typist: Typist): Promise<void> {
    let turn = 0
    while (going) {
      const mine = await ask(typist, 'myNeeds')
      if (mine?.status !== 200) continue
      const { form } = mine.body as { form: { rowVersion: number } | null }
      const lines = [{ id: null, fields: { freeText: `İstek ${++turn}` } }]
      const input = { cycleId, formVersion: form?.rowVersion ?? null, lines }
      const answer = await ask(typist, 'submitMyForm', input)
      if (answer?.status !== 200) continue
      receipts.push((answer.body as { receiptNo: string }).receiptNo)
      acknowledged++
    }
  }

  const half = Math.ceil(typists.length / 2)
  const work = Promise.all(typists.map((typist, at) => (at < half ? saveDrafts(typist) : sendForms(typist))))
  return {
    refused,
    acknowledged: () => acknowledged,
    until: async (more) => {
      const goal = acknowledged + more
      while (acknowledged < goal) await wait(10)
    },
    end: async () => {
      going = false
      await work
    },
    missingIn: async (store) => {
      const kept = await store.read(async (db) => ({
        drafts: await db.selectFrom('needDraft').select(['personId', 'version']).execute(),
        sent: await db
          .selectFrom('commandLog')
          .select('commandId')
          .where('operation', '=', 'needs.submitMyForm')
          .where('outcome', '=', 'done')
          .execute(),
      }))
      const versions = new Map(kept.drafts.map(({ personId, version }) => [personId, version]))
      const numbers = new Set(kept.sent.map(({ commandId }) => receiptNo(2027, commandId)))
      const lost = [...drafts].filter(([personId, version]) => (versions.get(personId) ?? 0) < version)
      return [
        ...lost.map(([personId]) => `draft of ${personId}`),
        ...receipts.filter((receipt) => !numbers.has(receipt)),
      ]
    },
  }
}
