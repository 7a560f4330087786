import { z } from 'zod'
import { command } from '../kernel/operation.ts'

/** What the portal's calendar tells managers by itself. */
export const managerMailsContract = {
  /**
   * On working days of the open window: TNA-04 to each manager whose people's forms wait for her, and in the window's last three
   * days TNA-07, once, to each whose people have not answered. A second time on one day writes nothing.
   */
  mailManagers: command([], { local: true, unlogged: true }).output(
    z.object({ waiting: z.number().int(), silent: z.number().int() }),
  ),
}
