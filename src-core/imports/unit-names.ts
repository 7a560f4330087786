import { fold } from '../kernel/turkish.ts'

/** The rank that a unit's name ends with. */
type UnitRank = 'department' | 'directorate' | 'presidency' | null

/** A unit's name taken apart: `Fen İşl. Dai. Bşk.` is `fen isl.` of rank department. */
export type UnitName = { readonly core: string; readonly rank: UnitRank }

const presidency = '(?:baskanligi|baskanlik|bsk\\.?(?: ?n?ligi)?|bask\\.?)'
const directorate = '(?:mudurlugu|mudurluk|mudurl\\.?|mud\\.?(?: ?lugu)?|mdr?l?\\.?(?: ?lugu)?|m\\.)'

// Longest first: `dairesi baskanligi` must not be taken for `baskanligi`.
const endings: readonly (readonly [string, UnitRank])[] = [
  [`(?:daire(?:si)?|dai?r?\\.?|d\\.) ?${presidency}`, 'department'],
  ['d\\. ?b\\.?|dbsk\\.?|db\\.?|dairesi|dai\\.?', 'department'],
  [`(?:sube|sb\\.?|s\\.) ?${directorate}`, 'directorate'],
  [`${directorate}|sm\\.?`, 'directorate'],
  [presidency, 'presidency'],
]

const patterns = endings.map(([ending, rank]) => ({ pattern: new RegExp(`(?:^| )(?:${ending})$`), rank }))
const lead = /^(?:t\.? ?c\.? )?(?:ibb|i\.b\.b\.|istanbul buyuksehir belediyesi)(?: baskanligi)? (?=.)/
const brackets = /\s*\([^)]*\)/g

/** Folded, without brackets, with `&` as `ve`, signs other than the abbreviating point as spaces. */
const bare = (name: string): string =>
  fold(name)
    .replace(brackets, '')
    .replace(/&|\+/g, ' ve ')
    .replace(/[^\p{L}\p{N}. ]+/gu, ' ')
    .replace(/\.(?=\p{L})/gu, '. ')
    .replace(/\s+/g, ' ')
    .trim()

/** Takes a unit's name apart. The core has no `ve` and keeps its abbreviating points. */
export function unitName(name: string): UnitName {
  const text = bare(name).replace(lead, '')
  for (const { pattern, rank } of patterns) {
    const core = text.replace(pattern, '').trim()
    if (core !== text && core !== '') return { core: coreOf(core), rank }
  }
  return { core: coreOf(text), rank: null }
}

const coreOf = (text: string): string =>
  text
    .split(' ')
    .filter((word) => word !== 've' && word !== 'and')
    .join(' ')

/** Whether a core with abbreviated words (`fen isl.`) can stand for a full one (`fen isleri`). */
export function abbreviates(short: string, full: string): boolean {
  const [words, whole] = [short.split(' '), full.split(' ')]
  return (
    words.length === whole.length &&
    words.every((word, at) => {
      const stem = word.endsWith('.') ? word.slice(0, -1) : null
      return stem === null ? word === whole[at] : stem !== '' && (whole[at] ?? '').startsWith(stem)
    })
  )
}

/** `İKEDB` of `İnsan Kaynakları ve Eğitim Dairesi Başkanlığı`, folded. */
export const initialsOf = (name: string): string =>
  bare(name)
    .split(' ')
    .filter((word) => word !== 've')
    .map((word) => word[0] ?? '')
    .join('')
