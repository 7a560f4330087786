import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { behindMark, blockSize, nextSpan, takeNumbers } from '../../../src-core/certificates/block.rules.ts'
import { codeOf, parseCode, showCode } from '../../../src-core/certificates/code.rules.ts'
import { obstaclesOf } from '../../../src-core/certificates/eligibility.rules.ts'
import { parseSerial, serialOf } from '../../../src-core/certificates/serial.rules.ts'
import { formatDateRange } from '../../../src-core/kernel/date-range.ts'
import { isSignedBy, signerOf } from '../../../src-core/kernel/ed25519.ts'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

describe('a verification code', () => {
  test('is read again however it is typed', () => {
    fc.assert(
      fc.property(fc.string(), (secret) => {
        const code = codeOf(secret)
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/)
        const typed = showCode(code).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')
        expect(parseCode(typed)).toBe(code)
      }),
    )
  })

  test('is not taken with one wrong character, wherever it stands', () => {
    const code = codeOf('a certificate')
    for (let at = 0; at < code.length; at++) {
      for (const letter of alphabet) {
        if (letter === code[at]) continue
        expect(parseCode(code.slice(0, at) + letter + code.slice(at + 1))).toBeUndefined()
      }
    }
  })

  test('is not taken with two neighbours that changed places, but for the one pair that Luhn’s rule cannot tell', () => {
    for (let n = 0; n < 300; n++) {
      const code = codeOf(`certificate ${n}`)
      for (let at = 0; at + 1 < code.length; at++) {
        const [a = '', b = ''] = [code[at], code[at + 1]]
        if (a === b || new Set([a, b]).isSubsetOf(new Set(['0', 'Z']))) continue
        expect(parseCode(code.slice(0, at) + b + a + code.slice(at + 2))).toBeUndefined()
      }
    }
  })
})

describe('the date range on a certificate', () => {
  test.each([
    ['2027-01-25', '2027-01-31', '25–31 Ocak 2027', '25–31 January 2027'],
    ['2027-01-30', '2027-02-03', '30 Ocak–3 Şubat 2027', '30 January–3 February 2027'],
    ['2026-12-28', '2027-01-02', '28 Aralık 2026–2 Ocak 2027', '28 December 2026–2 January 2027'],
    ['2027-05-09', '2027-05-09', '9 Mayıs 2027', '9 May 2027'],
  ])('says once what %s and %s share, in the language of its line', (from, to, tr, en) => {
    expect(formatDateRange(from, to, 'tr')).toBe(tr)
    expect(formatDateRange(from, to, 'en')).toBe(en)
  })
})

describe('whether somebody gets a certificate', () => {
  const rules = { lessonHoursTenths: 400, minAttendancePct: 80, testRequired: true, passMark: 70 }
  const kinds = (attendedTenths: number | null, testScore: number | null) =>
    obstaclesOf(rules, { attendedTenths, testScore }).map(({ kind }) => kind)

  test('depends on the share of hours and on the test, and each obstacle is named', () => {
    expect(kinds(320, 70)).toEqual([])
    expect(kinds(319, 70)).toEqual(['attendanceTooLow'])
    expect(kinds(320, 69)).toEqual(['testFailed'])
    expect(kinds(null, null)).toEqual(['attendanceMissing', 'testMissing'])
    expect(kinds(401, 100)).toEqual(['attendedTooMuch'])
  })

  test('asks for no test where there is none', () => {
    expect(obstaclesOf({ ...rules, testRequired: false }, { attendedTenths: 400, testScore: null })).toEqual([])
  })
})

describe('numbers', () => {
  test('are printed in full and read in short', () => {
    expect(serialOf('PARTICIPATION', 2027, 418)).toBe('KS-2027-000418')
    expect(parseSerial('ks 2027 418')).toBe('KS-2027-000418')
    expect(parseSerial('HS-2027-000001')).toBe('HS-2027-000001')
    expect(parseSerial('XS-2027-000001')).toBeUndefined()
  })

  test('of any leases in any order never overlap and leave no gap', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 200 }), { maxLength: 20 }), (sizes) => {
        const given: { fromNo: number; toNo: number }[] = []
        for (const size of sizes) given.push(nextSpan(given, size))
        const numbers = given.flatMap(({ fromNo, toNo }) =>
          Array.from({ length: toNo - fromNo + 1 }, (_, at) => fromNo + at),
        )
        expect(numbers).toEqual(numbers.map((_, at) => at + 1))
      }),
    )
  })

  test('are taken from the lowest block on, and what is lacking is said', () => {
    const blocks = [
      { id: 'a', nextNo: 49, toNo: blockSize },
      { id: 'b', nextNo: 101, toNo: 150 },
    ]
    expect(takeNumbers(blocks, 4)).toEqual({
      numbers: [49, 50, 101, 102],
      moved: [
        { id: 'a', nextNo: 51 },
        { id: 'b', nextNo: 103 },
      ],
      lacking: 0,
    })
    expect(takeNumbers(blocks, 60).lacking).toBe(8)
  })
})

