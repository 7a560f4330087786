/** The nightly form of tests that disturb the program at many points: `AKADEMI_THOROUGH=1 npm test`. */
export const thorough = process.env.AKADEMI_THOROUGH === '1'

/** All points in the nightly form; otherwise so many of them, from the first to the last, evenly spread. */
export function spread<T>(points: readonly T[], few: number): readonly T[] {
  if (thorough || points.length <= few) return points
  const chosen = new Set(Array.from({ length: few }, (_, at) => Math.round((at * (points.length - 1)) / (few - 1))))
  return points.filter((_, at) => chosen.has(at))
}
