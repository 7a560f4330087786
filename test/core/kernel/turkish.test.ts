import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold, lowerTr, sortKey, titleTr, upperTr } from '../../../src-core/kernel/turkish.ts'

const letters = [...'abcçdefgğhıijklmnoöprsştuüvyzABCÇDEFGĞHIİJKLMNOÖPRSŞTUÜVYZqwxQWXâîûÂÎÛéèñÉÑäøßæ']
const others = [..."0123456789 -'’.,/()&_"]
const name = fc.string({ unit: fc.constantFrom(...letters, ...others), maxLength: 12 })
const sign = (n: number): number => (n < 0 ? -1 : n > 0 ? 1 : 0)
const plainOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

describe('folding', () => {
  test('any spelling of a Turkish word finds it', () => {
    for (const text of ['Işık', 'IŞIK', 'isik', 'ışık', 'İŞİK', 'i\u0307şik', '  Işık\u00a0'])
      expect(fold(text)).toBe('isik')
    expect(fold('Kâğıt  Hâli\nÜmit')).toBe('kagit hali umit')
    expect(fold('a\u200bb\u00adc')).toBe('abc')
  })

  test('a letter folds the same whatever stands beside it', () => {
    const text = fc.string({
      unit: fc.constantFrom(...letters, ...others, '\u00a0', '\t', '\u0307', '…', '№', 'Ж', 'ß', '\u00ad'),
      maxLength: 20,
    })
    fc.assert(
      fc.property(text, (some) => {
        // Greek is folded the long way round; the text beside it must not notice.
        expect(fold(`${some} Ω`)).toBe(`${fold(some)} ω`.trim())
        expect(fold(`${some} ${'a'.repeat(300)}`)).toBe(`${fold(some)} ${'a'.repeat(300)}`.trim())
      }),
      { numRuns: 2000 },
    )
  })

  test('folding twice changes nothing', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => fold(fold(text)) === fold(text)))
  })

  test('a text folds the same in either case and either normal form', () => {
    fc.assert(
      fc.property(name, (text) => {
        expect(fold(lowerTr(text))).toBe(fold(text))
        expect(fold(text.normalize('NFD'))).toBe(fold(text))
      }),
    )
  })
})

describe('case', () => {
  test('small and capital letters follow Turkish', () => {
    expect(lowerTr('İZMİR IĞDIR')).toBe('izmir ığdır')
    expect([...lowerTr('İZMİR')]).toHaveLength(5)
    expect(lowerTr('I\u0307')).toBe('i')
    expect(upperTr('istanbul ığdır')).toBe('İSTANBUL IĞDIR')
  })

  test('titles keep their conjunctions small', () => {
    expect(titleTr('İNSAN KAYNAKLARI VE EĞİTİM DAİRESİ BAŞKANLIĞI')).toBe(
      'İnsan Kaynakları ve Eğitim Dairesi Başkanlığı',
    )
    expect(titleTr('ışıl ayşe-ilknur')).toBe('Işıl Ayşe-İlknur')
    expect(titleTr("ANKARA'NIN")).toBe("Ankara'nın")
    expect(titleTr('ile ilgili')).toBe('İle İlgili')
  })
})

describe('order', () => {
  const collator = new Intl.Collator('tr')

  test('sort keys order names as the Turkish collator does', () => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(sign(plainOrder(sortKey(a), sortKey(b)))).toBe(sign(collator.compare(a, b)))
      }),
      { numRuns: 5000 },
    )
  })

  test('names that differ in one place keep the order of the collator', () => {
    const one = fc.constantFrom(...letters, ...others)
    fc.assert(
      fc.property(name, one, one, name, (head, a, b, tail) => {
        const [x, y] = [head + a + tail, head + b + tail]
        expect(sign(plainOrder(sortKey(x), sortKey(y)))).toBe(sign(collator.compare(x, y)))
      }),
      { numRuns: 5000 },
    )
  })

  test('a key is printable ASCII, so every store compares it alike', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => /^[\x20-\x7e]*$/.test(sortKey(text))))
  })

  test('a list of Turkish names comes out as in the telephone book', () => {
    const names = [
      'Zeynep',
      'Ülkü',
      'Umut',
      'Şule',
      'Selin',
      'Öznur',
      'Orhan',
      'İsmail',
      'iğdır',
      'Irmak',
      'Iğdır',
      'ığdır',
      'Gül',
      'Çağla',
      'Cem',
    ]
    const sorted = names.toSorted((a, b) => plainOrder(sortKey(a), sortKey(b)))
    expect(sorted).toEqual(names.toSorted(collator.compare))
  })
})
