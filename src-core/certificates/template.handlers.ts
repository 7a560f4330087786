import { saveSetting } from '../access/index.ts'
import type { Handlers } from '../database/dispatcher.ts'
import type { CertificateKind, CertificateLanguage } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import { breaksRule, OperationError } from '../kernel/errors.ts'
import { certificateKinds, certificateLanguages } from './certificate.ts'
import type { Layout } from './layout.ts'
import { drawnPage, type Paper } from './paper.ts'
import { missingOn, testLine } from './proof.ts'
import { type CertificateSettings, settingKey } from './settings.ts'
import { allKeys } from './signing.repository.ts'
import { rotateKey } from './signing.ts'
import { picturesOf, pictureType, trainingSnapshot } from './snapshot.ts'
import { standardLayout } from './standard-layout.ts'
import { readSettings } from './stored-settings.ts'
import type { Template, templateContract } from './template.contract.ts'
import * as templates from './template.repository.ts'

/** Where certificates are drawn, below `resources`. */
export const certificatePage = 'documents/certificate.typ'

const largestLogo = 2 * 1024 * 1024

type Which = { readonly kind: CertificateKind; readonly language: CertificateLanguage }

/** Invented occasions for a look at a template; the names on it are the longest real ones. */
async function proofPapers(db: Reader, { kind, language }: Which, layout: Layout, now: string): Promise<Paper[]> {
  const training = await trainingSnapshot(
    db,
    {
      kind,
      language,
      titleTr: 'Çevre Yönetimi ve Şehircilik Eğitimi',
      titleEn: 'Environmental Management Training',
      fromDate: '2027-01-30',
      toDate: '2027-02-03',
      place: 'İstanbul',
      placeEn: 'Istanbul',
      partner: null,
      lessonHoursTenths: 400,
      testRequired: kind === 'SUCCESS' ? 1 : 0,
      signatories: JSON.stringify((await readSettings(db)).signatories),
      validUntil: null,
    } as never,
    now,
  )
  const names = [...(await templates.longestNames(db)), testLine]
  return names.map((name) => ({
    layout,
    holder: { name, institution: testLine, country: 'Türkiye', attendedTenths: 400, testScore: 85 },
    training,
    serial: 'KS-2027-000000',
    code: '0'.repeat(12),
    signature: '',
    stamp: language === 'en' ? 'SPECIMEN' : 'ÖRNEKTİR',
  }))
}

async function listTemplates(db: Reader): Promise<Template[]> {
  const rows = await templates.allTemplates(db)
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
        newer: active !== undefined && active.layout !== JSON.stringify(standardLayout(kind, language)),
      }
    }),
  )
}

const signed = (settings: CertificateSettings): string => JSON.stringify(settings)

export const templateHandlers: Handlers<typeof templateContract> = {
  templates: async ({ db }) => ({ templates: await listTemplates(db) }),

  previewTemplate: async ({ db, input, ports, now }) => {
    const active = await templates.activeTemplate(db, input.kind, input.language)
    const layout: Layout = active ? JSON.parse(active.layout) : standardLayout(input.kind, input.language)
    const papers = await proofPapers(db, input, layout, now)
    const missing = missingOn(papers, ports.missingLetters)
    const { names, pictures } = await picturesOf(
      ports.files,
      papers.map(({ training }) => training),
    )
    const pages = papers.slice(0, 1).map((paper) => drawnPage(paper, names))
    const { width, height } = layout
    const data = { title: '', author: '', keywords: [], width, height, pages }
    return {
      svg: await ports.drawDocument(certificatePage, data, pictures),
      proof: { texts: papers.map(({ holder }) => holder.name), missing },
    }
  },

  activateTemplate: async ({ db, input, ports, write, now }) => {
    const { kind, language } = input
    const layout = standardLayout(kind, language)
    const [first] = missingOn(await proofPapers(db, input, layout, now), ports.missingLetters)
    if (first) breaksRule('letterMissing', first)
    const active = await templates.activeTemplate(db, kind, language)
    if (active?.layout === JSON.stringify(layout)) breaksRule('templateActive')
    if (active) await write.update('certificateTemplate', active.id, { state: 'RETIRED' })
    const version = (active?.version ?? 0) + 1
    const row = { kind, language, version, layout: JSON.stringify(layout), state: 'ACTIVE' } as const
    const id = await write.insert('certificateTemplate', row)
    return { kind, language, id, version, active: true, newer: false }
  },

  certificateSettings: ({ db }) => readSettings(db),

  changeCertificateSettings: async ({ db, input, write }) => {
    const said = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))
    const next: CertificateSettings = { ...(await readSettings(db)), ...said }
    await saveSetting(write, settingKey, signed(next))
    return next
  },

  setLogo: async ({ db, input, ports, write }) => {
    let hash: string | null = null
    if (input.file) {
      const bytes = new Uint8Array(await input.file.arrayBuffer())
      if (bytes.length > largestLogo)
        throw new OperationError('INVALID_FILE', { problem: 'tooLarge', file: input.file.name })
      if (!pictureType(bytes))
        throw new OperationError('INVALID_FILE', { problem: 'notAPicture', file: input.file.name })
      hash = await ports.files.put(bytes)
    }
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
