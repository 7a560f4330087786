import type { HolderSnapshot, TrainingSnapshot } from './certificate.ts'
import { fieldsOf, filledText } from './fields.ts'
import type { Element, Layout, Page, TextElement } from './layout.ts'
import { qrSvg } from './qr.ts'
import { statementOf, statementText } from './statement.ts'

/** What one page is made of. */
export type Paper = {
  readonly layout: Layout
  readonly holder: HolderSnapshot
  readonly training: TrainingSnapshot
  readonly serial: string
  readonly code: string
  readonly signature: string
  /** Words across the page: a duplicate, a revocation, a proof. */
  readonly stamp?: string
}

/** What the QR holds: the page where anyone may verify, and behind it the signature for verifying without a network. */
export const qrContent = ({ training, code, signature }: Pick<Paper, 'training' | 'code' | 'signature'>): string =>
  `https://${training.portal}/d/${code}#${signature}`

function signatoryTexts(element: Element & { type: 'signatories' }, { training }: Paper): object[] {
  const { signatories } = training
  const share = element.w / Math.max(1, signatories.length)
  const base: Omit<TextElement, 'x' | 'y' | 'h' | 'text' | 'size' | 'weight'> = {
    type: 'text',
    w: share - 6,
    font: 'sans',
    least: 8,
    mode: 'line',
    style: 'normal',
    fill: '#1c2529',
    lang: 'tr',
    tracking: 0,
    align: 'center',
    vertical: 'middle',
  }
  return signatories.flatMap((signatory, at) => {
    const x = element.x + at * share + 3
    const duties = element.languages.flatMap((language) => {
      const duty = language === 'tr' ? signatory.dutyTr : (signatory.dutyEn ?? signatory.dutyTr)
      return [{ language, duty }]
    })
    return [
      { type: 'line', x: x + 8, y: element.y + 10, w: share - 22, h: 0, stroke: 0.2, colour: element.colour },
      { ...base, x, y: element.y + 11, h: 6, text: signatory.name, size: 11.5, weight: 'semibold' },
      ...duties.map(({ language, duty }, line) => ({
        ...base,
        x,
        y: element.y + 17 + line * 5,
        h: 5,
        text: duty,
        size: line === 0 ? 10 : 9,
        weight: 'regular',
        lang: language,
        fill: line === 0 ? '#1c2529' : '#566268',
      })),
    ]
  })
}

/** A page as the typesetter takes it. */
export type DrawnPage = { readonly width: number; readonly height: number; readonly elements: readonly object[] }

const nameless = { title: '', author: '', keywords: [] as readonly string[] }

/**
 * What the template of certificates takes: every element once, however many pages it stands on, and pages that name theirs by place.
 * Most of what stands on the pages of a group is the same, and the typesetter sets it once.
 */
export function certificateDocument(pages: readonly DrawnPage[], about: typeof nameless = nameless): object {
  const places = new Map<string, number>()
  const elements: object[] = []
  const placeOf = (element: object): number => {
    const key = JSON.stringify(element)
    const known = places.get(key)
    if (known !== undefined) return known
    places.set(key, elements.length)
    return elements.push(element) - 1
  }
  return { ...about, pages: pages.map((page) => ({ ...page, elements: page.elements.map(placeOf) })), elements }
}

/** The pages of one certificate as the typesetter draws them. `pictures` names the files of pictures by their hash. */
export const drawnPages = (paper: Paper, pictures: ReadonlyMap<string, string>): DrawnPage[] => {
  const { width, height, pages } = paper.layout
  return pages.map((page) => ({ width, height, elements: drawnPage(page, paper, pictures) }))
}

function drawnPage({ background, elements }: Page, paper: Paper, pictures: ReadonlyMap<string, string>): object[] {
  const { layout, training, stamp } = paper
  const fields = fieldsOf(paper)
  const picture = (hash: string | null, element: object, more: object): object[] => {
    const file = hash === null ? undefined : pictures.get(hash)
    return file ? [{ ...element, type: 'picture', file, ...more }] : []
  }
  const whole = { x: 0, y: 0, w: layout.width, h: layout.height }
  const drawn = elements.flatMap((element): object[] => {
    switch (element.type) {
      case 'text': {
        const words = filledText(element.text, fields)
        return words === '' ? [] : [{ ...element, text: words }]
      }
      case 'logo': {
        const hash = element.side === 'left' ? training.logoLeft : training.logoRight
        return picture(hash, element, { fit: 'contain', alt: training.institutionTr })
      }
      case 'image':
        return picture(element.picture, element, {})
      case 'qr':
        return [{ ...element, svg: qrSvg(qrContent(paper), { random: true }), alt: `QR ${paper.code}` }]
      case 'signatories':
        return signatoryTexts(element, paper)
      default:
        return [element]
    }
  })
  const under = picture(background, whole, { fit: 'cover', alt: '' })
  const across = { x: 20, y: 20, w: layout.width - 40, h: layout.height - 40 }
  const over = stamp ? [{ type: 'stamp', ...across, text: stamp, size: 44, fill: '#9c1c1c' }] : []
  return [...under, ...drawn, ...over]
}

/** Marks in the file itself by which it is recognised when it is dropped for verification. */
export const keywordsOf = (paper: Paper): string[] => [
  `akademi:${paper.code}`,
  `akademi-signature:${paper.signature}`,
  `akademi-statement:${Buffer.from(statementText(statementOf(paper.serial, paper.code, paper.holder, paper.training))).toString('base64url')}`,
]

/** Every text of a page with the font it is set in, for the proof of letters. */
export function textsOf(paper: Paper): readonly { readonly text: string; readonly font: 'serif' | 'sans' }[] {
  const fields = fieldsOf(paper)
  const own = paper.layout.pages.flatMap(({ elements }) =>
    elements.flatMap((element) =>
      element.type === 'text' ? [{ text: filledText(element.text, fields), font: element.font }] : [],
    ),
  )
  const signing = paper.training.signatories.flatMap(({ name, dutyTr, dutyEn }) => [name, dutyTr, dutyEn ?? ''])
  return [...own, ...signing.map((text) => ({ text, font: 'sans' as const }))]
}
