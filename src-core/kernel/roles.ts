/** Roles of the officers' desktop. */
export const officerRoles = ['SA', 'TM', 'TO', 'CR', 'DC', 'EC', 'AU'] as const

export type OfficerRole = (typeof officerRoles)[number]

/**
 * Roles on the portal: unit manager, unit coordinator, trainer, staff, public body, citizen, and by a personal link host and
 * participant of a delegation. Nobody is given one by hand: they follow from the staff list, from the door an account came in by
 * and from the link (`src-core/access/portal-actor.ts`).
 */
export const portalRoles = ['UM', 'UC', 'TR', 'ST', 'PB', 'CI', 'HO', 'PA'] as const

export type PortalRole = (typeof portalRoles)[number]

export type Role = OfficerRole | PortalRole

/** Whom an operation serves: listed roles, anyone signed in, or anyone at all (sign-in and first start). */
export type Callers = readonly Role[] | 'signedIn' | 'anyone'
