import { useReducer } from 'react'
import type { Element, Layout, Page } from '../../../../src-core/certificates/layout.ts'
import { dropDraft, readDraft, writeDraft } from '../../../ui/form/draft.ts'

type Steps = {
  readonly past: readonly Layout[]
  readonly now: Layout
  readonly future: readonly Layout[]
  /** Changes of one kind in a row are taken back together. */
  readonly kind: string | undefined
  readonly page: number
  /** Places of the chosen elements on their page, in the order in which they were chosen. */
  readonly chosen: readonly number[]
}

type Step =
  | { readonly do: 'change'; readonly layout: Layout; readonly kind?: string; readonly chosen?: readonly number[] }
  | { readonly do: 'choose'; readonly chosen: readonly number[] }
  | { readonly do: 'turn'; readonly page: number }
  | { readonly do: 'undo' | 'redo' }
  | { readonly do: 'restart'; readonly layout: Layout }

const mostSteps = 200

function take(steps: Steps, step: Step): Steps {
  const { past, now, future } = steps
  switch (step.do) {
    case 'change': {
      const together = step.kind !== undefined && step.kind === steps.kind
      const page = Math.min(steps.page, step.layout.pages.length - 1)
      return {
        ...{ past: together ? past : [...past.slice(-mostSteps), now], now: step.layout, future: [] },
        ...{ kind: step.kind, page, chosen: step.chosen ?? steps.chosen },
      }
    }
    case 'choose':
      return { ...steps, chosen: step.chosen, kind: undefined }
    case 'turn':
      return { ...steps, page: step.page, chosen: [], kind: undefined }
    case 'undo': {
      const before = past.at(-1)
      return before ? within({ ...steps, past: past.slice(0, -1), now: before, future: [now, ...future] }) : steps
    }
    case 'redo': {
      const [after, ...rest] = future
      return after ? within({ ...steps, past: [...past, now], now: after, future: rest }) : steps
    }
    case 'restart':
      return within({ ...steps, past: [], now: step.layout, future: [] })
  }
}

/** After a step through time there may be fewer pages and elements than were chosen. */
function within(steps: Steps): Steps {
  const page = Math.min(steps.page, steps.now.pages.length - 1)
  const count = steps.now.pages[page]?.elements.length ?? 0
  return { ...steps, page, kind: undefined, chosen: steps.chosen.filter((at) => at < count) }
}

export type Editing = ReturnType<typeof useEditing>

/** A layout being worked on: what was changed, what is chosen, and the way back. It survives a crash under `draft`. */
export function useEditing(stored: Layout, draft: string) {
  const [steps, dispatch] = useReducer(take, undefined, (): Steps => {
    const now = readDraft<Layout>(draft) ?? stored
    return { past: [], now, future: [], kind: undefined, page: 0, chosen: [] }
  })
  const { now, page, chosen } = steps
  const shown: Page = now.pages[page] ?? { background: null, elements: [] }
  const move = (step: Step) => {
    const next = take(steps, step).now
    if (next !== now) writeDraft(draft, next)
    dispatch(step)
  }
  const change = (layout: Layout, kind?: string, choose?: readonly number[]) =>
    move({ do: 'change', layout, ...(kind && { kind }), ...(choose && { chosen: choose }) })
  const changePage = (patch: Partial<Page>, kind?: string, choose?: readonly number[]) =>
    change({ ...now, pages: now.pages.map((one, at) => (at === page ? { ...one, ...patch } : one)) }, kind, choose)
  return {
    layout: now,
    page,
    shown,
    chosen,
    chosenElements: chosen.flatMap((at) => shown.elements[at] ?? []),
    change,
    changePage,
    /** Changes the chosen elements, each by itself. */
    changeChosen: (of: (element: Element) => Element, kind?: string) =>
      changePage({ elements: shown.elements.map((one, at) => (chosen.includes(at) ? of(one) : one)) }, kind),
    choose: (places: readonly number[]) => dispatch({ do: 'choose', chosen: places }),
    turn: (to: number) => dispatch({ do: 'turn', page: to }),
    undo: () => move({ do: 'undo' }),
    redo: () => move({ do: 'redo' }),
    canUndo: steps.past.length > 0,
    canRedo: steps.future.length > 0,
    changed: now !== stored && JSON.stringify(now) !== JSON.stringify(stored),
    /** Goes back to what is stored. */
    restart: () => {
      dropDraft(draft)
      dispatch({ do: 'restart', layout: stored })
    },
  }
}
