import { sha256 } from '../kernel/hash.ts'
import type { Portal, SyncMeans } from './client.ts'
import { hashesIn } from './incoming.ts'
import { bytesInChunk, type Pushed } from './protocol.ts'
import { readState, saveState } from './state.ts'

const askedAtOnce = 500
/** Files fetched in one round; the rest comes in the next ones. */
const fetchedAtOnce = 50

/** Uploads the files that some commands name, before the commands themselves. What was cut off goes on where it ended. */
export async function sendFiles({ files: { files } }: SyncMeans, portal: Portal, commands: readonly Pushed[]) {
  const named = [...new Set(commands.flatMap(({ input }) => hashesIn(JSON.stringify(input ?? null))))]
  const here: string[] = []
  for (const hash of named) if (await files.get(hash)) here.push(hash)
  for (let at = 0; at < here.length; at += askedAtOnce) {
    const { have } = await portal.files({ hashes: here.slice(at, at + askedAtOnce) })
    for (const [hash, there] of Object.entries(have)) {
      const bytes = await files.get(hash)
      if (bytes && there !== -1) await sendFile(portal, hash, bytes, there)
    }
  }
}

async function sendFile(portal: Portal, hash: string, bytes: Uint8Array, from: number): Promise<void> {
  // A file that had to begin anew begins anew once; the portal then lacks what this desktop cannot give.
  let begunAnew = from === 0
  for (let have = from; have !== -1; ) {
    const piece = bytes.subarray(have, have + bytesInChunk)
    const base64 = Buffer.from(piece).toString('base64')
    const next = (await portal.putChunk({ hash, start: have, size: bytes.length, base64 })).have
    if (next !== -1 && next <= have) {
      if (begunAnew) return
      begunAnew = true
    }
    have = next
  }
}

/** Fetches files that rows name and that are not here, some at a time. A hash that the portal has no file for names none. */
export async function fetchFiles({ store, files: { files, partial } }: SyncMeans, portal: Portal, signal: AbortSignal) {
  const { wanted = [] } = await store.read(readState)
  if (wanted.length === 0) return
  const missing: string[] = []
  for (const hash of wanted) if (!(await files.get(hash))) missing.push(hash)
  const there: string[] = []
  for (let at = 0; at < missing.length; at += askedAtOnce) {
    const { have } = await portal.files({ hashes: missing.slice(at, at + askedAtOnce) })
    for (const [hash, size] of Object.entries(have)) if (size === -1) there.push(hash)
  }
  const left = new Set(there)
  for (const hash of there.slice(0, fetchedAtOnce)) {
    if (signal.aborted) break
    let have = await partial.size(hash)
    for (;;) {
      const piece = await portal.getChunk({ hash, start: have })
      if (!piece) break
      if (piece.base64 !== '') have = await partial.append(hash, Buffer.from(piece.base64, 'base64'))
      if (have < piece.size && piece.base64 !== '') continue
      const whole = await partial.read(hash)
      await partial.drop(hash)
      if (sha256(whole) === hash) await files.put(whole)
      break
    }
    left.delete(hash)
  }
  await store.write(({ db }) => saveState(db, { wanted: left.size > 0 ? [...left] : undefined }))
}
