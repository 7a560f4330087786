import type { Contract } from '../../src-core/contract.ts'
import type { OperationMeta } from '../../src-core/kernel/operation.ts'
import type { Link } from './connection.ts'
import { isCode } from './errors/operation-error.ts'

type Parts = {
  /** Open as soon as the service answers; for taking up a session. */
  readonly rawLink: Link
  /** Open once the session is taken up. */
  readonly link: Link
  readonly metaOf: (path: readonly string[]) => Promise<Pick<OperationMeta, 'kind'> | undefined>
  /** Resolves at once for an officer at work, and after a lock when it is opened. */
  readonly atWork: () => Promise<void>
  readonly onSaving: (by: 1 | -1) => void
  readonly onChanged: () => void
  readonly onExpired: () => void
}

/** What serves somebody who is not signed in yet, or is locked out. */
const ofTheSession: ReadonlySet<string> = new Set([
  'state',
  'setUp',
  'rescue',
  'signIn',
  'signInAsSample',
  'resume',
  'signOut',
  'lock',
  'unlock',
] satisfies readonly (keyof Contract['access'])[])

type Stream = AsyncIterator<unknown, unknown, unknown> & AsyncIterable<unknown>

const isStream = (value: unknown): value is Stream =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value && 'next' in value

/** Long work has changed something when its stream ends by itself, not when it begins. */
async function* upToEnd(stream: Stream, onEnd: () => void, onDone: () => void): AsyncGenerator {
  try {
    for (;;) {
      const step = await stream.next()
      if (step.done) {
        onDone()
        return step.value
      }
      yield step.value
    }
  } finally {
    onEnd()
    await stream.return?.()
  }
}

/**
 * The way every call goes. Calls wait while the screen is locked, so that nothing behind the lock fails; each command that went
 * well marks what is on screen as old; an ended session covers the screens.
 */
export function academyLink({ rawLink, link, metaOf, atWork, onSaving, onChanged, onExpired }: Parts): Link {
  return {
    call: async (path, input, options) => {
      if (path[0] === 'access' && ofTheSession.has(path[1] ?? '')) return rawLink.call(path, input, options)
      await atWork()
      const command = (await metaOf(path))?.kind === 'command'
      if (command) onSaving(1)
      let streams = false
      try {
        const output = await link.call(path, input, options)
        if (!command) return output
        if (isStream(output)) {
          streams = true
          return upToEnd(output, () => onSaving(-1), onChanged)
        }
        onChanged()
        return output
      } catch (error) {
        if (isCode(error, 'NOT_SIGNED_IN')) onExpired()
        throw error
      } finally {
        if (command && !streams) onSaving(-1)
      }
    },
  }
}
