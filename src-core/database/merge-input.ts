import type { FieldClash, FieldValue } from '../kernel/errors.ts'

type Fields = Record<string, unknown>

/**
 * The input of a command with the fields that its officer did not mean to change as they are by now, so that two people
 * who change different fields of one record both get what they wanted. Nothing when a field is not found in the input.
 */
export function mergeInput(input: unknown, stale: readonly FieldClash[]): unknown {
  const merged = structuredClone(input)
  return stale.every((clash) => put(merged, clash)) ? merged : undefined
}

/** The object that names the record, else the whole input, which then speaks of that one record. */
function put(input: unknown, { id, field, base, theirs }: FieldClash): boolean {
  const named = objectsIn(input).filter((one) => Object.values(one).includes(id))
  const places = named.flatMap((one) => [one, ...objectsIn(one)])
  for (const place of places.length > 0 ? places : objectsIn(input)) {
    if (!(field in place)) continue
    const now = likeBefore(place[field], base, theirs)
    if (now === undefined) continue
    place[field] = now.value
    return true
  }
  return false
}

function objectsIn(value: unknown): Fields[] {
  if (typeof value !== 'object' || value === null) return []
  const inside = Object.values(value).flatMap(objectsIn)
  return Array.isArray(value) ? inside : [value as Fields, ...inside]
}

/** What stands in the row, in the form that the input has it: flags are booleans there, lists and objects are no text. */
function likeBefore(given: unknown, base: FieldValue, now: FieldValue): { readonly value: unknown } | undefined {
  if (given === base) return { value: now }
  if (typeof given === 'boolean' && Number(given) === base && (now === 0 || now === 1)) return { value: now === 1 }
  if (typeof given === 'object' && JSON.stringify(given) === base && typeof now === 'string')
    return { value: JSON.parse(now) }
  return undefined
}
