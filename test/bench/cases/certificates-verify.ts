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
tellResult({ ms, codes: made.length, aSecond: Math.round((made.length * 1000) / ms) })
