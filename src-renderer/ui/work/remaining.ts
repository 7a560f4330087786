/**
 * Seconds that work still needs, judged by its pace so far; undefined while that would be a guess (the first two seconds, less
 * than a twentieth done, or an unknown total).
 */
export function remainingSeconds(done: number, total: number, elapsedMs: number): number | undefined {
  if (total <= 0 || elapsedMs < 2000 || done / total < 0.05 || done >= total) return undefined
  return Math.ceil(((total - done) / done) * (elapsedMs / 1000))
}
