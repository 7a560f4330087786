import { type CommandCall, feature, type Handlers } from '../database/dispatcher.ts'
import type { PersonalLinkTable } from '../database/schema.ts'
import { closingInstant, istanbulDate } from '../kernel/dates.ts'
import { breaksRule, found, OperationError } from '../kernel/errors.ts'
import { fold } from '../kernel/turkish.ts'
import * as repository from './link.repository.ts'
import { linkPath, longestLinkDays, mayKeep, standingOf, tokenHash, tokenOf } from './link.rules.ts'
import type { NewLink, PersonalLink } from './link.ts'
import { mailLink, withdrawLinkMails } from './link-mail.ts'
import { linksContract } from './links.contract.ts'
import type { LinkPurpose } from './purpose.ts'

const toLink = (row: PersonalLinkTable, now: string): PersonalLink => ({
  ...row,
  mailed: row.mailed === 1,
  standing: standingOf(row, now),
})

type Keeping = Pick<CommandCall<unknown>, 'actor'>

function refuseOthers({ actor }: Keeping, purposes: readonly LinkPurpose[], operation: string): void {
  if (!purposes.every((purpose) => mayKeep(actor, purpose)))
    throw new OperationError('NOT_ALLOWED', { operation, roles: ['DC', 'TO'] })
}

/** The last instant of the day a link is made for; refuses a day that is past or too far. */
function expiryOf(day: string, now: string): string {
  const expiresAt = closingInstant(day)
  const latest = Date.parse(now) + longestLinkDays * 86_400_000
  if (expiresAt < now || Date.parse(expiresAt) > latest)
    breaksRule('linkDay', { today: istanbulDate(now), most: longestLinkDays })
  return expiresAt
}

async function makeLink(call: CommandCall<unknown>, link: NewLink, expiresAt: string, mail: boolean): Promise<string> {
  const { db, write, ports, now } = call
  const { subject, holderName, holderEmail, language, tokenSealed } = link
  const about = found(await repository.subjectOf(db, subject), 'linkSubject')
  if (about.over) breaksRule('linkSubjectOver', { name: holderName })
  const { delegationId, participantId, trainerId, host } = about
  const mailed = mail && subject.purpose !== 'TRAINER'
  if (mailed && holderEmail === null) breaksRule('linkNeedsEmail', { name: holderName })
  const before = (await repository.unrevokedLinks(db, about)).filter(
    (row) =>
      row.purpose === subject.purpose &&
      row.participantId === participantId &&
      fold(row.host ?? '') === fold(host ?? ''),
  )
  const hash = tokenHash(ports.seal.open(tokenSealed))
  if (await repository.linkByHash(db, hash)) breaksRule('linkTokenUsed')
  await revoke(call, before)
  const row = {
    ...{ purpose: subject.purpose, delegationId, participantId, trainerId, host },
    ...{ holderName, holderEmail, language, tokenSealed, expiresAt, answeredAt: null, revokedAt: null },
    tokenHash: hash,
    mailed: mailed ? (1 as const) : (0 as const),
  }
  const id = await write.insert('personalLink', row)
  if (mailed && ports.sendsMail) await mailLink(db, { ...row, id }, about, now)
  return id
}

/** A link that is taken back keeps no token. */
async function revoke({ db, write, ports, now }: CommandCall<unknown>, rows: readonly PersonalLinkTable[]) {
  const patch = { revokedAt: now, tokenSealed: null }
  await repository.dropDrafts(
    db,
    rows.map(({ id }) => id),
  )
  if (ports.sendsMail) await withdrawLinkMails(db, rows)
  return write.updateMany(
    'personalLink',
    rows.map(({ id }) => ({ id, patch })),
  )
}

const handlers: Handlers<typeof linksContract> = {
  drawTokens: async ({ input, ports }) => ({
    tokens: Array.from({ length: input.count }, () =>
      ports.seal.seal(tokenOf(ports.randomToken()), ports.randomToken()),
    ),
  }),

  makeLinks: async (call) => {
    const { links, expiresOn, mail } = call.input
    refuseOthers(
      call,
      links.map(({ subject }) => subject.purpose),
      'links.makeLinks',
    )
    const expiresAt = expiryOf(expiresOn, call.now)
    const ids: string[] = []
    for (const link of links) ids.push(await makeLink(call, link, expiresAt, mail))
    return { ids }
  },

  listLinks: async ({ db, input, now }) => ({
    links: (await repository.linksAbout(db, input)).map((row) => toLink(row, now)),
  }),

  showLinks: async (call) => {
    const { db, input, ports, now } = call
    const rows = await repository.linksByIds(db, input.ids)
    refuseOthers(
      call,
      rows.map(({ purpose }) => purpose),
      'links.showLinks',
    )
    return {
      links: rows.flatMap(({ id, tokenSealed, ...row }) =>
        tokenSealed === null || standingOf(row, now) !== 'OPEN'
          ? []
          : [{ id, path: linkPath(ports.seal.open(tokenSealed)) }],
      ),
    }
  },

  revokeLinks: async (call) => {
    const rows = await repository.linksByIds(call.db, call.input.ids)
    refuseOthers(
      call,
      rows.map(({ purpose }) => purpose),
      'links.revokeLinks',
    )
    return {
      revoked: await revoke(
        call,
        rows.filter(({ revokedAt }) => revokedAt === null),
      ),
    }
  },

  openedLink: async ({ db, actor }) => {
    const link = found(await repository.linkById(db, actor.id), 'personalLink')
    const { purpose, holderName, language, expiresAt } = link
    return { purpose, holderName, language, expiresAt }
  },
}

export const links = feature(linksContract, handlers)
