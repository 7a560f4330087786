import type { Handlers } from '../database/dispatcher.ts'
import type { DelegationTable, ProgrammeItemTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import { formatDate } from '../kernel/dates.ts'
import { breaksRule, found } from '../kernel/errors.ts'
import { fold } from '../kernel/turkish.ts'
import { linkById, noteAnswered, receiptNoOf } from '../links/index.ts'
import * as files from './delegation.repository.ts'
import { programmeOpen } from './delegation.rules.ts'
import { hostAnswers } from './host-answers.ts'
import type { HostSlot, hostPageContract } from './host-page.contract.ts'
import { fieldsOf, noteAnswers } from './programme.handlers.ts'
import { clock, needsHost } from './programme.rules.ts'
import { allSites } from './site.repository.ts'

type HostPage = {
  readonly linkId: string
  readonly host: string
  readonly file: DelegationTable
  readonly rows: readonly ProgrammeItemTable[]
}

/** The slots of one delegation that name the host of a link; a slot that another host takes over is no longer among them. */
async function pageOf(db: Reader, linkId: string): Promise<HostPage> {
  const link = found(await linkById(db, linkId), 'personalLink')
  const file = found(await files.delegationById(db, link.delegationId ?? ''), 'delegation')
  const host = link.host ?? ''
  const rows = (await files.itemsOf(db, file.id)).filter(
    ({ kind, hostUnit }) => needsHost(kind as HostSlot['kind']) && fold(hostUnit ?? '') === fold(host),
  )
  return { linkId: link.id, host, file, rows }
}

export const hostPageHandlers: Handlers<typeof hostPageContract> = {
  mySlots: async ({ db, actor }) => {
    const { file, host, rows } = await pageOf(db, actor.id)
    const sites = new Map((await allSites(db)).map((site) => [site.id, site]))
    const people = await files.participantsOf(db, file.id)
    return {
      ...{ titleTr: file.titleTr, titleEn: file.titleEn, fromDate: file.fromDate, toDate: file.toDate, host },
      persons: people.filter(({ state }) => state !== 'CANCELLED').length,
      open: programmeOpen(file.state),
      slots: rows.map((row) => {
        const { details, ...fields } = fieldsOf(row)
        const site = fields.siteId === null ? undefined : sites.get(fields.siteId)
        return {
          ...{ id: row.id, kind: fields.kind, titleTr: fields.titleTr, titleEn: fields.titleEn },
          ...{ date: fields.date, startMinute: fields.startMinute, endMinute: fields.endMinute },
          placeTr: site?.nameTr ?? fields.place,
          placeEn: site?.nameEn ?? fields.place,
          ...{ language: details.language, equipment: details.equipment, ppe: details.ppe },
          answer: hostAnswers.find((one) => one === fields.hostState) ?? null,
          ...{ hostPerson: fields.hostPerson, note: details.hostNote },
        }
      }),
    }
  },

  answerMySlot: async ({ db, input, write, actor, now }) => {
    const { id, seen, answer, hostPerson, note, proposed } = input
    const { file, rows, linkId } = await pageOf(db, actor.id)
    if (!programmeOpen(file.state)) breaksRule('programmeClosed')
    const row = found(
      rows.find((one) => one.id === id),
      'programmeItem',
    )
    // Whoever agrees to ten o'clock has not agreed to eleven.
    if (row.date !== seen.date || row.startMinute !== seen.startMinute || row.endMinute !== seen.endMinute)
      breaksRule('slotMoved')
    const asked = answer === 'ALTERNATIVE' ? proposed : null
    if (answer === 'ALTERNATIVE' && asked === null && note === null) breaksRule('proposalNeeded')
    if (asked && (asked.date < file.fromDate || asked.date > file.toDate))
      breaksRule('proposalOutside', { from: formatDate(file.fromDate), to: formatDate(file.toDate) })
    const words = [asked && `${formatDate(asked.date)} ${clock(asked.startMinute)}`, note].filter(Boolean)
    await noteAnswers({ db, write }, file, [row], {
      state: answer,
      ...(hostPerson !== null && { hostPerson }),
      note: words.join(' · ') || null,
    })
    await noteAnswered(write, linkId, now)
    return { receiptNo: receiptNoOf(linkId) }
  },
}
