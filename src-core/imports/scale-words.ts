import { fold } from '../kernel/turkish.ts'

/** How strongly a wording says that something is needed, 0 (not at all) to 100; the same number is the same step. */
const degrees: Readonly<Record<string, number>> = {
  hic: 0,
  not: 0,
  no: 0,
  none: 0,
  yok: 0,
  asla: 0,
  never: 0,
  unnecessary: 0,
  gereksiz: 0,
  degil: 8,
  'cok az': 12,
  'very low': 12,
  'cok dusuk': 12,
  az: 25,
  biraz: 25,
  slightly: 25,
  little: 25,
  low: 25,
  dusuk: 25,
  nadiren: 25,
  'az derecede': 25,
  kismen: 50,
  orta: 50,
  somewhat: 50,
  fairly: 50,
  moderately: 50,
  moderate: 50,
  medium: 50,
  neutral: 50,
  average: 50,
  normal: 50,
  kararsizim: 50,
  oldukca: 75,
  cok: 75,
  yuksek: 75,
  very: 75,
  highly: 75,
  high: 75,
  quite: 75,
  'cok yuksek': 100,
  'very high': 100,
  en: 100,
  son: 100,
  asiri: 100,
  kesinlikle: 100,
  mutlaka: 100,
  tamamen: 100,
  absolutely: 100,
  extremely: 100,
  completely: 100,
  critical: 100,
  critically: 100,
  kritik: 100,
  zorunlu: 100,
  sart: 100,
  mandatory: 100,
  'cok fazla': 100,
}

/** Words that say it is about a need; alone they stand a little above the middle. */
const heads = new Set(
  'needed need needs essential necessary required important importance priority urgent urgency gerekli gerek ihtiyac ihtiyacim ihtiyacimiz lazim onemli onem oncelik oncelikli acil'.split(
    ' ',
  ),
)
const plainHead = 62

/** Words that say nothing by themselves. */
const fillers = new Set(
  'derecede duzeyde seviyede olarak var i have a at all bir the is are duzey seviye derece level var vardir'.split(' '),
)

/** Wordings that their parts would not give. */
const whole: Readonly<Record<string, number>> = {
  'ihtiyacim yok': 0,
  'ihtiyac yok': 0,
  'hic ihtiyacim yok': 0,
  ilgilenmiyorum: 0,
  istemiyorum: 0,
  'not at all': 0,
  'not needed at all': 0,
  'no need': 0,
  essential: 100,
  'absolutely essential': 100,
  'nice to have': 25,
  'must have': 100,
  'should have': 75,
}

/** Everything a label of a need scale says. `noNeed`: it says that nothing is needed. */
export type ScaleWord = { readonly degree: number; readonly noNeed: boolean }

const noNeedUpTo = 10

function degreeOf(label: string): number | null {
  const exact = whole[label]
  if (Object.hasOwn(whole, label) && exact !== undefined) return exact
  const words = label.split(' ')
  let degree: number | null = null
  let head = false
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    const pair = `${word} ${words[at + 1] ?? ''}`
    const known = Object.hasOwn(degrees, pair) ? pair : Object.hasOwn(degrees, word) ? word : null
    if (known !== null) {
      const own = degrees[known] ?? 0
      // `hiç gerekli değil` and `not very needed` say no, whatever else they say.
      degree =
        degree === null ? own : Math.min(degree, own) <= noNeedUpTo ? Math.min(degree, own) : Math.max(degree, own)
      if (known === pair) at++
    } else if (heads.has(word)) head = true
    else if (!fillers.has(word)) return null
  }
  return degree ?? (head ? plainHead : null)
}

const signs = /[^\p{L}\p{N} ]+/gu

/** What a label of a need scale in words says, Turkish or English; null when it is no such label. */
export function scaleWord(label: string): ScaleWord | null {
  const bare = fold(label.replace(signs, ' '))
  if (bare === '' || bare.length > 60) return null
  const degree = degreeOf(bare)
  return degree === null ? null : { degree, noNeed: degree <= noNeedUpTo }
}

const yes = new Set([
  'x',
  'v',
  '✓',
  '✔',
  '☑',
  '☒',
  '✗',
  '√',
  '●',
  '■',
  '+',
  '*',
  'evet',
  'e',
  'yes',
  'y',
  'var',
  'true',
  'doğru',
  'dogru',
  'istiyorum',
  'istiyor',
  'ihtiyacım var',
  'checked',
  '1',
])
const no = new Set([
  'hayır',
  'hayir',
  'h',
  'no',
  'n',
  'yok',
  'false',
  'yanlış',
  'yanlis',
  '☐',
  '□',
  '○',
  '-',
  '–',
  '0',
  'istemiyorum',
  'unchecked',
])

/** Whether a label marks a choice (`X`, `✓`, `evet`, `1`), unmarks it (`hayır`, `-`, `0`), or neither. */
export function markOf(label: string): 'yes' | 'no' | null {
  const bare = fold(label)
  const asIs = label.trim().toLowerCase()
  if (yes.has(asIs) || yes.has(bare)) return 'yes'
  return no.has(asIs) || no.has(bare) ? 'no' : null
}
