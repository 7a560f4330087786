import type { Page } from '@playwright/test'

/** How long nothing may have gone to the service or come from it before a screen counts as filled. */
const silence = 150

/** Listens from now on; what it answers waits until the window asks for nothing more and nothing on it moves. */
export function whenQuiet(page: Page): () => Promise<void> {
  const traffic = trafficOf(page)
  return async () => {
    while (Date.now() - traffic.last < silence) await page.waitForTimeout(silence - (Date.now() - traffic.last))
    await whenStill(page)
  }
}

/**
 * Waits until nothing on a page moves or fades any more. An animation without end, a spinner of something that is still going on,
 * is not waited for.
 */
export const whenStill = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await new Promise(requestAnimationFrame)
    const ending = document
      .getAnimations()
      .filter((animation) => animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
    await Promise.allSettled(ending.map((animation) => animation.finished))
  })

const known = new WeakMap<Page, { last: number }>()

/** When something last went between a window and its service; the window speaks to it by one socket. */
function trafficOf(page: Page): { last: number } {
  const traffic = known.get(page) ?? { last: Date.now() }
  if (known.has(page)) return traffic
  known.set(page, traffic)
  const note = () => {
    traffic.last = Date.now()
  }
  page.on('requestfinished', note)
  page.on('request', note)
  page.on('websocket', (socket) => {
    socket.on('framesent', note)
    socket.on('framereceived', note)
  })
  return traffic
}
