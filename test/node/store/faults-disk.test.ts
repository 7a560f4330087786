import { spawnSync } from 'node:child_process'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { spread, thorough } from '../../thorough.ts'
import { countCalls, examine, runProgram, runWithFault, straceMissing } from './kill-harness.ts'
import { noDisk, release, smallDisk } from './small-disk.ts'
import { openTrialStore, problemOf, temporaryFolder } from './trial-store.ts'

const child = 'test/node/store/child.ts'
const noStrace = straceMissing()
const skipping = (reason: string | undefined) => (reason ? `: skipped, ${reason}` : '')

const withoutDisk = await noDisk()

describe('a full disk', () => {
  test.skipIf(withoutDisk)(
    `refuses what does not fit, keeps what did, and takes on again once there is room${skipping(withoutDisk)}`,
    async () => {
      const folder = await temporaryFolder()
      expect(smallDisk(folder, 12)).toBeUndefined()
      onTestFinished(() => void release(folder))
      const academy = await openTrialStore(folder)
      await academy.add('kept')
      const ballast = join(folder, 'ballast')
      await writeFile(ballast, Buffer.alloc(6 * 1024 * 1024))
      const many = Array.from({ length: 20_000 }, (_, at) => `Unvan ${at}`)
      let answered = 0
      let problem = 'not refused'
      for (let n = 0; n < 20 && problem === 'not refused'; n++) {
        problem = await problemOf(academy.add(...many))
        if (problem === 'not refused') answered++
      }
      expect(problem).toBe('full')
      expect(academy.faults).toEqual([])
      expect(await academy.names()).toHaveLength(1 + answered * many.length)
      expect((await academy.verify()).findings).toEqual([])
      spawnSync('rm', [ballast])
      await academy.add('afterwards')
      expect(await academy.names()).toHaveLength(2 + answered * many.length)
      await academy.close()
      expect(await examine(folder)).toMatchObject({ integrity: ['ok'], findings: [] })
    },
  )

  test.skipIf(withoutDisk)(
    `refuses a backup, leaves no half of one, and the store goes on${skipping(withoutDisk)}`,
    async () => {
      const folder = await temporaryFolder()
      expect(smallDisk(folder, 8)).toBeUndefined()
      onTestFinished(() => void release(folder))
      const academy = await openTrialStore(folder)
      await academy.add(...Array.from({ length: 4000 }, (_, at) => `Unvan ${at}`))
      const ballast = join(folder, 'ballast')
      const free = Number(spawnSync('df', ['--output=avail', '-k', folder]).stdout.toString().split('\n')[1]) - 300
      await writeFile(ballast, Buffer.alloc(Math.max(0, free) * 1024))
      expect(await problemOf(academy.run('access.backUp', {}))).toBe('full')
      expect((await readdir(join(folder, 'backups'))).filter((name) => !name.endsWith('.new'))).toEqual([])
      expect(await academy.names()).toHaveLength(4000)
      spawnSync('rm', [ballast])
      await academy.run('access.backUp', {})
    },
  )

  test.skipIf(withoutDisk)(`opens a store that fills it to the last byte${skipping(withoutDisk)}`, async () => {
    const folder = await temporaryFolder()
    expect(smallDisk(folder, 6)).toBeUndefined()
    onTestFinished(() => void release(folder))
    const academy = await openTrialStore(folder)
    await academy.add('kept')
    await academy.close()
    const ballast = join(folder, 'ballast')
    await writeFile(ballast, Buffer.alloc(16 * 1024 * 1024)).catch(() => undefined)
    expect(await problemOf(openTrialStore(folder))).toBe('full')
    spawnSync('rm', [ballast])
    expect(await (await openTrialStore(folder)).names()).toEqual(['kept'])
  })
})

