import { AsyncResource } from 'node:async_hooks'
import { setImmediate as nextTurn } from 'node:timers'

/** Work that waits in line, and those who wait for it. */
export type Waiting<A> = {
  work(argument: A): Promise<unknown>
  resolve(result: unknown): void
  reject(error: unknown): void
}

/** Writers who wait for one resource, in the order they came; a failure does not hold up whoever is behind. */
export type WriteLine<A> = {
  /** Runs `work` with nobody beside it. */
  alone<T>(work: () => Promise<T>): Promise<T>
  /** Runs `work` in a group with others that wait at the same time. */
  join<T>(work: (argument: A) => Promise<T>): Promise<T>
}

/** Most that share one transaction. */
const groupAtMost = 64

/** The part of a group that `together` has taken on: everybody in it is settled when its promise is. */
export type Together<A> = (group: Iterable<Waiting<A>>) => Promise<void>

/**
 * Makes a line whose writers come `together`: it takes one after another from what it is given and settles each, so that they share
 * a transaction and wait for the disk once. After `groupWithin` milliseconds nobody more is let into a group.
 */
export function createWriteLine<A>(together: Together<A>, groupWithin = 50): WriteLine<A> {
  const waiting: (Waiting<A> | (() => Promise<void>))[] = []
  let running = false

  function* group(): Generator<Waiting<A>> {
    const until = performance.now() + groupWithin
    for (let taken = 0; taken < groupAtMost && (taken === 0 || performance.now() < until); taken++) {
      const [next] = waiting
      if (!next || typeof next === 'function') return
      waiting.shift()
      yield next
    }
  }

  async function run(): Promise<void> {
    if (running) return
    running = true
    // Whoever asks in the same turn of the loop comes along: requests that lie ready would otherwise come one by one.
    await new Promise<void>((resolve) => nextTurn(() => resolve()))
    for (let [next] = waiting; next; [next] = waiting) {
      if (typeof next === 'function') {
        waiting.shift()
        await next()
      } else {
        // Everybody in it has been told; whoever waits behind must have a turn whatever became of this one.
        await together(group()).catch(() => undefined)
      }
    }
    running = false
  }

  // Each work keeps the context it came with; whoever runs the line has another.
  return {
    alone: (work) =>
      new Promise((resolve, reject) => {
        waiting.push(AsyncResource.bind(() => work().then(resolve, reject)))
        void run()
      }),
    join: <T>(work: (argument: A) => Promise<T>) =>
      new Promise<T>((resolve, reject) => {
        waiting.push({ work: AsyncResource.bind(work), resolve: (result) => resolve(result as T), reject })
        void run()
      }),
  }
}

/** How a database marks, takes back and keeps. `first`: nothing else is in the transaction yet. */
export type Steps = {
  savepoint(first: boolean): Promise<unknown> | unknown
  release(first: boolean): Promise<unknown> | unknown
  /** Takes back one work; throws where the database has taken back all. */
  takeBack(error: unknown, first: boolean): Promise<unknown> | unknown
  commit(): Promise<unknown> | unknown
}

/**
 * Runs a group within a transaction that has begun. A work that fails is taken back alone; nobody is answered before the commit, and
 * when that fails everybody hears so. Throws what made the transaction as a whole fail.
 */
export async function runGroup<A>(group: Iterable<Waiting<A>>, argument: A, steps: Steps): Promise<void> {
  const taken: { readonly one: Waiting<A>; readonly result: unknown }[] = []
  let current: Waiting<A> | undefined
  try {
    for (const one of group) {
      current = one
      const first = taken.length === 0
      await steps.savepoint(first)
      try {
        const result = await one.work(argument)
        await steps.release(first)
        taken.push({ one, result })
      } catch (error) {
        await steps.takeBack(error, first)
        one.reject(error)
      }
    }
    await steps.commit()
  } catch (error) {
    current?.reject(error)
    for (const { one } of taken) one.reject(error)
    throw error
  }
  for (const { one, result } of taken) one.resolve(result)
}
