import type { Ports } from '../kernel/ports.ts'
import { type Paper, textsOf } from './paper.ts'
import type { Proof } from './template.contract.ts'

/** Every letter that Turkish has and other languages lack, and three places that begin with them. */
export const testLine = 'ĞÜŞİÖÇğüşıöç – Iğdır, İzmir, Şırnak'

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
