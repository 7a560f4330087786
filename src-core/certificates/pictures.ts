import { OperationError } from '../kernel/errors.ts'
import type { Ports } from '../kernel/ports.ts'
import type { TrainingSnapshot } from './certificate.ts'
import { type Layout, picturesIn } from './layout.ts'
import { certificateDocument } from './paper.ts'
import { type PictureFacts, pictureFacts } from './picture.rules.ts'

/** What the typesetter calls each picture, by the hash of its bytes, and the bytes by that name. */
export type Pictures = {
  readonly names: ReadonlyMap<string, string>
  readonly pictures: Readonly<Record<string, Uint8Array>>
}

type Pictured = { readonly layout: Layout; readonly training: Pick<TrainingSnapshot, 'logoLeft' | 'logoRight'> }

/** Every picture that some certificates show: logos, backgrounds, and what their layouts bring. */
export function picturesOf(files: Ports['files'], papers: Iterable<Pictured>): Promise<Pictures> {
  const hashes = new Set<string | null>()
  const layouts = new Set<Layout>()
  for (const { layout, training } of papers) {
    hashes.add(training.logoLeft).add(training.logoRight)
    layouts.add(layout)
  }
  for (const layout of layouts) for (const hash of picturesIn(layout)) hashes.add(hash)
  return picturesAt(files, hashes)
}

/** A picture that is no longer kept is left out; a damaged one is refused by the store of files. */
async function picturesAt(files: Ports['files'], hashes: Iterable<string | null>): Promise<Pictures> {
  const names = new Map<string, string>()
  const pictures: Record<string, Uint8Array> = {}
  for (const hash of hashes) {
    if (hash === null) continue
    const bytes = await files.get(hash)
    const facts = bytes && pictureFacts(bytes)
    if (!bytes || !facts || 'problem' in facts) continue
    const name = `picture-${hash}.${facts.type}`
    names.set(hash, name)
    pictures[name] = bytes
  }
  return { names, pictures }
}

/** Keeps an uploaded picture by its hash. Refused with a reason: what is none, is too large, or what the typesetter cannot draw. */
export async function keepPicture(file: File, ports: Ports): Promise<{ readonly hash: string } & PictureFacts> {
  const refuse = (problem: string): never => {
    throw new OperationError('INVALID_FILE', { problem, file: file.name })
  }
  const bytes = new Uint8Array(await file.arrayBuffer())
  const facts = pictureFacts(bytes)
  if ('problem' in facts) return refuse(facts.problem)
  const hash = await ports.files.put(bytes)
  const { names, pictures } = await picturesAt(ports.files, [hash])
  const element = { type: 'picture', x: 0, y: 0, w: 50, h: 50, file: names.get(hash), fit: 'contain', alt: '' }
  const page = { width: 50, height: 50, elements: [element] }
  try {
    await ports.drawDocument(certificatePage, certificateDocument([page]), pictures)
  } catch {
    // Whatever is wrong inside it, this picture would stop every certificate it stands on.
    return refuse('notAPicture')
  }
  return { hash, ...facts }
}

/** Where certificates are drawn, below `resources`. */
export const certificatePage = 'documents/certificate.typ'
