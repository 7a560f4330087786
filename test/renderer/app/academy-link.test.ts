import { describe, expect, test } from 'vitest'
import { academyLink } from '../../../src-renderer/app/academy-link.ts'
import type { Link } from '../../../src-renderer/app/connection.ts'

const options = { context: {} }
const kinds: Readonly<Record<string, 'command' | 'query'>> = { save: 'command', list: 'query', work: 'command' }

function academy(answer: Link['call'], atWork: () => Promise<void> = async () => {}) {
  const seen: string[] = []
  let saving = 0
  const link = academyLink({
    rawLink: { call: async (path) => `raw ${path.join('.')}` },
    link: { call: answer },
    metaOf: async ([, operation = '']) => {
      const kind = kinds[operation]
      return kind && { kind }
    },
    atWork,
    onSaving: (by) => {
      saving += by
      seen.push(`saving ${saving}`)
    },
    onChanged: () => seen.push('changed'),
    onExpired: () => seen.push('expired'),
  })
  return { call: (...path: string[]) => link.call(path, undefined, options), seen }
}

describe('a call to the academy', () => {
  test('that changes something makes the screen read again, and shows that it saves', async () => {
    const { call, seen } = academy(async () => 'done')
    expect(await call('needs', 'save')).toBe('done')
    expect(seen).toEqual(['saving 1', 'changed', 'saving 0'])
  })

  test('that only reads makes nothing else read', async () => {
    const { call, seen } = academy(async () => 'rows')
    expect(await call('needs', 'list')).toBe('rows')
    expect(seen).toEqual([])
  })

  test('that is refused changes nothing and stops showing that it saves', async () => {
    const refusal = { code: 'RULE_BROKEN', data: { rule: 'cycleClosed' } }
    const { call, seen } = academy(async () => Promise.reject(refusal))
    await expect(call('needs', 'save')).rejects.toBe(refusal)
    expect(seen).toEqual(['saving 1', 'saving 0'])
  })

  test('of long work has changed something when the work is done, and hands on its progress and result', async () => {
    const { call, seen } = academy(async () =>
      (async function* () {
        yield 1
        yield 2
        return 'report'
      })(),
    )
    const stream = (await call('imports', 'work')) as AsyncGenerator
    const steps = [await stream.next(), await stream.next()]
    expect(seen).toEqual(['saving 1'])
    expect(steps.map((step) => step.value)).toEqual([1, 2])
    expect(await stream.next()).toEqual({ done: true, value: 'report' })
    expect(seen).toEqual(['saving 1', 'changed', 'saving 0'])
  })

  test('of long work that is left closes the work and changes nothing', async () => {
    let closed = false
    const { call, seen } = academy(async () =>
      (async function* () {
        try {
          yield 1
          yield 2
        } finally {
          closed = true
        }
      })(),
    )
    const stream = (await call('imports', 'work')) as AsyncGenerator
    await stream.next()
    await stream.return(undefined)
    expect(closed).toBe(true)
    expect(seen).toEqual(['saving 1', 'saving 0'])
  })

  test('covers the screens when the service no longer knows the session', async () => {
    const { call, seen } = academy(async () => Promise.reject({ code: 'NOT_SIGNED_IN', data: {} }))
    await expect(call('needs', 'list')).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' })
    expect(seen).toEqual(['expired'])
  })

  test('waits behind a locked screen, except what opens it', async () => {
    const lock = Promise.withResolvers<void>()
    const { call } = academy(
      async () => 'rows',
      () => lock.promise,
    )
    let answered = false
    const waiting = call('needs', 'list').then(() => {
      answered = true
    })
    expect(await call('access', 'unlock')).toBe('raw access.unlock')
    expect(answered).toBe(false)
    lock.resolve()
    await waiting
    expect(answered).toBe(true)
  })
})
