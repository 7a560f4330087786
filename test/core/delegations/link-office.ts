import { recogniseAtPortal } from '../../../src-core/access/index.ts'
import { tokenHash } from '../../../src-core/links/index.ts'
import type { PersonalLink } from '../../../src-core/links/link.ts'
import { openPreparedAcademy, type TestAcademy } from '../academy.ts'
import { itemFields, openFile, participantFields } from './delegation-office.ts'

export const hostOf = 'Çevre Koruma Dairesi'

/** A visit with two hours of one host, one of another, and two people. */
async function prepare(academy: TestAcademy) {
  const { run } = academy
  const { id: delegationId } = await openFile(academy)
  const put = [
    itemFields({ hostState: 'ASKED' }),
    itemFields({ hostState: 'ASKED', startMinute: 660, endMinute: 750, titleEn: 'Composting' }),
    itemFields({ hostState: 'ASKED', startMinute: 840, endMinute: 930, hostUnit: 'İSTAÇ' }),
  ]
  const { ids: items }: { ids: string[] } = await run('delegations.editProgramme', {
    delegationId,
    put: put.map((fields) => ({ ...fields, id: null })),
    remove: [],
  })
  const guest = (name: string) => ({
    fields: participantFields(name, 'OTIENO', { state: 'INVITED', consentVersion: null, consentOn: null }),
    sealed: {},
  })
  const { ids: people }: { ids: string[] } = await run('delegations.addParticipants', {
    delegationId,
    participants: [guest('Akinyi'), guest('Brian')],
  })
  return { delegationId, items, people }
}

type Facts = Awaited<ReturnType<typeof prepare>>

/** The visit with links of its own, as a coordinator makes them. */
export async function openLinkOffice() {
  const academy = await openPreparedAcademy(prepare)
  const { run, facts } = academy
  const draw = async (count: number) => {
    const { tokens }: { tokens: string[] } = await run('links.drawTokens', { count }, { as: ['DC'] })
    return tokens
  }
  const make = async (
    subjects: readonly unknown[],
    more: Readonly<Record<string, unknown>> = {},
    as: 'DC' | 'TO' = 'DC',
  ) => {
    const tokens = await draw(subjects.length)
    const links = subjects.map((subject, at) => ({
      ...{ subject, holderName: `Holder ${at}`, holderEmail: `h${at}@example.org`, language: 'tr' },
      tokenSealed: tokens[at],
    }))
    const { ids }: { ids: string[] } = await run(
      'links.makeLinks',
      { links, expiresOn: '2027-01-24', mail: false, ...more },
      { as: [as] },
    )
    return ids
  }
  const tokens = async (ids: readonly string[]) => {
    const { links }: { links: { id: string; path: string }[] } = await run('links.showLinks', { ids }, { as: ['DC'] })
    return ids.map((id) => links.find((one) => one.id === id)?.path.slice('/k#'.length))
  }
  const caller = (token: string, now: string) =>
    academy.academy.opened.store.read((db) =>
      recogniseAtPortal(
        db,
        { source: 'portal', actor: null, session: null, locked: false, link: tokenHash(token) },
        now,
      ),
    )
  const listed = async (of: Facts) => {
    const input = { delegationId: of.delegationId, trainerId: null }
    return ((await run('links.listLinks', input, { as: ['DC'] })) as { links: PersonalLink[] }).links
  }
  return { academy, run, facts, make, tokens, caller, listed }
}

export const now = '2026-12-15T07:00:00.000Z'
