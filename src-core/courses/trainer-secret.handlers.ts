import type { Handlers } from '../database/dispatcher.ts'
import type { TrainerTable } from '../database/schema.ts'
import type { Actor } from '../kernel/context.ts'
import { breaksRule, found } from '../kernel/errors.ts'
import { isNationalId, maskNationalId } from '../kernel/national-id.ts'
import type { Ports } from '../kernel/ports.ts'
import { feePayers } from './fields.ts'
import { ibanText, isIban, maskIban } from './iban.ts'
import type { trainerContract } from './trainer.contract.ts'
import { trainerById } from './trainer.repository.ts'
import { secretColumns } from './trainer.ts'

type OwnHandlers = Pick<
  Handlers<typeof trainerContract>,
  'sealTrainerSecret' | 'setTrainerSecret' | 'showTrainerSecret'
>

const maySee = ({ roles }: Pick<Actor, 'roles'>): boolean =>
  roles === 'all' || feePayers.some((role) => roles.includes(role))

/** Identity number and account with all but a few signs hidden, for who may know; nothing at all for others. */
export function maskedSecrets(
  row: TrainerTable,
  actor: Actor,
  ports: Pick<Ports, 'seal'>,
): { readonly identity?: string | null; readonly iban?: string | null } {
  if (!maySee(actor)) return {}
  return {
    identity: row.identitySealed ? maskNumber(ports.seal.open(row.identitySealed)) : null,
    iban: row.ibanSealed ? maskIban(ports.seal.open(row.ibanSealed)) : null,
  }
}

/** A tax number has ten digits, an identity number eleven. */
const maskNumber = (digits: string): string =>
  digits.length === 11 ? maskNationalId(digits) : `${'*'.repeat(digits.length - 2)}${digits.slice(-2)}`

const digitsOf = (text: string): string => text.replace(/[\s.-]/g, '')

export const trainerSecretHandlers: OwnHandlers = {
  sealTrainerSecret: async ({ input, ports }) => {
    if (input.secret === 'iban') {
      // Unlike an identity number, a wrong account is of no use to anybody.
      if (!isIban(input.text)) breaksRule('ibanWrong')
      return { sealed: ports.seal.seal(ibanText(input.text), ports.randomToken()), fits: true }
    }
    const digits = digitsOf(input.text)
    if (!/^\d{10,11}$/.test(digits)) breaksRule('identityShape')
    const fits = digits.length === 10 || isNationalId(digits)
    return { sealed: ports.seal.seal(digits, ports.randomToken()), fits }
  },

  setTrainerSecret: async ({ db, input, write }) => {
    found(await trainerById(db, input.id), 'trainer', input.id)
    const patch = { [secretColumns[input.secret]]: input.sealed }
    const differs = await write.update('trainer', input.id, patch, input.rowVersion)
    return { rowVersion: input.rowVersion + (differs ? 1 : 0) }
  },

  showTrainerSecret: async ({ db, input, ports }) => {
    const row = found(await trainerById(db, input.id), 'trainer', input.id)
    const sealed = row[secretColumns[input.secret]]
    return { text: sealed ? ports.seal.open(sealed) : null }
  },
}
