import type { CertificateKind, CertificateLanguage } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import type { Ports } from '../kernel/ports.ts'
import type { Layout } from './layout.ts'
import { type Paper, textsOf } from './paper.ts'
import { trainingSnapshot } from './snapshot.ts'
import { readSettings } from './stored-settings.ts'
import type { Proof } from './template.contract.ts'
import * as templates from './template.repository.ts'

/** Every letter that Turkish has and other languages lack, and three places that begin with them. */
export const testLine = 'ĞÜŞİÖÇğüşıöç – Iğdır, İzmir, Şırnak'

/** Somebody of usual length, for a look at a design. */
export const usualName = { name: 'Zeynep Karaca', institution: 'Gaziantep Büyükşehir Belediyesi', country: 'Türkiye' }

type Which = { readonly kind: CertificateKind; readonly language: CertificateLanguage }

type Papers = readonly [Paper, ...Paper[]]

/** An invented occasion on a layout, for the longest real names first and the line of test letters last. */
export async function proofPapers(db: Reader, { kind, language }: Which, layout: Layout, now: string): Promise<Papers> {
  const group = {
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
  } as const
  const training = await trainingSnapshot(db, group, now)
  const paperFor = (name: string): Paper => ({
    layout,
    holder: { name, institution: testLine, country: 'Türkiye', attendedTenths: 400, testScore: 85 },
    training,
    serial: 'KS-2027-000000',
    code: '0'.repeat(12),
    // As long as a real one, so that the QR has as many dots as it will have.
    signature: '0'.repeat(86),
    stamp: language === 'en' ? 'SPECIMEN' : 'ÖRNEKTİR',
  })
  const [first = testLine, ...others] = [...(await templates.longestNames(db)), testLine]
  return [paperFor(first), ...others.map(paperFor)]
}

/** Letters that would be missing on paper; each is named once with its font and where it stands. */
export function missingOn(papers: Iterable<Paper>, missingLetters: Ports['missingLetters']): Proof['missing'] {
  const found = new Map<string, Proof['missing'][number]>()
  const seen = new Set<string>()
  for (const paper of papers) {
    for (const { text, font } of textsOf(paper)) {
      if (seen.has(`${font}${text}`)) continue
      seen.add(`${font}${text}`)
      const lacking = missingLetters(text, font)
      for (const letter of lacking.letters) {
        const key = `${letter}${lacking.font}`
        if (!found.has(key)) found.set(key, { letter, font: lacking.font, text })
      }
    }
  }
  return [...found.values()]
}
