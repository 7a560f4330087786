import { dictionary } from '@zxcvbn-ts/language-common'
import { fold } from '../../src-core/kernel/turkish.ts'

/** What people in Turkey choose first and the international list lacks. */
const turkish =
  'galatasaray fenerbahce besiktas trabzonspor turkiye istanbul ankara izmir bursa antalya ataturk mustafakemal sifre parola ' +
  'sifrem parolam belediye buyuksehir egitim akademi yonetici personel memur merhaba seviyorum askim canim cimbom kartal kanarya ' +
  'bozkurt osmanli allah bismillah ramazan bayram pazartesi ocak subat mart nisan mayis haziran temmuz agustos eylul ekim kasim aralik ' +
  'qwertyu asdfgh asdasd qweqwe fghjkl qazwsx'

let all: ReadonlySet<string> | undefined

function commonPasswords(): ReadonlySet<string> {
  all ??= new Set([...(dictionary['passwords-common'] ?? []).map(fold), ...turkish.split(' ')])
  return all
}

/**
 * Whether guessers try this password early: it stands in a list of common ones, or it is such a word once or twice with
 * only digits and signs around it (`Galatasaray1905!`).
 */
export function isCommonPassword(password: string): boolean {
  const common = commonPasswords()
  const folded = fold(password)
  if (common.has(folded)) return true
  const word = folded.replaceAll(/^[^a-z]+|[^a-z]+$/g, '')
  if (word.length >= 4 && common.has(word)) return true
  const half = word.slice(0, word.length / 2)
  return half.length >= 3 && word === half + half && common.has(half)
}
