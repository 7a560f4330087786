import { createSeal } from '../../../src-node/crypto/seal.ts'
import { itemFields, met, participantFields, requestFields } from '../delegations/delegation-office.ts'
import type { Recipe } from './histories.ts'
import type { Draw, Look } from './inputs.ts'

const alive = async (look: Look, table: Parameters<Look>[0]) =>
  (await look(table)).filter((row) => row.deletedAt === null)

const someFile = async (draw: Draw, look: Look) =>
  draw.pick((await alive(look, 'delegation')).filter(({ state }) => state !== 'CANCELLED'))?.id ?? 'none'

const bodies = ['Nairobi City County', 'Bashkia Tiranë', 'Konya Büyükşehir Belediyesi']

/** Under the key of the academies that histories run in. */
const seal = createSeal(new Uint8Array(32).fill(7))

const someLinks = async (draw: Draw, look: Look) => ({ ids: [draw.pick(await look('personalLink'))?.id ?? 'none'] })

/** Inputs of delegations that fit: a request, its decision, the file that follows from it, and what stands in the file. */
export const delegationRecipes: Readonly<Record<string, Recipe>> = {
  'delegations.addRequest': async (draw) => ({
    ...requestFields({ requestingBody: draw.pick(bodies) ?? '', groupSize: 1 + draw.below(30) }),
    consent: true,
  }),
  'delegations.assessRequest': async (draw, look) => {
    const row = draw.pick((await alive(look, 'delegationRequest')).filter(({ state }) => state === 'REQUESTED'))
    return { id: row?.id ?? 'none', rowVersion: row?.rowVersion ?? 1, assessment: met }
  },
  'delegations.decideRequest': async (draw, look) => {
    const row = draw.pick((await alive(look, 'delegationRequest')).filter(({ state }) => state === 'REQUESTED'))
    const decision = draw.pick(['ACCEPTED', 'ACCEPTED', 'ACCEPTED', 'DECLINED'])
    const said = { reason: 'Takvim uygun.', redirectedTo: null, ebysNo: null, ebysDate: null }
    return { id: row?.id ?? 'none', rowVersion: row?.rowVersion ?? 1, decision, ...said }
  },
  'delegations.openDelegation': async (draw, look) => {
    const taken = new Set((await alive(look, 'delegation')).map(({ requestId }) => requestId))
    const accepted = (await alive(look, 'delegationRequest')).filter(({ state }) => state === 'ACCEPTED')
    const requestId = draw.pick(accepted.filter(({ id }) => !taken.has(id)))?.id ?? 'none'
    const titles = { titleTr: 'Çevre Yönetimi', titleEn: 'Environmental Management' }
    return { requestId, ...titles, fromDate: '2027-01-25', toDate: '2027-01-29', coordinator: 'Sevgi Işıkhan' }
  },
  'delegations.editProgramme': async (draw, look) => ({
    delegationId: await someFile(draw, look),
    put: [{ ...itemFields({ startMinute: 540 + 30 * draw.below(8), endMinute: 840 }), id: null }],
    remove: [],
  }),
  'delegations.copyProgramme': async (draw, look) => ({
    delegationId: await someFile(draw, look),
    ...{ template: draw.pick(['courtesy', 'disaster']), fromDelegationId: null, startOn: '2027-01-25' },
  }),
  'delegations.answerHosts': async (draw, look) => {
    const item = draw.pick(await alive(look, 'programmeItem'))
    return { delegationId: item?.delegationId ?? 'none', ids: [item?.id ?? 'none'], state: 'ACCEPTED' }
  },
  'delegations.addParticipants': async (draw, look) => ({
    delegationId: await someFile(draw, look),
    participants: [{ fields: participantFields(draw.pick(['Ali', 'Işıl']) ?? '', 'ÖZ'), sealed: {} }],
  }),
  'delegations.markAttendance': async (draw, look) => {
    const item = draw.pick(await alive(look, 'programmeItem'))
    const person = draw.pick(
      (await alive(look, 'delegationParticipant')).filter(({ delegationId }) => delegationId === item?.delegationId),
    )
    const mark = draw.pick(['PRESENT', 'ABSENT', null])
    return { itemId: item?.id ?? 'none', participantIds: [person?.id ?? 'none'], mark, method: 'name' }
  },
  'delegations.addResource': async (draw, look) => ({
    delegationId: await someFile(draw, look),
    resource: {
      ...{ kind: 'hotelRoom', name: 'Otel Haliç' },
      details: { roomNo: '201', roomType: 'twin', checkIn: null, checkOut: null, breakfast: true },
    },
  }),
  'delegations.askForVisit': async (draw) => {
    const { receivedOn: _receivedOn, topicId: _topicId, ...fields } = requestFields()
    const days = { preferredFrom: '2028-01-10', preferredTo: '2028-01-14' }
    return { fields: { ...fields, ...days, requestingBody: draw.pick(bodies) ?? '' }, consent: true }
  },
  'links.makeLinks': async (draw, look) => {
    const participantId = draw.pick(await alive(look, 'delegationParticipant'))?.id ?? 'none'
    const tokenSealed = seal.seal(`token ${draw.below(2 ** 30)} ${draw.below(2 ** 30)}`, String(draw.below(2 ** 30)))
    const holder = { holderName: 'Konuk', holderEmail: 'konuk@example.org', language: 'en', tokenSealed }
    return {
      links: [{ subject: { purpose: 'PARTICIPANT', participantId }, ...holder }],
      expiresOn: '2027-03-01',
      mail: true,
    }
  },
  'links.showLinks': someLinks,
  'links.revokeLinks': someLinks,
  'delegations.setTravel': async (_draw, look) => {
    const [from, to] = await alive(look, 'site')
    return { fromSiteId: from?.id ?? 'none', toSiteId: to?.id ?? 'none', minutes: 30 }
  },
}
