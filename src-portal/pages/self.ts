import { createContext, useContext } from 'react'
import type { Outputs } from './api.ts'

type Here = Outputs['access']['portalSelf'] & { readonly refresh: () => void }

/** Who is signed in, and how to ask again after that has changed. */
export const Self = createContext<Here>({ self: null, institution: '', noticeVersion: '', refresh: () => undefined })

export const useSelf = (): Here => useContext(Self)
