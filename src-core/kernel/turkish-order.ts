/** Characters in the order that CLDR gives them for Turkish, each one a place of its own. */
const order = ` _-–—,;:!?.…·'"«»()[]{}§@*/\\&#%•\`^°+±<=>|~$£€₺0123456789abcçdefgğhıijklmnoöpqrsştuüvwxyz`

/** Accents from the lightest to the heaviest. */
const accents =
  '\u0301\u0300\u0306\u0302\u030c\u030a\u0308\u030b\u0303\u0307\u0338\u0327\u0328\u0304\u0335\u030f\u0311\u031b\u0323\u0326'

/** What sorts as another spelling of something else: a stroke or a curl counts as an accent. */
const spellings: Readonly<Record<string, string>> = {
  ø: 'o\u0338',
  đ: 'd\u0335',
  ð: 'd\u030f',
  ł: 'l\u0335',
  ħ: 'h\u0335',
  æ: 'a\u0335e\u0335',
  œ: 'o\u0335e\u0335',
  ß: 's\u0335s\u0335',
  '‘': "'\u0301",
  '’': "'\u0300",
  '“': '"\u0301',
  '”': '"\u0300',
}

/** Smaller than every weight, so that a text comes before the longer ones that begin with it. */
const endOfLevel = ' '
const firstWeight = 0x21
const lowest = 'a'

type Weight = { readonly place: string; readonly accent: string; readonly capital: string }

const places = new Map([...order].map((character, at) => [character, String.fromCharCode(firstWeight + at)]))
const accentWeights = new Map([...accents].map((mark, at) => [mark, String.fromCharCode(0x62 + at)]))
const weights = new Map<string, Weight>()

function weigh(character: string): Weight {
  const small = character === 'I' ? 'ı' : character === 'İ' ? 'i' : character.toLowerCase()
  const own = places.get(small)
  const capital = small === character ? lowest : 'b'
  if (own !== undefined) return { place: own, accent: lowest, capital }
  let place = ''
  let accent = ''
  // `Î` is `I` with an accent and so goes with `ı`, while `î` goes with `i`: that is how CLDR has it.
  const parts = [...(spellings[small] ?? character.normalize('NFD'))]
  for (const part of parts) {
    const mark = accentWeights.get(part)
    if (mark === undefined) {
      const base = part === 'I' ? 'ı' : part.toLowerCase()
      place += places.get(base) ?? `~${(base.codePointAt(0) ?? 0).toString(16).padStart(6, '0')}`
      accent += lowest
    } else accent += mark
  }
  return { place, accent, capital: capital.repeat(place.length).padEnd(accent.length, lowest) }
}

function weightOf(character: string): Weight {
  let weight = weights.get(character)
  if (weight === undefined) {
    weight = weigh(character)
    weights.set(character, weight)
  }
  return weight
}

const trimmed = (level: string): string => level.replace(/a+$/, '')

/**
 * A key of printable ASCII characters whose plain order (code units in JavaScript, BINARY in SQLite, "C" in PostgreSQL)
 * is the order of `Intl.Collator('tr')`: first by letters, then by accents, then small before capital. Letters of other
 * scripts come after `z`, by code point. White space of every kind counts as a space.
 */
export function sortKey(text: string): string {
  let letters = ''
  let accent = ''
  let capital = ''
  for (const character of text.normalize('NFC').replace(/\s/g, ' ')) {
    const weight = weightOf(character)
    letters += weight.place
    accent += weight.accent
    capital += weight.capital
  }
  return `${letters}${endOfLevel}${trimmed(accent)}${endOfLevel}${trimmed(capital)}`.trimEnd()
}
