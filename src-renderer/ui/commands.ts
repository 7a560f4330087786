import type { TablerIcon } from '@tabler/icons-react'
import { useEffect, useEffectEvent, useSyncExternalStore } from 'react'

/** Something that can be done now, as the palette lists it. */
export type Command = {
  readonly label: string
  readonly run: () => void
  readonly icon?: TablerIcon | undefined
  readonly keys?: string | undefined
}

let groups: readonly (readonly Command[])[] = []
const listeners = new Set<() => void>()

function change(next: readonly (readonly Command[])[]): void {
  groups = next
  for (const listener of listeners) listener()
}

/** Lists commands in the palette while the component is on screen. Page headers do this with their actions by themselves. */
export function useCommands(commands: readonly Command[]): void {
  const run = useEffectEvent((index: number) => commands[index]?.run())
  const now = useEffectEvent(() => commands)
  const shape = commands.map((command) => `${command.label} ${command.keys ?? ''}`).join('\n')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the commands are listed anew only when their words change
  useEffect(() => {
    const group = now().map((command, index) => ({ ...command, run: () => run(index) }))
    change([...groups, group])
    return () => change(groups.filter((other) => other !== group))
  }, [shape])
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** The commands that components on screen have listed. */
export function useListedCommands(): readonly Command[] {
  return useSyncExternalStore(subscribe, () => groups).flat()
}
