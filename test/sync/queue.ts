/** Runs work one after another, in the order it came; a failure does not hold up what waits behind it. */
export function createQueue(): <T>(work: () => Promise<T>) => Promise<T> {
  let tail: Promise<unknown> = Promise.resolve()
  return (work) => {
    const turn = tail.then(work, work)
    tail = turn.catch(() => undefined)
    return turn
  }
}
