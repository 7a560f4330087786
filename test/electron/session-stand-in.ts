import type { Session } from 'electron'
import type { GuardedSession } from '../../src-main/shell/permissions.ts'

type Check = NonNullable<Parameters<Session['setPermissionCheckHandler']>[0]>
type Ask = NonNullable<Parameters<Session['setPermissionRequestHandler']>[0]>
type Device = NonNullable<Parameters<Session['setDevicePermissionHandler']>[0]>
type Capture = NonNullable<Parameters<Session['setDisplayMediaRequestHandler']>[0]>
type Permission = Parameters<Check>[1]

/** A session that keeps the rules it is given, and asks them the questions Electron would ask. */
export function createGuardedSession() {
  const set: { check?: Check; ask?: Ask; device?: Device; capture?: Capture; request?: unknown; spelling?: boolean } =
    {}
  let mayRequest: ((details: { url: string }, answer: (verdict: { cancel?: boolean }) => void) => void) | undefined

  const session = {
    setPermissionCheckHandler: (handler) => {
      set.check = handler ?? undefined
    },
    setPermissionRequestHandler: (handler) => {
      set.ask = handler ?? undefined
    },
    setDevicePermissionHandler: (handler) => {
      set.device = handler ?? undefined
    },
    setDisplayMediaRequestHandler: (handler) => {
      set.capture = handler ?? undefined
    },
    setSpellCheckerEnabled: (enabled) => {
      set.spelling = enabled
    },
    webRequest: {
      onBeforeRequest: (handler: unknown) => {
        mayRequest = handler as typeof mayRequest
      },
    },
  } satisfies GuardedSession

  const rules = {
    spelling: () => set.spelling,
    /** Whether the page may use a permission now, without asking. */
    check: (permission: Permission, requestingUrl: string, isMainFrame = true) =>
      set.check?.(null, permission, '', { requestingUrl, isMainFrame }),
    /** Whether the page is given a permission when it asks. */
    ask: (permission: Permission, requestingUrl: string, isMainFrame = true) =>
      new Promise<boolean>((resolve) =>
        set.ask?.({} as Parameters<Ask>[0], permission, resolve, { requestingUrl, isMainFrame }),
      ),
    device: () => set.device?.({} as Parameters<Device>[0]),
    capture: () =>
      new Promise<unknown>((resolve) => set.capture?.({} as Parameters<Capture>[0], (streams) => resolve(streams))),
    request: (url: string) =>
      new Promise<boolean>((resolve) => mayRequest?.({ url }, ({ cancel }) => resolve(cancel !== true))),
  }
  return { session, rules }
}
