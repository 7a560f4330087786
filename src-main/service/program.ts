import type { Connection } from '../../src-core/kernel/context.ts'

/** The program itself, when it does by the calendar what nobody has to ask for. */
export const program: Connection = {
  source: 'service',
  actor: { id: 'program', name: 'Akademi', roles: 'all' },
  session: null,
  locked: false,
}
