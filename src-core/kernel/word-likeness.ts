/** A word prepared for comparison: `letters` is the set of its letters in 32 bits. */
export type Word = { readonly text: string; readonly letters: number }

const stemLetters = 4
const stemScore = 0.9
const leastScore = 0.6

/** Prepares one folded word. */
export function wordOf(text: string): Word {
  let letters = 0
  for (let at = 0; at < text.length; at++) letters |= 1 << (text.charCodeAt(at) & 31)
  return { text, letters }
}

function bits(n: number): number {
  let rest = n - ((n >>> 1) & 0x55555555)
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333)
  return (((rest + (rest >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}

/** Changes, insertions, losses and swaps of neighbours that make one word of another; gives up above `most`. */
function distance(a: string, b: string, most: number): number {
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1)
      let cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1))
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (swapped) cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
      next.push(cost)
      if (cost < least) least = cost
    }
    if (least > most) return most + 1
    before = row
    row = next
  }
  return row[b.length] ?? 0
}

/** 1 for the same word, nearly 1 where one carries a suffix more, then by letters that differ, 0 for strangers. */
export function wordLikeness(a: Word, b: Word): number {
  if (a.text === b.text) return 1
  const short = a.text.length < b.text.length ? a.text : b.text
  const long = short === a.text ? b.text : a.text
  const most = Math.floor(long.length * (1 - leastScore))
  const isStem = short.length >= stemLetters && short.charCodeAt(0) === long.charCodeAt(0) && long.startsWith(short)
  if (isStem) return stemScore
  if (long.length - short.length > most) return 0
  // A letter that only one of them has costs at least one change.
  if (bits(a.letters & ~b.letters) > most || bits(b.letters & ~a.letters) > most) return 0
  const score = 1 - distance(short, long, most) / long.length
  return score < leastScore ? 0 : score
}
