import type { Handlers } from '../database/dispatcher.ts'
import { istanbulDate } from '../kernel/dates.ts'
import type { publicCheckContract } from './public-check.contract.ts'
import { countCheck } from './public-check.repository.ts'
import { isSurnameOf, maskName } from './public-check.rules.ts'
import { certificateById } from './register.repository.ts'
import { parseSerial } from './serial.rules.ts'
import { verifyText } from './verify.handlers.ts'

const unknown = { verdict: 'unknown' as const, certificate: null }

export const publicCheckHandlers: Handlers<typeof publicCheckContract> = {
  checkPublicly: async ({ db, input: { text, surname }, now }) => {
    const byNumber = parseSerial(text) !== undefined
    if (byNumber && surname === '') return { verdict: 'needsSurname', certificate: null }
    const { verdict, standing, certificate } = await verifyText(db, text, now)
    const row = certificate?.id ? await certificateById(db, certificate.id) : undefined
    if (!certificate || !row || standing === null || verdict === 'foreign' || verdict === 'unknown') return unknown
    const full = surname !== '' && isSurnameOf(surname, certificate.name)
    // A wrong surname must not tell that the number exists.
    if (byNumber && !full) return unknown
    await countCheck(db, row.id, istanbulDate(now))
    const {
      kind,
      titleTr,
      titleEn,
      fromDate,
      toDate,
      lessonHoursTenths,
      attendedTenths,
      issuedOn,
      issuer,
      replacedBy,
    } = certificate
    return {
      verdict,
      certificate: {
        ...{
          standing,
          kind,
          titleTr,
          titleEn,
          fromDate,
          toDate,
          lessonHoursTenths,
          attendedTenths,
          issuedOn,
          issuer,
          replacedBy,
          full,
        },
        holder: full ? certificate.name : maskName(certificate.name),
        endedOn: row.endedAt === null ? null : istanbulDate(row.endedAt),
      },
    }
  },
}
