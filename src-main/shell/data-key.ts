import { randomBytes } from 'node:crypto'
import { link, mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { SafeStorage } from 'electron'
import type { ServiceProblem } from '../../src-preload/bridge.ts'

const keyLength = 32

export type DataKey = { readonly key: Uint8Array } | { readonly problem: Extract<ServiceProblem, `key${string}`> }

/** The part of Electron's safeStorage that is used. */
export type Vault = Pick<
  SafeStorage,
  'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'
>

/**
 * The 32 byte key of the sensitive columns, kept in `file` encrypted by the operating system for this officer. It is made
 * at the first call. A key file that cannot be read is never replaced: another key would make what it protects unreadable
 * for ever.
 */
export async function dataKey(vault: Vault, file: string, platform: string): Promise<DataKey> {
  if (!(await canEncrypt(vault, platform))) return { problem: 'keyUnavailable' }
  const existing = await readIfThere(file)
  if (existing) return decrypted(vault, file, existing)
  const key = randomBytes(keyLength)
  const created = await writeNew(file, await vault.encryptStringAsync(key.toString('base64')))
  return created ? { key: alone(key) } : dataKey(vault, file, platform)
}

async function canEncrypt(vault: Vault, platform: string): Promise<boolean> {
  // On Linux without a keyring the vault "encrypts" with a key that everybody knows.
  if (platform === 'linux' && vault.getSelectedStorageBackend() === 'basic_text') return false
  return vault.isAsyncEncryptionAvailable()
}

async function decrypted(vault: Vault, file: string, encrypted: Buffer): Promise<DataKey> {
  try {
    const { result, shouldReEncrypt } = await vault.decryptStringAsync(encrypted)
    const key = Buffer.from(result, 'base64')
    if (key.length !== keyLength) return { problem: 'keyUnreadable' }
    if (shouldReEncrypt) await replace(file, await vault.encryptStringAsync(result))
    return { key: alone(key) }
  } catch {
    return { problem: 'keyUnreadable' }
  }
}

/** A copy with memory of its own: a Buffer shares its memory with others, which would travel to the service with it. */
const alone = (bytes: Buffer): Uint8Array => Uint8Array.from(bytes)

async function readIfThere(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file)
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined
    throw error
  }
}

/** False when another start of Akademi has made the key in the meantime: the first one counts. */
async function writeNew(file: string, content: Buffer): Promise<boolean> {
  const draft = await writeDraft(file, content)
  try {
    await link(draft, file)
    return true
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false
    throw error
  } finally {
    await rm(draft, { force: true })
  }
}

async function replace(file: string, content: Buffer): Promise<void> {
  await rename(await writeDraft(file, content), file)
}

async function writeDraft(file: string, content: Buffer): Promise<string> {
  await mkdir(dirname(file), { recursive: true })
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
  const handle = await open(draft, 'wx', 0o600)
  try {
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
  return draft
}

const isCode = (error: unknown, code: string) => error instanceof Error && 'code' in error && error.code === code
