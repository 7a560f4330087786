import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, type PointerEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { clashesAt, hardest, minded } from '../../../src-core/delivery/clash.rules.ts'
import type { Clash, MindedLevel } from '../../../src-core/delivery/clash.ts'
import type { SessionPlace } from '../../../src-core/delivery/session.ts'
import { halfFor } from '../../../src-core/delivery/training.rules.ts'
import { orpc } from '../../app/api.ts'
import { type BoardSession, isPlaced, placeOf, samePlace, worldOf } from './schedule.ts'
import type { ShownSchedule } from './use-schedule.ts'

/** A session in the hand: where it would be put, and what speaks against that. */
export type Carried = {
  readonly session: BoardSession
  readonly place: SessionPlace | undefined
  readonly clashes: readonly Clash[]
  readonly level: MindedLevel | undefined
}

type Options = {
  readonly shown: ShownSchedule
  readonly enabled: boolean
  /** The place under a point of the window, for a session; undefined where there is none. */
  readonly locate: (x: number, y: number, from: SessionPlace | undefined) => SessionPlace | undefined
  /** Where an arrow key takes a place; undefined at the edge. */
  readonly nudge: (place: SessionPlace, key: string) => SessionPlace | undefined
  readonly onDrop: (session: BoardSession, place: SessionPlace, level: MindedLevel | undefined) => void
  /** Called while something is in the hand, so that a board can scroll along. */
  readonly onPoint?: (x: number, y: number) => void
}

const slack = 5

/** Reasons against a session being at a place, as far as the window knows them. */
export function useClashesAt(shown: ShownSchedule, session: BoardSession | undefined) {
  const around = useQuery({
    ...orpc.delivery.around.queryOptions({ input: { trainingId: session?.trainingId ?? '' } }),
    enabled: session !== undefined,
  })
  const { whole: schedule, levels } = shown
  const world = useMemo(() => schedule && worldOf(schedule, around.data), [schedule, around.data])
  return useCallback(
    (place: SessionPlace): Pick<Carried, 'clashes' | 'level'> => {
      if (!session || !world) return { clashes: [], level: undefined }
      const moved = { id: session.id, trainingId: session.trainingId, people: session.training.people }
      const clashes = minded(clashesAt(moved, place, world), levels)
      return { clashes, level: hardest(clashes, levels) }
    },
    [session, world, levels],
  )
}

/**
 * Takes sessions up and puts them down, with the pointer (press and draw) or the keyboard (Space takes up, arrows carry, Enter
 * puts down, Esc lets go). While one is carried, the place under it is judged.
 */
export function useCarrying(options: Options) {
  const { shown, enabled } = options
  const [session, setSession] = useState<BoardSession>()
  const [place, setPlace] = useState<SessionPlace>()
  const byKeys = useRef(false)
  const pressed = useRef<{ session: BoardSession; x: number; y: number } | undefined>(undefined)
  const justDropped = useRef(false)
  const judge = useClashesAt(shown, session)
  const latest = useRef(options)
  latest.current = options
  const held = useRef<{ session: BoardSession | undefined; place: SessionPlace | undefined }>({ session, place })
  held.current = { session, place }
  const judged = useRef(judge)
  judged.current = judge

  const letGo = useCallback(() => {
    setSession(undefined)
    setPlace(undefined)
    pressed.current = undefined
  }, [])

  const drop = useCallback(() => {
    const { session: one, place: target } = held.current
    if (one && target && !(isPlaced(one) && samePlace(placeOf(one), target)))
      latest.current.onDrop(one, target, judged.current(target).level)
    letGo()
  }, [letGo])

  useEffect(() => {
    const point = (x: number, y: number) => {
      const one = held.current.session
      if (!one) return
      latest.current.onPoint?.(x, y)
      const found = latest.current.locate(x, y, isPlaced(one) ? placeOf(one) : undefined)
      const next = found && { ...found, half: halfFor(one.halfDays, found.half) }
      setPlace((before) => (before && next && samePlace(before, next) ? before : next))
    }
    const onMove = (event: globalThis.PointerEvent) => {
      const press = pressed.current
      if (!press) return
      if (!held.current.session) {
        if (Math.hypot(event.clientX - press.x, event.clientY - press.y) < slack) return
        byKeys.current = false
        setSession(press.session)
        held.current = { session: press.session, place: undefined }
      }
      event.preventDefault()
      point(event.clientX, event.clientY)
    }
    const onUp = () => {
      if (!pressed.current) return
      const carrying = held.current.session !== undefined
      pressed.current = undefined
      if (!carrying) return
      // The click that follows the release belongs to the carrying, not to the session below.
      justDropped.current = true
      setTimeout(() => {
        justDropped.current = false
      }, 0)
      drop()
    }
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'Escape' || !held.current.session) return
      event.preventDefault()
      event.stopPropagation()
      letGo()
    }
    window.addEventListener('pointermove', onMove)
    window.addEventListener('pointerup', onUp)
    window.addEventListener('pointercancel', letGo)
    window.addEventListener('keydown', onKey, true)
    return () => {
      window.removeEventListener('pointermove', onMove)
      window.removeEventListener('pointerup', onUp)
      window.removeEventListener('pointercancel', letGo)
      window.removeEventListener('keydown', onKey, true)
    }
  }, [drop, letGo])

  const carried: Carried | undefined = session && {
    session,
    place,
    ...(place ? judge(place) : { clashes: [], level: undefined }),
  }
  return {
    carried,
    byKeys: byKeys.current,
    /** For the element of a session. */
    grip: (one: BoardSession) => ({
      onPointerDown: (event: PointerEvent) => {
        if (enabled && event.button === 0) pressed.current = { session: one, x: event.clientX, y: event.clientY }
      },
      onKeyDown: (event: KeyboardEvent) => {
        const carrying = held.current.session
        if (carrying === undefined) {
          if (event.key !== ' ' || !enabled || !isPlaced(one)) return
          event.preventDefault()
          byKeys.current = true
          setSession(one)
          setPlace(placeOf(one))
          return
        }
        event.stopPropagation()
        if (event.key === 'Enter' || event.key === ' ') {
          event.preventDefault()
          drop()
        } else if (event.key.startsWith('Arrow')) {
          event.preventDefault()
          const now = held.current.place
          const next = now && latest.current.nudge(now, event.key)
          if (next) setPlace({ ...next, half: halfFor(carrying.halfDays, next.half) })
        }
      },
    }),
    /** Whether a click is only the end of a carrying. */
    isDropClick: () => justDropped.current,
  }
}

export type Carrying = ReturnType<typeof useCarrying>
