import type { Element, Layout } from '../../../../src-core/certificates/layout.ts'
import type { CertificateLanguage } from '../../../../src-core/database/schema.ts'

/** What can be put on a page. A picture is chosen first. */
export const elementKinds = ['text', 'body', 'logo', 'signatories', 'qr', 'line', 'box', 'ring'] as const

type ElementKind = (typeof elementKinds)[number]

const ink = '#1c2529'
const accent = '#0f5c6e'

/** An element in the middle of the page, ready to be moved. */
export function newElement(
  kind: ElementKind,
  { width, height }: Pick<Layout, 'width' | 'height'>,
  language: CertificateLanguage,
): Element {
  const inMiddle = (w: number, h: number) => ({ x: (width - w) / 2, y: (height - h) / 2, w, h })
  const lang = language === 'en' ? 'en' : 'tr'
  const text = (words: string, mode: 'line' | 'body', h: number): Element => ({
    ...{ type: 'text', ...inMiddle(Math.min(120, width - 20), h), text: words, font: 'sans', size: 14, least: 8, mode },
    ...{ weight: 'regular', style: 'normal', fill: ink, lang, tracking: 0, align: 'center', vertical: 'middle' },
  })
  switch (kind) {
    case 'text':
      return text('{name}', 'line', 10)
    case 'body':
      return text(lang === 'en' ? '{sentenceEn}' : '{sentenceTr}', 'body', 24)
    case 'logo':
      return { type: 'logo', ...inMiddle(28, 28), side: 'left' }
    case 'signatories':
      return {
        ...{ type: 'signatories', ...inMiddle(Math.min(180, width - 20), 27), colour: accent },
        languages: language === 'both' ? ['tr', 'en'] : [language],
      }
    case 'qr':
      return { type: 'qr', ...inMiddle(29, 29) }
    case 'line':
      return { type: 'line', ...inMiddle(60, 0), stroke: 0.4, colour: accent }
    case 'box':
      return { type: 'box', ...inMiddle(80, 40), stroke: 0.4, colour: accent, fill: null, radius: 0 }
    case 'ring':
      return { type: 'ring', ...inMiddle(29, 29), stroke: 0.25, colour: '#566268' }
  }
}

/** A picture in its own proportions, in the middle of the page. */
export function newImage(
  picture: {
    readonly hash: string
    readonly width: number | null
    readonly height: number | null
    readonly name: string
  },
  page: Pick<Layout, 'width' | 'height'>,
): Element {
  const share = picture.width && picture.height ? picture.height / picture.width : 1
  const w = Math.min(60, page.width / 3)
  const h = Math.min(w * share, page.height / 2)
  const box = { x: (page.width - w) / 2, y: (page.height - h) / 2, w, h }
  return { type: 'image', ...box, picture: picture.hash, fit: 'contain', alt: picture.name.replace(/\.\w+$/, '') }
}
