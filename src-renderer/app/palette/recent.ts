import { setting } from '../../ui/stored.ts'

/** The addresses of the screens opened lately, newest first. */
export const recentScreens = setting<readonly string[]>('recent', [], (stored) =>
  Array.isArray(stored) && stored.every((path) => typeof path === 'string') ? stored : undefined,
)

/** Puts a screen at the head of the list. */
export function noteScreen(path: string): void {
  const next = [path, ...recentScreens.get().filter((other) => other !== path)].slice(0, 5)
  recentScreens.set(next)
}
