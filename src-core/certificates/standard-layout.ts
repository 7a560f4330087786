import type { CertificateKind, CertificateLanguage } from '../database/schema.ts'
import type { Element, Layout, Page, TextElement } from './layout.ts'

/** A4 lying. */
const width = 297
const height = 210

const ink = '#1c2529'
const grey = '#566268'

/** One colour a kind, dark enough for any printer. */
const accents: Readonly<Record<CertificateKind, string>> = {
  PARTICIPATION: '#0f5c6e',
  SUCCESS: '#1f5c3d',
  DELEGATION: '#22406f',
  PROGRAMME: '#6b2238',
}

type Box = readonly [x: number, y: number, w: number, h: number]

const text = ([x, y, w, h]: Box, words: string, size: number, more: Partial<TextElement> = {}): TextElement => ({
  type: 'text',
  x,
  y,
  w,
  h,
  text: words,
  font: 'sans',
  size,
  least: Math.min(size, 8),
  mode: 'line',
  weight: 'regular',
  style: 'normal',
  fill: ink,
  lang: 'tr',
  tracking: 0,
  align: 'center',
  vertical: 'middle',
  ...more,
})

const frame = (colour: string): Element[] => [
  { type: 'box', x: 7, y: 7, w: 283, h: 196, stroke: 0.9, colour, fill: null, radius: 0 },
  { type: 'box', x: 9.2, y: 9.2, w: 278.6, h: 191.6, stroke: 0.2, colour, fill: null, radius: 0 },
]

const logos: Element[] = [
  { type: 'logo', x: 18, y: 16, w: 28, h: 28, side: 'left' },
  { type: 'logo', x: 251, y: 16, w: 28, h: 28, side: 'right' },
]

function heading(language: CertificateLanguage): Element[] {
  if (language === 'en')
    return [
      text([52, 18, 193, 9], '{institutionEn}', 15, { weight: 'semibold', lang: 'en', least: 10 }),
      text([52, 28, 193, 6.5], '{unitEn}', 11, { lang: 'en' }),
    ]
  const turkish = [
    text([52, 14.5, 193, 5.5], 'T.C.', 11.5),
    text([52, 20, 193, 7.5], '{institutionTr}', 14, { weight: 'semibold', least: 10 }),
    text([52, 27.5, 193, 6], '{unitTr}', 11),
  ]
  if (language === 'tr') return turkish
  return [...turkish, text([52, 34, 193, 5.5], '{headingEn}', 9.5, { lang: 'en', fill: grey })]
}

const foot = (language: CertificateLanguage, colour: string): Element[] => [
  { type: 'ring', x: 21, y: 161, w: 29, h: 29, stroke: 0.25, colour: grey },
  text([21, 170.5, 29, 10], language === 'en' ? 'Seal' : language === 'tr' ? 'Mühür' : 'Mühür · Seal', 8, {
    fill: grey,
    lang: language === 'en' ? 'en' : 'tr',
  }),
  { type: 'qr', x: 247, y: 159.5, w: 29, h: 29 },
  text([239, 189, 45, 4.5], '{code}', 8, { weight: 'semibold', tracking: 0.4 }),
  text([60, 188.5, 177, 5], '{numberLine}', 8.5, { fill: grey, lang: language === 'en' ? 'en' : 'tr' }),
  {
    type: 'signatories',
    x: 58,
    y: 156,
    w: 181,
    h: 27,
    languages: language === 'both' ? ['tr', 'en'] : [language],
    colour,
  },
]

function oneLanguage(kind: CertificateKind, language: 'tr' | 'en'): Element[] {
  const colour = accents[kind]
  const suffix = language === 'tr' ? 'Tr' : 'En'
  return [
    text([30, 46, 237, 16], `{label${suffix}}`, 31, {
      font: 'serif',
      weight: 'bold',
      fill: colour,
      lang: language,
      tracking: 1.2,
      least: 18,
    }),
    text([40, 64, 217, 12], `{title${suffix}}`, 17, { weight: 'semibold', lang: language, least: 13 }),
    { type: 'line', x: 123.5, y: 79.5, w: 50, h: 0, stroke: 0.4, colour },
    text([28, 83, 241, 19], '{name}', 34, { font: 'serif', weight: 'bold', lang: language, least: 20 }),
    text([40, 102.5, 217, 8], '{holderLine}', 12.5, { fill: grey, lang: language, least: 10 }),
    text([45, 113, 207, 24], `{sentence${suffix}}`, 14.5, { mode: 'body', lang: language, font: 'serif' }),
    text([45, 140, 207, 7], `{issue${suffix}}`, 11.5, { lang: language }),
  ]
}

function twoLanguages(kind: CertificateKind): Element[] {
  const colour = accents[kind]
  const side = (language: 'tr' | 'en', x: number): Element[] => {
    const suffix = language === 'tr' ? 'Tr' : 'En'
    return [
      text([x, 97, 118, 13], `{title${suffix}}`, 14, {
        weight: 'semibold',
        lang: language,
        least: 11,
        vertical: 'bottom',
      }),
      text([x, 113, 118, 26], `{sentence${suffix}}`, 12.5, {
        mode: 'body',
        lang: language,
        font: 'serif',
        vertical: 'top',
      }),
      text([x, 140, 118, 6.5], `{issue${suffix}}`, 10.5, { lang: language }),
    ]
  }
  return [
    text([30, 43, 237, 14], '{labelTr}', 28, {
      font: 'serif',
      weight: 'bold',
      fill: colour,
      tracking: 1.2,
      least: 17,
    }),
    text([30, 56.5, 237, 8], '{labelEn}', 14.5, { font: 'serif', fill: colour, lang: 'en', tracking: 1, least: 10 }),
    text([28, 66, 241, 17], '{name}', 32, { font: 'serif', weight: 'bold', least: 19 }),
    text([40, 83, 217, 7.5], '{holderLine}', 12, { fill: grey, least: 9.5 }),
    { type: 'line', x: 123.5, y: 93, w: 50, h: 0, stroke: 0.4, colour },
    ...side('tr', 24),
    { type: 'line', x: 148.5, y: 98, w: 0, h: 47, stroke: 0.2, colour: grey },
    ...side('en', 155),
  ]
}

const onePage = (kind: CertificateKind, language: CertificateLanguage): Page => {
  const colour = accents[kind]
  const body = language === 'both' ? twoLanguages(kind) : oneLanguage(kind, language)
  return {
    background: null,
    elements: [...frame(colour), ...logos, ...heading(language), ...body, ...foot(language, colour)],
  }
}

/** Our own template of a kind in a language: two logos, official heading, signatories, seal area, QR. */
export const standardLayout = (kind: CertificateKind, language: CertificateLanguage): Layout => ({
  width,
  height,
  pages: [onePage(kind, language)],
})

/** The same in both languages on two pages, one for each. */
export const twoPageLayout = (kind: CertificateKind): Layout => ({
  width,
  height,
  pages: [onePage(kind, 'tr'), onePage(kind, 'en')],
})
