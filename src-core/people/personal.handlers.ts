import type { Handlers } from '../database/dispatcher.ts'
import { breaksRule, found } from '../kernel/errors.ts'
import { isNationalId } from '../kernel/national-id.ts'
import type { personalContract } from './personal.contract.ts'
import { nationalIdDigits, sealedColumns } from './personal.rules.ts'
import { personById } from './staff.repository.ts'

export const personalHandlers: Handlers<typeof personalContract> = {
  sealPersonal: async ({ input, ports }) => {
    if (input.field === 'disabilitySupport')
      return { sealed: ports.seal.seal(input.text, ports.randomToken()), fits: true }
    const digits = nationalIdDigits(input.text)
    if (!/^[0-9]{11}$/.test(digits)) breaksRule('nationalIdShape')
    return { sealed: ports.seal.seal(digits, ports.randomToken()), fits: isNationalId(digits) }
  },

  setPersonal: async ({ db, input, write }) => {
    found(await personById(db, input.id), 'person', input.id)
    const patch = { [sealedColumns[input.field]]: input.sealed }
    const differs = await write.update('person', input.id, patch, input.rowVersion)
    return { rowVersion: input.rowVersion + (differs ? 1 : 0) }
  },

  showPersonal: async ({ db, input, ports }) => {
    const person = found(await personById(db, input.id), 'person', input.id)
    const sealed = person[sealedColumns[input.field]]
    return { text: sealed ? ports.seal.open(sealed) : null }
  },
}
