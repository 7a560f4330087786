import { useSyncExternalStore } from 'react'
import { connection } from './api.ts'
import type { ConnectionState } from './connection.ts'

/** How the window and the service stand to each other. */
export const useConnectionState = (): ConnectionState => useSyncExternalStore(connection.subscribe, connection.state)
