/** Roles of the officers' desktop. */
export const officerRoles = ['SA', 'TM', 'TO', 'CR', 'DC', 'EC', 'AU'] as const

export type OfficerRole = (typeof officerRoles)[number]

/** Whom an operation serves: listed roles, anyone signed in, or anyone at all (sign-in and first start). */
export type Callers = readonly OfficerRole[] | 'signedIn' | 'anyone'
