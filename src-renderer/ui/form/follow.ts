const same = (one: unknown, other: unknown) => Object.is(one, other) || JSON.stringify(one) === JSON.stringify(other)

export type Followed<Values> = {
  readonly values: Values
  /** Fields that were typed in and were meanwhile given another value in the record. */
  readonly clashing: readonly (keyof Values & string)[]
}

/**
 * What a form shows once the record behind it is another: a field that nobody typed in follows the record, what was typed stays.
 * `sent` are values on their way to the service: what it makes of them is no clash. Undefined while nothing of the record changed.
 */
export function follow<Values extends object>(
  values: Values,
  before: Values,
  now: Values,
  sent?: Values,
): Followed<Values> | undefined {
  const names = (Object.keys(now) as (keyof Values & string)[]).filter((name) => !same(before[name], now[name]))
  if (names.length === 0) return undefined
  const untouched = (name: keyof Values) =>
    same(values[name], before[name]) || (sent !== undefined && same(values[name], sent[name]))
  const next = { ...values }
  for (const name of names) if (untouched(name)) next[name] = now[name]
  return { values: next, clashing: names.filter((name) => !same(next[name], now[name])) }
}
