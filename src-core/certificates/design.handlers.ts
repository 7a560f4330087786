import type { Handlers } from '../database/dispatcher.ts'
import type { CertificateDesignTable, CertificatePictureTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import { breaksRule, found } from '../kernel/errors.ts'
import { sortKey } from '../kernel/turkish.ts'
import type { Design, DesignRow, designContract, Picture } from './design.contract.ts'
import * as designs from './design.repository.ts'
import { layoutFaults } from './fields.ts'
import { type Layout, parseLayout, picturesIn } from './layout.ts'
import { certificateDocument, drawnPages } from './paper.ts'
import { certificatePage, keepPicture, picturesOf } from './pictures.ts'
import { missingOn, proofPapers, usualName } from './proof.ts'
import { standardLayout, twoPageLayout } from './standard-layout.ts'
import { putIntoForce } from './template.handlers.ts'
import * as templates from './template.repository.ts'

const designAt = async (db: Reader, id: string): Promise<CertificateDesignTable> =>
  found(await designs.designById(db, id), 'certificateDesign', id)

function toRow(row: CertificateDesignTable, activeTemplates: ReadonlySet<string>): DesignRow {
  const { id, rowVersion, name, kind, language, version, templateId, templateVersion } = row
  const active = templateId !== null && activeTemplates.has(templateId)
  return { id, rowVersion, name, kind, language, version, activeVersion: active ? templateVersion : null }
}

async function readActive(db: Reader): Promise<ReadonlySet<string>> {
  const rows = await templates.allTemplates(db)
  return new Set(rows.filter(({ state }) => state === 'ACTIVE').map(({ id }) => id))
}

async function readDesign(db: Reader, id: string): Promise<Design> {
  const row = await designAt(db, id)
  return { ...toRow(row, await readActive(db)), layout: parseLayout(row.layout) }
}

const toPicture = ({ id, hash, name, type, bytes, width, height }: CertificatePictureTable): Picture => ({
  ...{ id, hash, name, type, bytes, width, height },
})

/** A layout may only show pictures that were looked at when they came. */
async function refuseStrangers(db: Reader, layout: Layout): Promise<void> {
  for (const hash of picturesIn(layout)) {
    if (!(await designs.pictureByHash(db, hash))) breaksRule('pictureUnknown')
  }
}

export const designHandlers: Handlers<typeof designContract> = {
  designs: async ({ db }) => {
    const active = await readActive(db)
    return { designs: (await designs.allDesigns(db)).map((row) => toRow(row, active)) }
  },

  getDesign: ({ db, input }) => readDesign(db, input.id),

  addDesign: async ({ db, input, write }) => {
    const { name, kind, language, from } = input
    if (from === 'twoPages' && language !== 'both') breaksRule('twoPagesNeedBoth')
    const layout =
      from === 'standard'
        ? standardLayout(kind, language)
        : from === 'twoPages'
          ? twoPageLayout(kind)
          : parseLayout((await designAt(db, input.designId ?? '')).layout)
    const unused = { version: 1, templateId: null, templateVersion: null }
    const own = { name, kind, language, layout: JSON.stringify(layout), sortKey: sortKey(name), ...unused }
    return readDesign(db, await write.insert('certificateDesign', own))
  },

  saveDesign: async ({ db, input, write }) => {
    const { id, rowVersion, name, layout } = input
    const before = await designAt(db, id)
    await refuseStrangers(db, layout)
    const patch = { name, layout: JSON.stringify(layout), sortKey: sortKey(name), version: before.version + 1 }
    await write.update('certificateDesign', id, patch, rowVersion)
    return readDesign(db, id)
  },

  removeDesign: async ({ db, input, write }) => {
    const row = await designAt(db, input.id)
    if (row.rowVersion === input.rowVersion) await write.removeMany('certificateDesign', [row.id])
    // Somebody saved it since; the version is what says so.
    else await write.update('certificateDesign', row.id, { name: row.name }, input.rowVersion)
    return { name: row.name }
  },

  previewDesign: async ({ db, input, ports, now }) => {
    const { kind, language, layout, who } = input
    const papers = await proofPapers(db, { kind, language }, layout, now)
    const [first, ...others] = papers
    const chosen =
      who === 'letters' ? papers.at(-1) : who === 'longest' ? (others.length > 0 ? first : undefined) : undefined
    // Without the word across it, so that what lies below can be seen; its number is nobody's.
    const { stamp: _, ...shown } = chosen ?? { ...first, holder: { ...first.holder, ...usualName } }
    const { names, pictures } = await picturesOf(ports.files, papers)
    const pages = drawnPages(shown, names).slice(input.page, input.page + 1)
    if (pages.length === 0) breaksRule('pagesOutside', { pages: layout.pages.length })
    return {
      svg: await ports.drawDocument(certificatePage, certificateDocument(pages), pictures),
      proof: {
        texts: papers.map(({ holder }) => holder.name),
        missing: missingOn([...papers, shown], ports.missingLetters),
      },
      faults: [...layoutFaults(layout)],
    }
  },

  activateDesign: async (call) => {
    const { db, input, write } = call
    const design = await designAt(db, input.id)
    const template = await putIntoForce(call, design, parseLayout(design.layout))
    const patch = { templateId: template.id, templateVersion: design.version }
    await write.update('certificateDesign', design.id, patch, input.rowVersion)
    return template
  },

  pictures: async ({ db }) => ({ pictures: (await designs.allPictures(db)).map(toPicture) }),

  addPicture: async ({ db, input, write, ports }) => {
    const { hash, type, width, height } = await keepPicture(input.file, ports)
    const known = await designs.pictureByHash(db, hash)
    if (known) return toPicture(known)
    const sides = {
      width: width === null ? null : Math.round(width),
      height: height === null ? null : Math.round(height),
    }
    const own = { name: input.file.name.normalize('NFC').slice(0, 200), hash, type, bytes: input.file.size, ...sides }
    const id = await write.insert('certificatePicture', own)
    return { id, ...own }
  },
}
