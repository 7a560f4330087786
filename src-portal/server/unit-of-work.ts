import { AsyncLocalStorage } from 'node:async_hooks'
import type { Reader, Store } from '../../src-core/database/store.ts'
import type { OperationError } from '../../src-core/kernel/errors.ts'

/** Lets a library that knows nothing of our transactions take part in one. */
export type UnitOfWork = {
  /** Runs `work` in one transaction; whatever reads or writes through this unit meanwhile belongs to it. */
  within<T>(work: (db: Reader) => Promise<T>): Promise<T>
  read<T>(work: (db: Reader) => Promise<T>): Promise<T>
  write<T>(work: (db: Reader) => Promise<T>): Promise<T>
  /** Runs a library's work; where the store failed under it, throws that, whatever the library made of it. */
  watched<T>(work: () => Promise<T>): Promise<T>
}

export function createUnitOfWork(store: Store): UnitOfWork {
  const running = new AsyncLocalStorage<Reader>()
  const watching = new AsyncLocalStorage<{ failure?: OperationError | undefined }>()

  async function noting<T>(work: Promise<T>): Promise<T> {
    try {
      return await work
    } catch (error) {
      const watch = watching.getStore()
      if (watch) watch.failure ??= store.explain(error)
      throw error
    }
  }

  const within = <T>(work: (db: Reader) => Promise<T>): Promise<T> => {
    const db = running.getStore()
    return db ? work(db) : noting(store.write(({ db: own }) => running.run(own, () => work(own))))
  }
  return {
    within,
    write: within,
    read: (work) => {
      const db = running.getStore()
      return db ? work(db) : noting(store.read(work))
    },
    watched: async (work) => {
      const watch: { failure?: OperationError | undefined } = {}
      const result = await watching.run(watch, work).catch((error: unknown) => {
        throw watch.failure ?? error
      })
      if (watch.failure) throw watch.failure
      return result
    },
  }
}
