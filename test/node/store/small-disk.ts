import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'

/** Mounts a disk of its own over a folder, or says why it cannot. */
export function smallDisk(folder: string, megabytes: number): string | undefined {
  if (process.platform !== 'linux') return 'a small disk is mounted on Linux only'
  if (process.getuid?.() !== 0) return 'mounting a small disk needs root'
  const { status, stderr } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder])
  return status === 0 ? undefined : `a small disk cannot be mounted: ${stderr.toString().trim()}`
}

/** Takes a disk away again, whoever still has a file of it open. */
export const release = (folder: string) => spawnSync('umount', ['-l', folder])

/** Why no small disk can be mounted here; nothing where one can. */
export async function noDisk(): Promise<string | undefined> {
  const folder = await mkdtemp('/tmp/akademi-disk-')
  const reason = smallDisk(folder, 1)
  if (!reason) release(folder)
  await rm(folder, { recursive: true, force: true })
  return reason
}
