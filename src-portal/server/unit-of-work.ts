import { AsyncLocalStorage } from 'node:async_hooks'
import type { Reader, Store } from '../../src-core/database/store.ts'

/** Lets a library that knows nothing of our transactions take part in one. */
export type UnitOfWork = {
  /** Runs `work` in one transaction; whatever reads or writes through this unit meanwhile belongs to it. */
  within<T>(work: (db: Reader) => Promise<T>): Promise<T>
  read<T>(work: (db: Reader) => Promise<T>): Promise<T>
  write<T>(work: (db: Reader) => Promise<T>): Promise<T>
}

export function createUnitOfWork(store: Store): UnitOfWork {
  const running = new AsyncLocalStorage<Reader>()
  const within = <T>(work: (db: Reader) => Promise<T>): Promise<T> => {
    const db = running.getStore()
    return db ? work(db) : store.write(({ db: own }) => running.run(own, () => work(own)))
  }
  return {
    within,
    write: within,
    read: (work) => {
      const db = running.getStore()
      return db ? work(db) : store.read(work)
    },
  }
}
