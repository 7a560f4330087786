import type { Writer } from '../database/writer.ts'
import { topicsById } from './catalogue.repository.ts'
import { columnsOfFields, costsOfFields, newLine } from './line-draft.ts'
import { costsFrom, type PlanListAnalysis } from './list.analysis.ts'
import type { Plan } from './plan.ts'
import { addLines, type NewLine, replaceCosts, searchKeysOf } from './plan-change.ts'
import { ratesOf } from './rates.ts'

/** Writes what a workbook adds to a plan and changes in it. What it adds is the management's wish until somebody says otherwise. */
export async function writePlanList(
  write: Writer,
  plan: Plan,
  { added, changed }: Pick<PlanListAnalysis, 'added' | 'changed'>,
  changeReason: string | null,
): Promise<void> {
  const topics = await topicsById(
    write.db,
    added.flatMap(({ topicId }) => topicId ?? []),
  )
  const rates = await ratesOf(write.db)
  const lines: NewLine[] = []
  for (const { topicId, fields, score, costs } of added) {
    lines.push({
      ...newLine,
      ...columnsOfFields(fields),
      code: topicId === null ? null : (topics.get(topicId)?.code ?? null),
      topicId,
      source: 'management',
      scoreTenths: score === null ? null : score * 10,
      changeReason,
      costs: costs ? costsFrom(costs, []) : await costsOfFields(write.db, fields, rates),
    })
  }
  await addLines(write, plan.id, lines)
  for (const { line, fields, costs } of changed) {
    const patch = { ...columnsOfFields(fields), ...searchKeysOf(line.code, fields.name), changeReason }
    await write.update('planLine', line.id, patch)
    if (costs.size > 0) await replaceCosts(write, line.id, costsFrom(costs, line.costs))
  }
}
