import { boardContract } from './board.contract.ts'
import { collectContract } from './collect.contract.ts'
import { cycleContract } from './cycle.contract.ts'
import { needImportContract } from './import.contract.ts'
import { managerMailsContract } from './manager-mails.contract.ts'
import { mergeContract } from './merge.contract.ts'
import { needListContract } from './need-list.contract.ts'
import { ownFormContract } from './own-form.contract.ts'
import { priorityContract } from './priority.contract.ts'
import { reportContract } from './report.contract.ts'
import { resultsContract } from './results.contract.ts'
import { todayContract } from './today.contract.ts'
import { unitDeskContract } from './unit-desk.contract.ts'
import { unitFormsContract } from './unit-forms.contract.ts'

/** Training needs: the yearly cycle, collecting, looking, deciding. Each piece has its own contract and handlers. */
export const needsContract = {
  ...cycleContract,
  ...collectContract,
  ...boardContract,
  ...needListContract,
  ...todayContract,
  ...needImportContract,
  ...mergeContract,
  ...priorityContract,
  ...resultsContract,
  ...reportContract,
  ...ownFormContract,
  ...unitFormsContract,
  ...unitDeskContract,
  ...managerMailsContract,
}
