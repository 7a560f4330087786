import type { KeyboardEvent as ReactKeyboardEvent } from 'react'
import { exact, pulled } from '../../../../src-core/certificates/design.rules.ts'
import type { Element } from '../../../../src-core/certificates/layout.ts'
import { isTyping, useKeys } from '../../../ui/keys.ts'
import type { Editing } from './use-editing.ts'

type Options = { readonly readOnly: boolean; readonly save: () => void }

/** What was copied last, for this window. */
let copied: readonly Element[] = []

/** The keys of the designer; arrows belong to the element that has the focus. */
export function useDesignKeys(editing: Editing, { readOnly, save }: Options): void {
  const { shown, chosenElements } = editing
  const edit = (work: () => void) => (event: KeyboardEvent) => {
    if (!readOnly && !isTyping(event.target)) work()
  }
  const add = (elements: readonly Element[]) => {
    const beside = elements.map((element) => ({ ...element, x: exact(element.x + 4), y: exact(element.y + 4) }))
    const all = [...shown.elements, ...beside]
    editing.changePage(
      { elements: all },
      undefined,
      beside.map((_, at) => shown.elements.length + at),
    )
  }
  useKeys([
    { keys: 'Ctrl+S', labelKey: 'common:actions.save', run: () => !readOnly && save() },
    { keys: 'Ctrl+Z', labelKey: 'common:actions.undo', run: () => !readOnly && editing.undo() },
    { keys: 'Ctrl+Y', labelKey: 'certificates:design.redo', run: () => !readOnly && editing.redo() },
    { keys: 'Delete', labelKey: 'certificates:design.delete', run: edit(() => removeChosen(editing)) },
    { keys: 'Ctrl+D', labelKey: 'certificates:design.duplicate', run: edit(() => add(chosenElements)) },
    {
      keys: 'Escape',
      labelKey: 'certificates:design.chooseNothing',
      run: () => editing.choose([]),
    },
    {
      keys: 'Ctrl+Shift+A',
      labelKey: 'certificates:design.chooseAll',
      run: edit(() => editing.choose(shown.elements.map((_, at) => at))),
    },
    {
      keys: 'Ctrl+Shift+C',
      labelKey: 'certificates:design.copy',
      run: edit(() => {
        copied = chosenElements
      }),
    },
    { keys: 'Ctrl+Shift+V', labelKey: 'certificates:design.paste', run: edit(() => add(copied)) },
    { keys: 'PageUp', labelKey: 'certificates:design.forward', run: edit(() => liftChosen(editing, 1)) },
    { keys: 'PageDown', labelKey: 'certificates:design.backward', run: edit(() => liftChosen(editing, -1)) },
  ])
}

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** Arrows on an element move what is chosen by a millimetre, with Shift by a tenth, with Ctrl by ten. */
export function nudge(event: ReactKeyboardEvent, editing: Editing, at: number): void {
  const [dx, dy] = arrows[event.key] ?? []
  if (dx === undefined || dy === undefined || event.altKey || event.metaKey) return
  event.preventDefault()
  const { shown, chosen } = editing
  const step = event.shiftKey ? 0.1 : event.ctrlKey ? 10 : 1
  const moving = chosen.includes(at) ? chosen : [at]
  const elements = shown.elements.map((element, place) =>
    moving.includes(place) ? ({ ...element, ...pulled(element, 'move', dx * step, dy * step) } as Element) : element,
  )
  editing.changePage({ elements }, `nudge ${moving.join(' ')}`, moving)
}

/** Takes the chosen elements off the page. */
export function removeChosen({ shown, chosen, changePage }: Editing): void {
  if (chosen.length > 0) changePage({ elements: shown.elements.filter((_, at) => !chosen.includes(at)) }, undefined, [])
}

/** Moves the one chosen element up or down the pile by one. */
export function liftChosen({ shown, chosen, changePage }: Editing, by: 1 | -1): void {
  const [at] = chosen
  if (at === undefined || chosen.length !== 1) return
  const to = at + by
  const [one, other] = [shown.elements[at], shown.elements[to]]
  if (!one || !other) return
  const elements = shown.elements.with(at, other).with(to, one)
  changePage({ elements }, undefined, [to])
}
