import { feature } from '../database/dispatcher.ts'
import { boardHandlers } from './board.handlers.ts'
import { cycleHandlers } from './cycle.handlers.ts'
import { formHandlers } from './form.handlers.ts'
import { needImportHandlers } from './import.handlers.ts'
import { managerMailsHandlers } from './manager-mails.handlers.ts'
import { mergeHandlers } from './merge.handlers.ts'
import { needListHandlers } from './need-list.handlers.ts'
import { needsContract } from './needs.contract.ts'
import { ownFormHandlers } from './own-form.handlers.ts'
import { priorityHandlers } from './priority.handlers.ts'
import { reportHandlers } from './report.handlers.ts'
import { resultsHandlers } from './results.handlers.ts'
import { todayHandlers } from './today.handlers.ts'
import { unitDeskHandlers } from './unit-desk.handlers.ts'
import { unitFormsHandlers } from './unit-forms.handlers.ts'
import { unitNeedHandlers } from './unit-need.handlers.ts'

export const needs = feature(needsContract, {
  ...cycleHandlers,
  ...formHandlers,
  ...unitNeedHandlers,
  ...boardHandlers,
  ...needListHandlers,
  ...todayHandlers,
  ...needImportHandlers,
  ...mergeHandlers,
  ...priorityHandlers,
  ...resultsHandlers,
  ...reportHandlers,
  ...ownFormHandlers,
  ...unitFormsHandlers,
  ...unitDeskHandlers,
  ...managerMailsHandlers,
})
