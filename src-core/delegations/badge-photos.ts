import type { Reader } from '../database/store.ts'
import { sha256 } from '../kernel/hash.ts'
import type { Ports } from '../kernel/ports.ts'
import type { Dossier } from './dossier.ts'
import { badgesDocument } from './paper-programme.ts'
import { photosOf } from './photo.repository.ts'
import { template } from './sheet.ts'

type Photos = readonly { readonly participantId: string; readonly name: string; readonly bytes: Uint8Array }[]

/** Photographs of these people that stand, opened. Their names hold the hash of what they show, as the typesetter wants it. */
async function openPhotos(db: Reader, people: Dossier['people'], { seal }: Pick<Ports, 'seal'>): Promise<Photos> {
  const ids = people.map(({ id }) => id)
  return (await photosOf(db, ids)).flatMap(({ participantId, photoSealed }) => {
    if (photoSealed === null) return []
    const text = seal.open(photoSealed)
    return [{ participantId, name: `photo-${sha256(text)}.jpg`, bytes: new Uint8Array(Buffer.from(text, 'base64')) }]
  })
}

type Printing = {
  readonly db: Reader
  readonly ports: Pick<Ports, 'seal' | 'printDocument' | 'drawDocument'>
  readonly now: string
}

/** The badges with the photographs that participants sent. One that cannot be drawn is left out, and stops no other's badge. */
export async function printBadges(dossier: Dossier, { db, ports, now }: Printing): Promise<Uint8Array> {
  const documentWith = (photos: Photos) =>
    badgesDocument(dossier, new Map(photos.map(({ participantId, name }) => [participantId, name])))
  const picturesOf = (photos: Photos) => Object.fromEntries(photos.map(({ name, bytes }) => [name, bytes]))
  const print = (photos: Photos): Promise<Uint8Array> =>
    ports.printDocument(template, documentWith(photos), now, { pictures: picturesOf(photos) })
  const canBeDrawn = async (photo: Photos[number]): Promise<boolean> => {
    const { badges, ...rest } = documentWith([photo])
    const one = { ...rest, badges: badges.filter((badge) => badge.photo !== null) }
    return ports.drawDocument(template, one, picturesOf([photo])).then(
      () => true,
      () => false,
    )
  }
  const photos = await openPhotos(db, dossier.people, ports)
  try {
    return await print(photos)
  } catch (error) {
    // What the typesetter refuses of a photograph is found by drawing each alone; that is only worth while when one was refused.
    const drawn: (typeof photos)[number][] = []
    for (const photo of photos) if (await canBeDrawn(photo)) drawn.push(photo)
    if (drawn.length === photos.length) throw error
    return print(drawn)
  }
}
