import { createHmac, randomBytes } from 'node:crypto'
import { createDispatcher } from '../../../src-core/database/dispatcher.ts'
import type { OwnColumns, PortalUserTable } from '../../../src-core/database/schema.ts'
import { features } from '../../../src-core/features.ts'
import { createPorts } from '../../../src-node/ports.ts'
import { openPortalStore } from '../../../src-portal/server/portal-store.ts'
import { secretOf } from '../../../src-portal/server/secret.ts'
import type { PortalPlace } from '../../../src-portal/server/settings.ts'
import { staffFields, unitFields } from '../../core/people/small-office.ts'
import { program } from '../bench-store.ts'

export type Sender = { readonly personId: string; readonly cookie: string }

export type Prepared = { readonly cycleId: string; readonly unitId: string; readonly senders: readonly Sender[] }

const now = '2026-12-15T07:00:00.000Z'
const id = (kind: number, at: number) =>
  `01900000-0000-7000-8${String(kind).padStart(3, '0')}-${String(at).padStart(12, '0')}`

/** A store with an open cycle, so many people who are signed in, and so many needs that others have sent already. */
export async function prepareForms(place: PortalPlace, people: number, needLines: number): Promise<Prepared> {
  const opened = await openPortalStore(place, new Date(now), true)
  const { store, columns } = opened
  const { secret, dataKey } = await secretOf(store.id)
  const dispatcher = createDispatcher({
    ...{ store, columns, features, ports: createPorts(opened.files, dataKey), clock: () => new Date(now) },
    random: (bytes) => randomBytes(bytes),
    logFault: (_reference, error) => process.stderr.write(`${String(error)}\n`),
  })
  const run = (operation: string, input?: unknown) => dispatcher.run(operation, input, program) as Promise<never>
  const unit: { id: string } = await run('people.addUnit', unitFields({ code: 'IKE', name: 'İnsan Kaynakları' }))
  const cycle: { id: string; rowVersion: number } = await run(
    'needs.createCycle',
    await run('needs.suggestCycle', { year: 2027 }),
  )
  await run('needs.approveCycle', { id: cycle.id, rowVersion: cycle.rowVersion })
  await run('needs.advanceCycles')
  const senders: Sender[] = []
  for (let at = 0; at < people; at++) {
    const fields = staffFields({ registryNo: String(at), givenNames: 'Deniz', surname: `Aydın ${at}`, unitId: unit.id })
    const person: { id: string } = await run('people.addStaff', fields)
    const token = randomBytes(24).toString('base64url')
    const signature = createHmac('sha256', secret).update(token).digest('base64')
    await store.write(async ({ db }) => {
      await db.insertInto('portalUser').values(accountOf(at, person.id)).execute()
      await db.insertInto('portalSession').values(sessionOf(at, token)).execute()
    })
    const cookie = `akademi.session_token=${encodeURIComponent(`${token}.${signature}`)}`
    senders.push({ personId: person.id, cookie })
  }
  for (let at = 0; at < needLines; at += 200)
    await store.write(({ db }) =>
      db
        .insertInto('needLine')
        .values(
          Array.from({ length: Math.min(200, needLines - at) }, (_, of) => ({
            ...lineOf(cycle.id, unit.id, at + of),
            ...{ id: id(4, at + of), createdAt: now, createdBy: 'bench', updatedAt: now, updatedBy: 'bench' },
            ...{ rowVersion: 1, deletedAt: null, origin: 'portal' as const },
          })),
        )
        .execute(),
    )
  await opened.close()
  return { cycleId: cycle.id, unitId: unit.id, senders }
}

const accountOf = (at: number, personId: string): PortalUserTable => ({
  ...{ id: id(1, at), name: `Deniz Aydın ${at}`, email: `d${at}@belediye.example`, personId, image: null },
  ...{ institution: null, createdAt: now, updatedAt: now, noticeVersion: '2026-12', noticeAt: now, lastSignInAt: null },
  emailVerified: 1,
  twoFactorEnabled: 0,
  audience: 'STAFF',
  language: 'tr',
  state: 'ACTIVE',
  duties: '[]',
})

const sessionOf = (at: number, token: string) => ({
  ...{ id: id(2, at), userId: id(1, at), token, expiresAt: '2099-01-01T00:00:00.000Z', createdAt: now, updatedAt: now },
  ...{ ipAddress: null, userAgent: null },
})

/** A line of nobody's form: unit needs, so that nobody's own form grows. */
export const lineOf = (cycleId: string, unitId: string, at: number): OwnColumns<'needLine'> => ({
  ...{ cycleId, unitId, formId: null, personId: null, headcount: 1, kind: 'freeText', topicId: null },
  ...{ freeText: `Konu ${at}`, freeTextKey: `konu ${at}`, reason: 'legal', selfLevel: null, targetLevel: null },
  ...{ urgency: 3, preferredQuarter: null, managerPriority: null, managerState: 'WAITING', managerReason: null },
  ...{ note: null, demandGroupId: null, outcome: 'OPEN', outcomeReason: null, carriedFromId: null },
  ...{ sources: '[]', importId: null },
})
