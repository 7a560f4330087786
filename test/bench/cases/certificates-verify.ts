import { generateKeyPairSync, sign, verify } from 'node:crypto'
import { parseCode, showCode } from '../../../src-core/certificates/code.rules.ts'
import { isSigned, statementOf } from '../../../src-core/certificates/statement.ts'
import { tellResult, timed } from '../bench-store.ts'
import { papers, publicKeyOfPapers } from '../certificates/papers.ts'

/** Codes as they are typed, each looked up and its signature checked over what the register says. */
const made = papers(5000)
const register = new Map(made.map((paper) => [paper.code, paper]))
const publicKey = publicKeyOfPapers()
const { ms } = await timed(async () => {
  for (const { code } of made) {
    const paper = register.get(parseCode(showCode(code).toLowerCase()) ?? '')
    const holds =
      paper && isSigned(publicKey, statementOf(paper.serial, paper.code, paper.holder, paper.training), paper.signature)
    if (!holds) throw new Error(`${code} does not hold`)
  }
})
// The floor: nothing but the signature, as Node's OpenSSL checks it, on the same machine in the same minute.
const { privateKey, publicKey: bareKey } = generateKeyPairSync('ed25519')
const text = Buffer.alloc(400, 65)
const signature = sign(null, text, privateKey)
const floor = await timed(async () => {
  for (let at = 0; at < made.length; at++) verify(null, text, bareKey, signature)
})
tellResult({
  ms,
  floorMs: floor.ms,
  floorASecond: Math.round((made.length * 1000) / floor.ms),
  codes: made.length,
  aSecond: Math.round((made.length * 1000) / ms),
})
