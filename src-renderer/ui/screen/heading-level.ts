import { createContext } from 'react'

/** The heading that a section has here: 2 on a page, 3 in a panel, whose title is a 2. */
export const HeadingLevel = createContext<2 | 3>(2)
