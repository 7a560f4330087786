/** Deeper than anything that is asked of an operation. */
const deepest = 40

/**
 * The path of the first text in a value that no store keeps as it is: one with a NUL, which PostgreSQL refuses, or with half of a
 * surrogate pair, which UTF-8 has no bytes for; also of what is nested beyond reason. Undefined where all is sound.
 */
export function brokenText(value: unknown, path: readonly (string | number)[] = []): string | undefined {
  if (typeof value === 'string') return isSound(value) ? undefined : path.join('.')
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return undefined
  if (path.length > deepest) return path.slice(0, 3).join('.')
  for (const [name, one] of Array.isArray(value) ? value.entries() : Object.entries(value)) {
    if (typeof name === 'string' && !isSound(name)) return path.join('.')
    const found = brokenText(one, [...path, name])
    if (found !== undefined) return found
  }
  return undefined
}

const isSound = (text: string): boolean => !text.includes('\0') && text.isWellFormed()
