import { fold } from '../../../src-core/kernel/turkish.ts'
import { type Block, blocksOf, plainText } from './markdown.ts'

export type Heading = { readonly text: string; readonly slug: string }

/** A chapter of the guide. `id` is the same in every language. */
export type GuidePage = {
  readonly id: string
  readonly title: string
  readonly sections: readonly Heading[]
  readonly blocks: readonly Block[]
}

/** `../docs/guide/tr/03-import.md` → language `tr`, page `import`. */
export function guidePlace(path: string): { readonly language: string; readonly id: string } {
  const [, language = '', id = ''] = /([^/]+)\/\d+-([^/]+)\.md$/.exec(path) ?? []
  return { language, id }
}

/** The chapters of one language in the order of their numbers, from file path → Markdown. */
export function guidePages(files: Readonly<Record<string, string>>, language: string): readonly GuidePage[] {
  return Object.keys(files)
    .filter((path) => guidePlace(path).language === language)
    .sort()
    .map((path) => pageOf(guidePlace(path).id, blocksOf(files[path] ?? '')))
}

function pageOf(id: string, blocks: readonly Block[]): GuidePage {
  const headings = blocks.filter((block) => block.kind === 'heading')
  return {
    id,
    title: headings.find(({ level }) => level === 1)?.text ?? id,
    sections: headings.filter(({ level }) => level === 2),
    blocks: blocks.filter((block) => block.kind !== 'heading' || block.level > 1),
  }
}

export type GuideMatch = {
  readonly page: GuidePage
  readonly section: Heading | undefined
  /** Some words around the first one that was found. */
  readonly excerpt: string
}

const around = 90

function excerptOf(text: string, word: string): string {
  // Folding may drop a sign now and then, so the place is near enough and widened to whole words.
  const at = Math.max(0, fold(text).indexOf(word))
  const from = at <= around ? 0 : text.indexOf(' ', at - around) + 1
  const cut = text.slice(from, from + 2 * around)
  const whole = from + cut.length < text.length ? `${cut.slice(0, cut.lastIndexOf(' '))}…` : cut
  return from > 0 ? `…${whole}` : whole
}

/** Sections that hold every word of `text` in any spelling (`isik` finds `Işık`); those that say it in their heading first. */
export function searchGuide(pages: readonly GuidePage[], text: string): readonly GuideMatch[] {
  const words = fold(text).split(' ').filter(Boolean)
  const [first] = words
  if (first === undefined) return []
  const inHeading: GuideMatch[] = []
  const inText: GuideMatch[] = []
  for (const page of pages) {
    for (const { section, body } of partsOf(page)) {
      const heading = fold(section?.text ?? page.title)
      const all = `${heading} ${fold(body)}`
      if (!words.every((word) => all.includes(word))) continue
      const match = { page, section, excerpt: excerptOf(body, first) }
      if (words.every((word) => heading.includes(word))) inHeading.push(match)
      else inText.push(match)
    }
  }
  return [...inHeading, ...inText]
}

function partsOf(page: GuidePage): readonly { readonly section: Heading | undefined; readonly body: string }[] {
  const parts: { section: Heading | undefined; body: string }[] = [{ section: undefined, body: '' }]
  for (const block of page.blocks) {
    if (block.kind === 'heading' && block.level === 2) parts.push({ section: block, body: '' })
    else {
      const last = parts.at(-1)
      if (last) last.body = `${last.body} ${plainText(block)}`.trim()
    }
  }
  return parts
}
