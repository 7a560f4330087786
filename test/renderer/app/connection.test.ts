import { describe, expect, test } from 'vitest'
import { ConnectionLost, connect, type Link, type TransportEvents } from '../../../src-renderer/app/connection.ts'
import { retryDelay } from '../../../src-renderer/app/transport.ts'

const options = { context: {} }

/** A link that answers with its name and the operation's. */
const answering = (name: string): Link => ({ call: async (path) => `${name} ${path.join('.')}` })

/** A link whose answer the test gives. */
function pending() {
  const { promise, reject } = Promise.withResolvers<unknown>()
  return { link: { call: () => promise } satisfies Link, fail: reject }
}

function open(greet: () => Promise<void> = async () => {}) {
  let events: TransportEvents | undefined
  let retries = 0
  const connection = connect((given) => {
    events = given
    return { retry: () => retries++ }
  }, greet)
  if (!events) throw new Error('The transport was not started')
  return { connection, events, retries: () => retries }
}

const settle = () => new Promise((resolve) => setImmediate(resolve))

describe('the connection', () => {
  test('lets a call wait until there is a service', async () => {
    const { connection, events } = open()
    const answer = connection.link.call(['needs', 'list'], undefined, options)
    expect(connection.state().status).toBe('connecting')
    events.opened(answering('first'))
    expect(await answer).toBe('first needs.list')
    expect(connection.state().status).toBe('open')
  })

  test('takes up the session before any waiting call goes out', async () => {
    const order: string[] = []
    const { promise, resolve } = Promise.withResolvers<void>()
    const { connection, events } = open(async () => {
      order.push(`greeted by ${await connection.rawLink.call(['access', 'resume'], undefined, options)}`)
      await promise
    })
    const answer = connection.link.call(['needs', 'list'], undefined, options).then((said) => order.push(String(said)))
    events.opened(answering('service'))
    await settle()
    expect(order).toEqual(['greeted by service access.resume'])
    resolve()
    await answer
    expect(order).toEqual(['greeted by service access.resume', 'service needs.list'])
  })

  test('opens all the same when the greeting fails, so that the sign-in can say why', async () => {
    const { connection, events } = open(async () => {
      throw new Error('refused')
    })
    events.opened(answering('service'))
    await settle()
    expect(connection.state().status).toBe('open')
  })

  test('tells a call that was under way that nobody knows its outcome', async () => {
    const { connection, events } = open()
    const { link, fail } = pending()
    events.opened(link)
    await settle()
    const answer = connection.link.call(['needs', 'submit'], undefined, options)
    await settle()
    events.lost()
    fail(new Error('socket closed'))
    await expect(answer).rejects.toBeInstanceOf(ConnectionLost)
    expect(connection.state().status).toBe('lost')
  })

  test('hands a refusal of the service on as it is', async () => {
    const { connection, events } = open()
    const { link, fail } = pending()
    events.opened(link)
    await settle()
    const answer = connection.link.call(['needs', 'submit'], undefined, options)
    const refusal = new Error('rule broken')
    await settle()
    fail(refusal)
    await expect(answer).rejects.toBe(refusal)
  })

  test('sends what came while it was away over the new link, once', async () => {
    const { connection, events } = open()
    events.opened(answering('old'))
    await settle()
    events.lost()
    const answer = connection.link.call(['needs', 'list'], undefined, options)
    events.opened(answering('new'))
    expect(await answer).toBe('new needs.list')
  })

  test('says why the host gave up, and asks it to try again', () => {
    const { connection, events, retries } = open()
    events.refused({ problem: 'newer', folder: 'C:\\Akademi' })
    expect(connection.state()).toEqual({ status: 'refused', refusal: { problem: 'newer', folder: 'C:\\Akademi' } })
    connection.retry()
    expect(retries()).toBe(1)
  })

  test('forgets a greeting that a newer opening has overtaken', async () => {
    const greetings: PromiseWithResolvers<void>[] = []
    const { connection, events } = open(() => {
      const greeting = Promise.withResolvers<void>()
      greetings.push(greeting)
      return greeting.promise
    })
    events.opened(answering('first'))
    events.lost()
    events.opened(answering('second'))
    greetings[0]?.resolve()
    await settle()
    expect(connection.state().status).toBe('connecting')
    greetings[1]?.resolve()
    await settle()
    expect(connection.state().status).toBe('open')
  })
})

test('tries come quickly at first and then every five seconds', () => {
  expect([0, 1, 2, 3, 4, 5, 50].map(retryDelay)).toEqual([250, 500, 1000, 2000, 4000, 5000, 5000])
})