describe('numbers of two stores that work apart', () => {
  test('10,000 each from leased blocks come together without a collision, and what is missing is a rest of a block', () => {
    type Block = { id: string; storeId: string; fromNo: number; toNo: number; nextNo: number }
    const register: Block[] = []
    const stores = ['A', 'B'].map((storeId) => ({ storeId, blocks: [] as Block[], issued: [] as number[] }))
    const wanted = 10_000
    for (let turn = 0; stores.some(({ issued }) => issued.length < wanted); turn++) {
      const store = stores[(turn * 7) % 3 === 0 ? 0 : 1] ?? stores[0]
      if (!store) break
      const count = Math.min(wanted - store.issued.length, 1 + ((turn * 131) % 90))
      while (takeNumbers(store.blocks, count).lacking > 0) {
        const span = nextSpan(register)
        const block = { id: String(register.length), storeId: store.storeId, ...span, nextNo: span.fromNo }
        register.push(block)
        store.blocks.push({ ...block })
      }
      const { numbers, moved } = takeNumbers(store.blocks, count)
      store.issued.push(...numbers)
      for (const { id, nextNo } of moved)
        store.blocks = store.blocks.map((one) => (one.id === id ? { ...one, nextNo } : one))
    }
    const merged = stores.flatMap(({ issued }) => issued).toSorted((a, b) => a - b)
    expect(merged).toHaveLength(2 * wanted)
    expect(new Set(merged).size).toBe(2 * wanted)
    const unused = stores.flatMap(({ blocks }) =>
      blocks.flatMap(({ nextNo, toNo }) => Array.from({ length: toNo - nextNo + 1 }, (_, at) => nextNo + at)),
    )
    expect([...merged, ...unused].toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: register.length * blockSize }, (_, at) => at + 1),
    )
  })
})

describe('a register whose store went back to an older state', () => {
  test('goes on right behind the mark, and every number below it is given out or ended with its reason', () => {
    const sizes = fc.array(fc.record({ size: fc.integer({ min: 1, max: 60 }), used: fc.nat(60) }), { maxLength: 6 })
    fc.assert(
      fc.property(sizes, fc.nat(400), (made, upTo) => {
        let blocks: (Parameters<typeof behindMark>[0][number] & object)[] = []
        for (const [at, { size, used }] of made.entries()) {
          const span = nextSpan(blocks, size)
          const whole = at + 1 < made.length ? size : Math.min(used, size)
          blocks = [...blocks, { id: String(at), storeId: '', state: 'ACTIVE', ...span, nextNo: span.fromNo + whole }]
        }
        const givenBefore = blocks.flatMap(({ fromNo, nextNo }) => range(fromNo, nextNo - 1))
        const { ended, open, passedOver } = behindMark(blocks, '', { since: 1, upTo })
        const after = blocks.map((block) => {
          const end = ended.find(({ id }) => id === block.id)
          return end ? { ...block, toNo: end.toNo, state: 'RETIRED' as const } : block
        })
        const next = [
          ...after
            .filter(({ state, nextNo, toNo }) => state === 'ACTIVE' && nextNo <= toNo)
            .map(({ nextNo }) => nextNo),
          ...open.map(({ fromNo }) => fromNo),
          nextSpan([...after, ...open, ...passedOver]).fromNo,
        ].reduce((least, one) => Math.min(least, one))
        const skipped = [
          ...after.filter(({ state }) => state === 'RETIRED').flatMap(({ nextNo, toNo }) => range(nextNo, toNo)),
          ...passedOver.flatMap(({ fromNo, toNo }) => range(fromNo, toNo)),
        ]
        expect(next).toBeGreaterThan(upTo)
        expect([...givenBefore, ...skipped].toSorted((a, b) => a - b)).toEqual(range(1, next - 1))
      }),
    )
  })
})

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at)

describe('a signature', () => {
  test('is that of RFC 8032, the same each time, and holds for one text and one key only', () => {
    // RFC 8032, section 7.1, test 1 has the empty message.
    const signer = signerOf('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60')
    expect(Buffer.from(signer.publicKey, 'base64url').toString('hex')).toBe(
      'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    )
    expect(Buffer.from(signer.sign(''), 'base64url').toString('hex')).toBe(
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
    )
    const other = signerOf('11'.repeat(32))
    const signature = signer.sign('Ayşe')
    expect(isSignedBy(signer.publicKey, 'Ayşe', signature)).toBe(true)
    expect(isSignedBy(signer.publicKey, 'Ayse', signature)).toBe(false)
    expect(isSignedBy(other.publicKey, 'Ayşe', signature)).toBe(false)
    expect(isSignedBy(signer.publicKey, 'Ayşe', 'nothing')).toBe(false)
  })
})
