import type { CommandCall } from '../database/dispatcher.ts'
import type { DelegationTable, PersonalLinkTable } from '../database/schema.ts'
import { formatDate, formatInstant } from '../kernel/dates.ts'
import { fold } from '../kernel/turkish.ts'
import { hostMailKey, openHostLinks } from '../links/index.ts'
import { queueMail, waitingMails, withdrawMails } from '../notices/index.ts'
import * as files from './delegation.repository.ts'
import { programmeOpen } from './delegation.rules.ts'
import { clock } from './programme.rules.ts'
import type { ItemFields } from './programme.ts'

type Call = Pick<CommandCall<unknown>, 'db' | 'write' | 'now'>

type HostMail = {
  readonly code: 'DEL-04' | 'DEL-05'
  readonly dedupeKey: string
  readonly data: Readonly<Record<string, string | number>>
  readonly notBefore?: string
}

async function mailHost(
  { db, write, now }: Call,
  link: PersonalLinkTable,
  file: DelegationTable,
  { code, dedupeKey, data, notBefore }: HostMail,
): Promise<boolean> {
  const { holderEmail: email, holderName: name, tokenSealed, expiresAt } = link
  if (email === null || tokenSealed === null) return false
  const language = link.language === 'tr' ? 'tr' : 'en'
  const title = language === 'tr' ? file.titleTr : file.titleEn
  const until = formatInstant(expiresAt).slice(0, 10)
  const to = { audience: 'PUBLIC_BODY', email, language } as const
  const fields = { name, title, until, tokenSealed, ...data }
  return queueMail(db, { id: write.newId(), code, to, data: fields, dedupeKey, ...(notBefore && { notBefore }) }, now)
}

const isHostOf = (link: PersonalLinkTable, { hostUnit }: Pick<ItemFields, 'hostUnit'>): boolean =>
  fold(hostUnit ?? '') === fold(link.host ?? '')

const silentHours = 48
const hour = 3_600_000

/**
 * Notes as silent what a host was asked by mail and has left for 48 hours (product: 6.4), and writes DEL-04 to her, once for each link;
 * gives how many letters were written.
 */
export async function remindHosts(call: Call): Promise<number> {
  const { db, write, now } = call
  const latest = new Date(Date.parse(now) - silentHours * hour).toISOString()
  let reminded = 0
  for (const link of await openHostLinks(db, now)) {
    if (link.createdAt > latest) continue
    const file = await files.delegationById(db, link.delegationId ?? '')
    if (!file || !programmeOpen(file.state)) continue
    const own = (await files.itemsOf(db, file.id)).filter((row) => isHostOf(link, row))
    // An hour that was put in or moved since is not left unanswered yet.
    const left = own.filter(({ hostState, updatedAt }) => hostState === 'ASKED' && updatedAt <= latest)
    await write.updateMany(
      'programmeItem',
      left.map(({ id }) => ({ id, patch: { hostState: 'SILENT' as const } })),
    )
    const count = left.length + own.filter(({ hostState }) => hostState === 'SILENT').length
    const mail = { code: 'DEL-04', dedupeKey: hostMailKey('DEL-04', link.id), data: { count } } as const
    if (count > 0 && (await mailHost(call, link, file, mail))) reminded++
  }
  return reminded
}

type Slot = ItemFields & { readonly id: string | null }

type Move = { readonly before: Slot; readonly after: Slot | undefined }

/** So long a mail about moved hours waits, so that an hour of dragging is told in one letter. */
const settleMinutes = 15

const whatMoves = ['date', 'startMinute', 'endMinute', 'siteId', 'place', 'hostUnit'] as const

const isMove = ({ before, after }: Move): boolean => !after || whatMoves.some((key) => before[key] !== after[key])

function lineOf(link: PersonalLinkTable, { before, after }: Move): string {
  const turkish = link.language === 'tr'
  const title = turkish ? before.titleTr : before.titleEn
  if (!after || !isHostOf(link, after))
    return `“${title}” ${turkish ? 'artık sizden beklenmiyor' : 'is no longer asked of you'}`
  return `“${title}” ${formatDate(after.date)} ${clock(after.startMinute)}–${clock(after.endMinute)}`
}

/**
 * DEL-05 to hosts with a mailed link whose hours an edit moved, gave to others or took out. A letter that has not gone yet takes up
 * what follows.
 */
export async function tellMoves(
  call: Call,
  file: DelegationTable,
  before: readonly Slot[],
  after: readonly Slot[],
): Promise<void> {
  const { db, write, now } = call
  const next = new Map(after.map((slot) => [slot.id, slot]))
  const moves = before.map((slot) => ({ before: slot, after: next.get(slot.id) }))
  const told = moves.filter((move) => move.before.hostState !== 'NONE' && isMove(move))
  const known = new Set(before.map(({ id }) => id))
  const back = after.filter(({ id }) => id !== null && !known.has(id))
  if (told.length + back.length === 0) return
  for (const link of await openHostLinks(db, now, file.id)) {
    const own = told.filter((move) => isHostOf(link, move.before))
    const key = hostMailKey('DEL-05', link.id)
    const waiting = await waitingMails(db, [key])
    const lines: Record<string, string> = {}
    for (const { data } of waiting) Object.assign(lines, JSON.parse((JSON.parse(data) as { lines: string }).lines))
    // What was taken out and put back within the waiting time is asked of her again.
    const restored = back.filter(({ id }) => Object.hasOwn(lines, id ?? ''))
    if (own.length + restored.length === 0) continue
    for (const move of [...own, ...restored.map((slot) => ({ before: slot, after: slot }))])
      lines[move.before.id ?? ''] = lineOf(link, move)
    const keys = waiting.map(({ dedupeKey }) => dedupeKey)
    await withdrawMails(db, keys)
    await mailHost(call, link, file, {
      ...{ code: 'DEL-05', dedupeKey: `${key}:${write.newId()}` },
      data: { lines: JSON.stringify(lines), changes: Object.values(lines).join('; ') },
      notBefore: new Date(Date.parse(now) + settleMinutes * 60_000).toISOString(),
    })
  }
}
