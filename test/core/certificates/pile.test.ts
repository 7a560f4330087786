import { expect, test } from 'vitest'
import { printPaper, printPile } from '../../../src-core/certificates/print.ts'
import type { Progress } from '../../../src-core/kernel/operation.ts'
import type { Ports } from '../../../src-core/kernel/ports.ts'
import { papers, picturesOfPapers } from '../../bench/certificates/papers.ts'
import { gathered } from './read-pdf-file.ts'

const at = '2027-01-31T12:00:00.000Z'
const pictures = { names: picturesOfPapers().names, pictures: {} }

/** A printer whose bytes are the numbers of pages it was given, and the titles. */
const printer = (abort?: AbortController, after = 0) => {
  const said: Progress[] = []
  const titles = new Set<string>()
  const parts: number[] = []
  const print: Ports['printDocument'] = async (_, data) => {
    const { pages, title } = data as { readonly pages: readonly unknown[]; readonly title: string }
    titles.add(title)
    parts.push(pages.length)
    if (parts.length === after) abort?.abort()
    return Uint8Array.of(pages.length)
  }
  const ports = {
    printDocument: print,
    printParts: async function* (template: string, data: Iterable<unknown>, instant: string) {
      for (const part of data) yield new Uint8Array(await print(template, part, instant))
    },
  }
  const signal = (abort ?? new AbortController()).signal
  return { ports, said, titles, parts, making: { ports, signal, report: (one: Progress) => void said.push(one) } }
}

test('a pile is handed to the printer in parts under one title, and tells how many pages are set', async () => {
  const { making, said, titles, parts } = printer()
  await gathered(printPile(making, papers(120), pictures, at))
  expect(parts).toEqual([50, 50, 20])
  expect([...titles]).toEqual(['Çevre Yönetimi Eğitimi'])
  expect(said.map(({ done, total }) => [done, total])).toEqual([
    [0, 120],
    [50, 120],
    [100, 120],
  ])
})

test('a pile that is cancelled sets no further part', async () => {
  const { making, parts } = printer(new AbortController(), 1)
  await expect(gathered(printPile(making, papers(120), pictures, at))).rejects.toMatchObject({
    code: 'CANCELLED',
  })
  expect(parts).toEqual([50])
})

test('a pile of one is the print of that one', async () => {
  const one = printer()
  const [paper] = papers(1)
  if (!paper) throw new Error('no paper')
  expect(await gathered(printPile(one.making, [paper], pictures, at))).toEqual([
    await printPaper(one.ports, paper, pictures, at),
  ])
  expect([...one.titles]).toEqual([`${paper.serial} ${paper.holder.name}`])
})
