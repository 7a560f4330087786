import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runProgram } from '../node/store/kill-harness.ts'
import { openTrialStore, temporaryFolder } from '../node/store/trial-store.ts'

const akademi = async (...args: readonly string[]) => {
  const { lines, code, said } = await runProgram('src-main/cli/akademi.ts', args)
  return { code, said, json: lines.length > 0 ? JSON.parse(lines.join('\n')) : undefined }
}

test('the shell lists the backups of a store that does not open and brings it back from the newest', async () => {
  const folder = await temporaryFolder()
  const academy = await openTrialStore(folder)
  await academy.add('kept')
  await academy.run('access.backUp', {})
  await academy.close()
  await writeFile(join(folder, 'akademi.db'), 'no database')
  const list = await akademi('backups', '--store', folder)
  expect(list).toMatchObject({ code: 0, json: [{ kind: 'manual', entries: 1 }] })
  const refused = await akademi('restore', 'nonesuch', '--store', folder)
  expect(refused).toMatchObject({ code: 1, json: { refused: { code: 'NOT_FOUND' } } })
  expect((await akademi('restore', '--store', folder)).code).toBe(2)
  const restored = await akademi('restore', 'newest', '--store', folder)
  expect(restored).toMatchObject({ code: 0, json: { backup: list.json[0].name, entries: 1 } })
  expect(await (await openTrialStore(folder)).names()).toEqual(['kept'])
})

test('the shell brings a store back from a file kept elsewhere, and refuses another academy’s', async () => {
  const [mine, other] = [await temporaryFolder(), await temporaryFolder()]
  for (const folder of [mine, other]) {
    const academy = await openTrialStore(folder)
    await academy.add(folder === mine ? 'mine' : 'foreign')
    await academy.run('access.backUp', {})
    await academy.close()
  }
  const backupIn = async (folder: string) =>
    join(folder, 'backups', (await readdir(join(folder, 'backups'))).find((name) => name.endsWith('.db')) ?? '')
  const refused = await akademi('restore', '--from', await backupIn(other), '--store', mine)
  expect(refused).toMatchObject({ code: 1, json: { refused: { data: { rule: 'backupOfOtherStore' } } } })
  expect(refused.said).toContain('başka bir akademinin')
  expect(await akademi('restore', '--from', await backupIn(mine), '--store', mine)).toMatchObject({ code: 0 })
  expect(await (await openTrialStore(mine)).names()).toEqual(['mine'])
})
