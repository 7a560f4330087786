import { describe, expect, it } from 'vitest'
import { refusal } from './collecting-office.ts'
import { factsOf, manager, openDecidingSample } from './deciding-sample.ts'

type Bench = {
  groups: {
    key: string
    lines: number
    persons: number
    wordings: { key: string; lines: number; persons: number }[]
    suggestions: { topicId: string }[]
  }[]
  lines: number
  merged: number
}

async function openBench() {
  const sample = await openDecidingSample()
  const { cycleId } = sample
  const bench = (): Promise<Bench> => sample.run('needs.freeTexts', { cycleId }, manager)
  const merge = (
    keys: readonly string[],
    topicId: string,
  ): Promise<{ mergeId: string; lines: number; aliases: number }> =>
    sample.run('needs.merge', { cycleId, keys, topicId }, manager)
  return { ...sample, bench, merge }
}

describe('the merge bench', () => {
  it('splits back exactly: every line and alias is what it was before', async () => {
    const sample = await openBench()
    const lines = await factsOf(sample, 'needLine')
    const { groups } = await sample.bench()
    const group = groups.find(({ suggestions }) => suggestions.length > 0)
    const topicId = group?.suggestions[0]?.topicId ?? ''
    const keys = groups.slice(0, 5).flatMap(({ wordings }) => wordings.map(({ key }) => key))
    const merged = await sample.merge(keys, topicId)
    expect(merged.lines).toBe(groups.slice(0, 5).reduce((sum, one) => sum + one.lines, 0))
    expect(await factsOf(sample, 'needLine')).not.toEqual(lines)
    const split = await sample.run('needs.splitBack', { mergeId: merged.mergeId }, manager)
    expect(split).toMatchObject({ lines: merged.lines, changedSince: 0, aliases: merged.aliases })
    expect(await factsOf(sample, 'needLine')).toEqual(lines)
    expect((await sample.bench()).groups).toEqual(groups)
  })

  it('keeps every original wording while a line has its topic', async () => {
    const sample = await openBench()
    const before = new Map((await factsOf(sample, 'needLine')).map((line) => [idOf(line), textOf(line)]))
    const [group] = (await sample.bench()).groups
    const topicId = group?.suggestions[0]?.topicId ?? ''
    await sample.merge(group?.wordings.map(({ key }) => key) ?? [], topicId)
    const after = await factsOf(sample, 'needLine')
    expect(after.filter((line) => (line as { topicId: string }).topicId === topicId).length).toBeGreaterThan(0)
    for (const line of after) expect(textOf(line)).toBe(before.get(idOf(line)))
  })

  it('counts down: what is merged no longer waits, and both numbers add up to the beginning', async () => {
    const sample = await openBench()
    const before = await sample.bench()
    const [group] = before.groups
    const { lines } = await sample.merge(
      group?.wordings.map(({ key }) => key) ?? [],
      group?.suggestions[0]?.topicId ?? '',
    )
    const after = await sample.bench()
    expect(after.lines).toBe(before.lines - lines)
    expect(after.lines + after.merged).toBe(before.lines)
  })

  it('leaves a line alone that was given another topic since', async () => {
    const sample = await openBench()
    const { groups } = await sample.bench()
    const [first, second] = groups.filter(({ suggestions }) => suggestions.length > 0)
    const { mergeId, lines } = await sample.merge([first?.wordings[0]?.key ?? ''], first?.suggestions[0]?.topicId ?? '')
    const line = await sample.academy.opened.store.read((db) =>
      db.selectFrom('mergeLine').select('lineId').where('mergeId', '=', mergeId).executeTakeFirstOrThrow(),
    )
    const topicId = second?.suggestions[0]?.topicId ?? ''
    await sample.academy.opened.store.write(({ db }) =>
      db.updateTable('needLine').set({ topicId }).where('id', '=', line.lineId).execute(),
    )
    expect(await sample.run('needs.splitBack', { mergeId }, manager)).toMatchObject({
      lines: lines - 1,
      changedSince: 1,
    })
  })

  it('counts a person once who asked with two alike wordings', async () => {
    const sample = await openBench()
    for (const group of (await sample.bench()).groups) {
      expect(group.persons).toBeLessThanOrEqual(group.wordings.reduce((sum, { persons }) => sum + persons, 0))
      expect(group.persons).toBeGreaterThanOrEqual(Math.max(...group.wordings.map(({ persons }) => persons)))
    }
  })

  it('gives a proposed topic that the catalogue has already instead of a second one', async () => {
    const sample = await openBench()
    const first = await sample.run('needs.proposeTopic', { name: 'Arıcılık Eğitimi' }, manager)
    expect(await sample.run('needs.proposeTopic', { name: 'ARICILIK  eğitimi' }, manager)).toEqual(first)
  })

  it('refuses to split back twice, and to merge what has its topic already', async () => {
    const sample = await openBench()
    const [group] = (await sample.bench()).groups
    const keys = group?.wordings.map(({ key }) => key) ?? []
    const topicId = group?.suggestions[0]?.topicId ?? ''
    const { mergeId } = await sample.merge(keys, topicId)
    expect(await refusal(sample.merge(keys, topicId))).toBe('nothingToMerge')
    await sample.run('needs.splitBack', { mergeId }, manager)
    expect(await refusal(sample.run('needs.splitBack', { mergeId }, manager))).toBe('alreadySplitBack')
  })
})

const idOf = (line: unknown): string => (line as { id: string }).id
const textOf = (line: unknown): string | null => (line as { freeText: string | null }).freeText
