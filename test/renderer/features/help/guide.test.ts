import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { guidePages, guidePlace, searchGuide } from '../../../../src-renderer/features/help/guide.ts'
import { type Block, blocksOf, inlinesOf } from '../../../../src-renderer/features/help/markdown.ts'

const folder = join(import.meta.dirname, '..', '..', '..', '..', 'docs', 'guide')
const languages = ['tr', 'en'] as const
const pagesOn = (language: string) => readdirSync(join(folder, language)).filter((name) => name.endsWith('.md'))
const filesOf = (language: string) =>
  Object.fromEntries(
    pagesOn(language).map((name) => [`${language}/${name}`, readFileSync(join(folder, language, name), 'utf8')]),
  )
const picturesIn = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => (block.kind === 'picture' ? [block.source] : []))
const shapeOf = (blocks: readonly Block[]) =>
  blocks.map((block) => (block.kind === 'heading' ? `h${block.level}` : block.kind))

describe('the guide as it lies in docs', () => {
  test('has the same chapters, headings, steps and pictures in both languages', () => {
    expect(pagesOn('en')).toEqual(pagesOn('tr'))
    const [turkish, english] = languages.map((language) => guidePages(filesOf(language), language))
    expect(turkish?.length).toBeGreaterThan(5)
    for (const [at, page] of (turkish ?? []).entries()) {
      expect({ page: page.id, shape: shapeOf(english?.[at]?.blocks ?? []) }).toEqual({
        page: page.id,
        shape: shapeOf(page.blocks),
      })
      expect(picturesIn(english?.[at]?.blocks ?? [])).toEqual(picturesIn(page.blocks))
    }
  })

  test.each(languages)('shows every picture it has, each described and small (%s)', (language) => {
    const pages = guidePages(filesOf(language), language)
    const shown = pages.flatMap(({ blocks }) => picturesIn(blocks))
    const there = readdirSync(join(folder, language, 'pictures')).map((name) => `pictures/${name}`)
    expect([...shown].sort()).toEqual(there.sort())
    for (const block of pages.flatMap(({ blocks }) => blocks))
      if (block.kind === 'picture') expect(block.alt.length, block.source).toBeGreaterThan(10)
    for (const source of shown) expect(statSync(join(folder, language, source)).size, source).toBeLessThan(64 * 1024)
  })

  test.each(languages)('leads nowhere but to its own chapters and sections (%s)', (language) => {
    const files = filesOf(language)
    const pages = guidePages(files, language)
    for (const markdown of Object.values(files)) {
      for (const part of inlinesOf(markdown)) {
        if (part.kind !== 'link' || part.target.startsWith('pictures/')) continue
        const [file = '', at] = part.target.split('#')
        const page = pages.find(({ id }) => id === guidePlace(`${language}/${file}`).id)
        expect(page, part.target).toBeDefined()
        if (at) expect(page?.sections.map(({ slug }) => slug)).toContain(at)
      }
    }
  })
})

describe('a page', () => {
  test('keeps headings, steps that go on in the next line, notes, tables and pictures', () => {
    const blocks = blocksOf(
      '# Bir\n\n## İki üç\n\n1. **Kaydet** seçin,\n   bekleyin.\n2. `Esc`\n\n> Dikkat\n> edin.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n![Bir resim](pictures/x.webp)\n',
    )
    expect(blocks).toEqual([
      { kind: 'heading', level: 1, text: 'Bir', slug: 'bir' },
      { kind: 'heading', level: 2, text: 'İki üç', slug: 'iki-üç' },
      {
        kind: 'list',
        start: 1,
        items: [
          [
            { kind: 'strong', text: 'Kaydet' },
            { kind: 'text', text: ' seçin, bekleyin.' },
          ],
          [{ kind: 'code', text: 'Esc' }],
        ],
      },
      { kind: 'note', content: [{ kind: 'text', text: 'Dikkat edin.' }] },
      {
        kind: 'table',
        rows: [
          [[{ kind: 'text', text: 'a' }], [{ kind: 'text', text: 'b' }]],
          [[{ kind: 'text', text: '1' }], [{ kind: 'text', text: '2' }]],
        ],
      },
      { kind: 'picture', alt: 'Bir resim', source: 'pictures/x.webp' },
    ])
  })

  test('leaves HTML as the text it is', () => {
    expect(blocksOf('<script>alert(1)</script>')).toEqual([
      { kind: 'paragraph', content: [{ kind: 'text', text: '<script>alert(1)</script>' }] },
    ])
  })
})

describe('the search', () => {
  const pages = guidePages(
    {
      'tr/01-a.md': '# Başlangıç\n\nParola belirleyin.\n\n## Işık\n\nLambayı açın.',
      'tr/02-b.md': '# Yedek\n\n## Geri dönmek\n\nIşıklar sönünce yedeği açın.',
    },
    'tr',
  )
  const placesOf = (text: string) => searchGuide(pages, text).map(({ page, section }) => [page.id, section?.text])

  test('finds a word in any spelling, headings first', () => {
    expect(placesOf('isik')).toEqual([
      ['a', 'Işık'],
      ['b', 'Geri dönmek'],
    ])
  })

  test('wants every word, anywhere in a section', () => {
    expect(placesOf('IŞIKLAR yedeği')).toEqual([['b', 'Geri dönmek']])
    expect(placesOf('ışık parola')).toEqual([])
    expect(placesOf('  ')).toEqual([])
  })

  test('shows the words around what it found', () => {
    expect(searchGuide(pages, 'sönünce')[0]?.excerpt).toBe('Işıklar sönünce yedeği açın.')
  })
})
