import { saveSetting } from '../access/index.ts'
import type { CommandCall, Handlers } from '../database/dispatcher.ts'
import type { CertificateKind, CertificateLanguage } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import { breaksRule } from '../kernel/errors.ts'
import { certificateKinds, certificateLanguages } from './certificate.ts'
import { allDesigns } from './design.repository.ts'
import { layoutFaults } from './fields.ts'
import { type Layout, parseLayout } from './layout.ts'
import { certificateDocument, drawnPages } from './paper.ts'
import { certificatePage, keepPicture, picturesOf } from './pictures.ts'
import { missingOn, proofPapers } from './proof.ts'
import { type CertificateSettings, settingKey } from './settings.ts'
import { allKeys } from './signing.repository.ts'
import { rotateKey } from './signing.ts'
import { standardLayout } from './standard-layout.ts'
import { readSettings } from './stored-settings.ts'
import type { Template, templateContract } from './template.contract.ts'
import * as templates from './template.repository.ts'

type Which = { readonly kind: CertificateKind; readonly language: CertificateLanguage }

async function listTemplates(db: Reader): Promise<Template[]> {
  const rows = await templates.allTemplates(db)
  const drawn = new Set((await allDesigns(db)).map(({ templateId }) => templateId))
  return certificateKinds.flatMap((kind) =>
    certificateLanguages.map((language): Template => {
      const own = rows.filter((row) => row.kind === kind && row.language === language)
      const active = own.find((row) => row.state === 'ACTIVE')
      return {
        kind,
        language,
        id: active?.id ?? null,
        version: active?.version ?? 0,
        active: active !== undefined,
        newer:
          active !== undefined &&
          !drawn.has(active.id) &&
          JSON.stringify(parseLayout(active.layout)) !== JSON.stringify(standardLayout(kind, language)),
      }
    }),
  )
}

/**
 * Proves a layout and issues with it from now on; the one before is retired and stays what was issued with it. Refused: a letter
 * that cannot be printed, a field nobody knows, and a paper that could not be told from another.
 */
export async function putIntoForce(
  { db, ports, write, now }: Pick<CommandCall<unknown>, 'db' | 'ports' | 'write' | 'now'>,
  { kind, language }: Which,
  layout: Layout,
): Promise<Template & { readonly id: string }> {
  const [fault] = layoutFaults(layout)
  if (fault?.fault === 'fieldUnknown') breaksRule('fieldUnknown', { field: fault.field })
  if (fault?.fault === 'lacks') breaksRule('designLacks', { what: fault.what })
  const [first] = missingOn(await proofPapers(db, { kind, language }, layout, now), ports.missingLetters)
  if (first) breaksRule('letterMissing', first)
  const active = await templates.activeTemplate(db, kind, language)
  const own = JSON.stringify(layout)
  if (active && JSON.stringify(parseLayout(active.layout)) === own) breaksRule('templateActive')
  if (active) await write.update('certificateTemplate', active.id, { state: 'RETIRED' })
  const version = (await templates.lastVersion(db, kind, language)) + 1
  const row = { kind, language, version, layout: own, state: 'ACTIVE' } as const
  const id = await write.insert('certificateTemplate', row)
  return { kind, language, id, version, active: true, newer: false }
}

const signed = (settings: CertificateSettings): string => JSON.stringify(settings)

export const templateHandlers: Handlers<typeof templateContract> = {
  templates: async ({ db }) => ({ templates: await listTemplates(db) }),

  previewTemplate: async ({ db, input, ports, now }) => {
    const active = await templates.activeTemplate(db, input.kind, input.language)
    const layout = active ? parseLayout(active.layout) : standardLayout(input.kind, input.language)
    const papers = await proofPapers(db, input, layout, now)
    const { names, pictures } = await picturesOf(ports.files, papers)
    const data = certificateDocument(drawnPages(papers[0], names))
    return {
      svg: await ports.drawDocument(certificatePage, data, pictures),
      proof: { texts: papers.map(({ holder }) => holder.name), missing: missingOn(papers, ports.missingLetters) },
    }
  },

  activateTemplate: (call) => putIntoForce(call, call.input, standardLayout(call.input.kind, call.input.language)),

  certificateSettings: ({ db }) => readSettings(db),

  changeCertificateSettings: async ({ db, input, write }) => {
    const said = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))
    const next: CertificateSettings = { ...(await readSettings(db)), ...said }
    await saveSetting(write, settingKey, signed(next))
    return next
  },

  setLogo: async ({ db, input, ports, write }) => {
    const hash = input.file ? (await keepPicture(input.file, ports)).hash : null
    const settings = await readSettings(db)
    const next = { ...settings, ...(input.side === 'left' ? { logoLeft: hash } : { logoRight: hash }) }
    await saveSetting(write, settingKey, signed(next))
    return next
  },

  signingKeys: async ({ db }) => ({
    keys: (await allKeys(db)).map((row) => ({
      id: row.id,
      publicKey: row.publicKey,
      active: row.state === 'ACTIVE',
      since: row.createdAt,
      until: row.endedAt,
      reason: row.endReason,
    })),
  }),

  rotateSigningKey: async ({ input, write, ports, now }) => {
    const { id, signer } = await rotateKey(write, ports, now, input.reason)
    return { id, publicKey: signer.publicKey }
  },
}
