import type { OfficerRole } from '../kernel/roles.ts'

/** Who sees certificates, their groups and templates (product: permissions). */
export const readers: readonly OfficerRole[] = ['TM', 'TO', 'CR', 'DC', 'AU']

/** Who records an occasion and its participants and proposes them. */
export const proposers: readonly OfficerRole[] = ['TO', 'DC']

/** Who approves what was proposed, activates templates and revokes. */
export const approvers: readonly OfficerRole[] = ['TM']

/** Who issues, prints, corrects, voids and hands over. */
export const registrars: readonly OfficerRole[] = ['CR']

/** Who keeps the settings of certificates; the manager and the registrar only read them. */
export const settingKeepers: readonly OfficerRole[] = ['SA']
