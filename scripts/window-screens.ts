import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const features = join(import.meta.dirname, '..', 'src-renderer', 'features')

/** The paths of all screens, as the features declare them; screens of a single record are left out. */
export function windowScreens(): readonly string[] {
  return readdirSync(features, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .flatMap((name) => {
      const source = readFileSync(join(features, name), 'utf8')
      return [...source.matchAll(/path: '(\/[^'$]*)',\s+group: '/g)].map((match) => match[1] ?? '')
    })
}
