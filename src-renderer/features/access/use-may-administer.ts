import { holds, useOfficer } from '../../app/session.ts'

/** Whether the officer at work administers the academy; the others who come here only read. */
export const useMayAdminister = (): boolean => holds(useOfficer(), ['SA'])