describe('a disk that fails', () => {
  test.skipIf(noStrace)(
    `at any write is told, loses nothing acknowledged and keeps nothing by halves${skipping(noStrace)}`,
    async () => {
      for (const [error, problem] of [
        ['ENOSPC', /"problem":"full"/],
        ['EIO', /"problem":"(?:other|full)"/],
      ] as const) {
        let halfWay = 0
        for (const at of spread([3, 20, 50, 90, 140], 3)) {
          const folder = await temporaryFolder()
          await (await openTrialStore(folder)).close()
          const fault = `pwrite64:error=${error}:when=${at}+`
          const { lines, said, code } = await runWithFault(fault, child, ['add', folder, '12', '50'])
          const place = `${error} at write ${at}: ${lines.join('; ')} ${said}`
          expect(said, place).toBe('')
          expect(code, place).toBe(lines.some((line) => line.startsWith('not opened')) ? 1 : 0)
          expect(lines.join('\n'), place).toMatch(problem)
          const acked = lines.filter((line) => line.startsWith('acked')).length
          const left = await examine(folder)
          expect(left, place).toMatchObject({ integrity: ['ok'], findings: [] })
          expect(left.names.length % 50, place).toBe(0)
          expect(left.names.length / 50, place).toBe(acked)
          if (acked > 0 && acked < 12) halfWay++
        }
        expect(halfWay).toBeGreaterThan(0)
      }
    },
  )

  test.skipIf(noStrace)(
    `when it cannot sync is asked again: what is answered as done is there, what is refused is not${skipping(noStrace)}`,
    async () => {
      let sawUncertain = false
      // The first command is the last to sync in a program that runs one command; each migration before it syncs too.
      const first = await countCalls('fsync', child, ['add', await temporaryFolder(), '0', '20'])
      const inside = [first - 3, first - 1, first, first + 6, `${first}+2`, `${first - 2}+`]
      const others = [3, first + 3, `${first + 1}+`]
      for (const when of thorough ? [...inside, ...others] : inside) {
        const folder = await temporaryFolder()
        const fault = `fdatasync,fsync:error=EIO:when=${when}`
        const { lines, said } = await runWithFault(fault, child, ['add', folder, '8', '20'])
        const place = `sync ${when}: ${lines.join('; ')} ${said}`
        expect(said, place).toBe('')
        const acked = lines.filter((line) => line.startsWith('acked')).length
        const left = await examine(folder)
        expect(left, place).toMatchObject({ integrity: ['ok'], findings: [] })
        const uncertain = lines.filter((line) => line.includes('uncertain')).length
        expect(uncertain, place).toBeLessThanOrEqual(1)
        expect([acked * 20, (acked + uncertain) * 20], place).toContain(left.names.length)
        sawUncertain ||= uncertain === 1
      }
      expect(sawUncertain).toBe(true)
    },
  )
})

describe('a folder that may only be read', () => {
  const noOther = process.getuid?.() === 0 ? undefined : 'another user can be tried by root only'

  test.skipIf(noOther)(`is told as such, and nothing in it is touched${skipping(noOther)}`, async () => {
    const folder = await temporaryFolder()
    const academy = await openTrialStore(folder)
    await academy.add('kept')
    await academy.close()
    const before = await readFile(join(folder, 'akademi.db'))
    spawnSync('chmod', ['-R', 'a+rX,go-w', folder])
    const { lines, code, said } = await runProgram(child, ['open', folder], { uid: 65534, gid: 65534 })
    expect([lines, code, said]).toEqual([[`not opened ${JSON.stringify({ problem: 'noAccess', folder })}`], 1, ''])
    expect(await readFile(join(folder, 'akademi.db'))).toEqual(before)
  })

  test.skipIf(withoutDisk)(`on a disk mounted for reading is told as such${skipping(withoutDisk)}`, async () => {
    const folder = await temporaryFolder()
    expect(smallDisk(folder, 12)).toBeUndefined()
    onTestFinished(() => void release(folder))
    const academy = await openTrialStore(folder)
    await academy.add('kept')
    await academy.close()
    spawnSync('mount', ['-o', 'remount,ro', folder])
    expect(await problemOf(openTrialStore(folder))).toBe('readOnly')
    spawnSync('mount', ['-o', 'remount,rw', folder])
    expect(await (await openTrialStore(folder)).names()).toEqual(['kept'])
  })
})
