import { upperTr } from '../kernel/turkish.ts'
import type { HolderSnapshot, TrainingSnapshot } from './certificate.ts'
import { showCode } from './code.rules.ts'
import type { Element, Layout, TextElement } from './layout.ts'
import { qrSvg } from './qr.ts'
import { statementOf, statementText } from './statement.ts'
import { issueLine, paperWords, sentence, titleIn } from './wording.ts'

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

const upperEn = (text: string): string => text.toLocaleUpperCase('en')

/** Every field a template may name. */
function fieldsOf({ holder, training, serial, code }: Paper): Readonly<Record<string, string>> {
  const { language, institutionTr, institutionEn, unitTr, unitEn, labelTr, labelEn, portal } = training
  const words = paperWords[language === 'en' ? 'en' : 'tr']
  const address = `${portal}/d/${code}`
  return {
    name: holder.name,
    holderLine: [holder.institution, holder.country].filter(Boolean).join(', '),
    // Capitals are for what we word ourselves; names stay as they were typed.
    institutionTr: upperTr(institutionTr),
    institutionEn,
    unitTr,
    unitEn,
    headingEn: [institutionEn, unitEn].filter(Boolean).join(' · '),
    labelTr: upperTr(labelTr),
    labelEn: upperEn(labelEn),
    titleTr: titleIn(training, 'tr'),
    titleEn: titleIn(training, 'en'),
    sentenceTr: sentence(holder, training, 'tr'),
    sentenceEn: sentence(holder, training, 'en'),
    issueTr: issueLine(training, 'tr'),
    issueEn: issueLine(training, 'en'),
    serial,
    code: showCode(code),
    numberLine: `${words.number} ${serial} · ${words.verify}${language === 'both' ? ` · ${paperWords.en.verify}` : ''} ${address}`,
  }
}

const filled = (text: string, fields: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => fields[name] ?? whole)

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

/** The elements of one page as the typesetter draws them. `pictures` names the files of logos by their hash. */
export function drawnPage(paper: Paper, pictures: ReadonlyMap<string, string>): object[] {
  const { layout, training, stamp } = paper
  const fields = fieldsOf(paper)
  const drawn = layout.elements.flatMap((element): object[] => {
    switch (element.type) {
      case 'text': {
        const words = filled(element.text, fields)
        return words === '' ? [] : [{ ...element, text: words }]
      }
      case 'logo': {
        const hash = element.side === 'left' ? training.logoLeft : training.logoRight
        const file = hash === null ? undefined : pictures.get(hash)
        return file ? [{ ...element, type: 'picture', file, fit: 'contain', alt: training.institutionTr }] : []
      }
      case 'qr':
        return [{ ...element, svg: qrSvg(qrContent(paper)), alt: `QR ${paper.code}` }]
      case 'signatories':
        return signatoryTexts(element, paper)
      default:
        return [element]
    }
  })
  if (!stamp) return drawn
  const across = { x: 20, y: 20, w: layout.width - 40, h: layout.height - 40 }
  return [...drawn, { type: 'stamp', ...across, text: stamp, size: 44, fill: '#9c1c1c' }]
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
  const own = paper.layout.elements.flatMap((element) =>
    element.type === 'text' ? [{ text: filled(element.text, fields), font: element.font }] : [],
  )
  const signing = paper.training.signatories.flatMap(({ name, dutyTr, dutyEn }) => [name, dutyTr, dutyEn ?? ''])
  return [...own, ...signing.map((text) => ({ text, font: 'sans' as const }))]
}
