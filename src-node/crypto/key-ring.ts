import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Ports } from '../../src-core/kernel/ports.ts'
import { writeWhole } from '../store/durable.ts'
import { createSeal } from './seal.ts'

export type KeyRing = {
  /** Seals under the newest key, opens what any key of the ring has sealed. */
  readonly seal: Ports['seal']
  /** JSON text with every value that an older key sealed under the newest one; the same text gives the same text. */
  renew(json: string): string
  /** From now on the newest key; the ring is on the disk when this is done. */
  take(key: Uint8Array): Promise<void>
}

/** A sealed value as it stands in JSON. */
const sealedValue = /"(1\.[A-Za-z0-9+/]{38,}={0,2})"/g

/**
 * The keys of a store: its own, and those of portals that it joined. They lie beside the database, sealed under the host's own key, so that
 * neither a backup nor a copy of the store opens anything.
 */
export async function openKeyRing(folder: string, dataKey: Uint8Array): Promise<KeyRing> {
  const path = join(folder, 'portal-keys')
  const own = createSeal(dataKey)
  const kept = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  let keys: readonly string[] = kept === undefined ? [] : JSON.parse(own.open(kept))
  let seals = sealsOf(keys, own)
  const newest = () => seals[0] ?? own

  const open = (text: string): string => {
    for (const seal of seals.slice(0, -1)) {
      const plain = opened(seal, text)
      if (plain !== undefined) return plain
    }
    return own.open(text)
  }

  return {
    seal: { seal: (plain, freshId) => newest().seal(plain, freshId), open },

    renew: (json) => {
      if (seals.length === 1) return json
      return json.replace(sealedValue, (whole, text: string) => {
        if (opened(newest(), text) !== undefined) return whole
        for (const older of seals.slice(1)) {
          const plain = opened(older, text)
          // The old text stands for no other value, so that its nonce is used for no other.
          if (plain !== undefined) return JSON.stringify(newest().seal(plain, text))
        }
        return whole
      })
    },

    take: async (key) => {
      const text = Buffer.from(key).toString('base64')
      if (keys[0] === text) return
      const next = [text, ...keys.filter((one) => one !== text)]
      await writeWhole(path, own.seal(JSON.stringify(next), `${path} ${text}`))
      keys = next
      seals = sealsOf(keys, own)
    },
  }
}

const sealsOf = (keys: readonly string[], own: Ports['seal']): readonly Ports['seal'][] => [
  ...keys.map((key) => createSeal(Buffer.from(key, 'base64'))),
  own,
]

function opened(seal: Ports['seal'], text: string): string | undefined {
  try {
    return seal.open(text)
  } catch {
    return undefined
  }
}
