import { noticeVersion } from '../../src-core/access/portal-account.ts'
import { participantFields, requestFields } from '../core/delegations/delegation-office.ts'
import { emailOf, type Kind, kinds, unitWish, type World, whoIs } from './world.ts'

/** What is asked in the name of others: of one who is not the caller, and of one more. */
const victims = (kind: Kind | 'nobody'): readonly ('staff' | 'otherStaff')[] =>
  kind === 'staff' ? ['otherStaff'] : kind === 'otherStaff' ? ['staff'] : ['staff', 'otherStaff']

const draftLine = {
  ...{ id: null, topicId: null, topicName: null, freeText: 'Sunum', external: false, reason: null, urgency: 3 },
  ...{ selfLevel: null, targetLevel: null, preferredQuarter: null, note: 'not' },
}

const fieldsOf = (world: World) => ({ topicId: world.topicId, freeText: 'Sunum', note: 'not' })

const workbook = { fileHash: 'f'.repeat(64), fileName: 'Birim.xlsx', confirmNames: false, leaveOutErrors: false }

const { receivedOn: _, topicId: __, ...visit } = requestFields()

const whole = participantFields('Akinyi', 'Otieno', { email: 'akinyi@nairobi.example' })
const participation = {
  ...{ givenNames: whole.givenNames, surname: whole.surname, nameForCertificate: whole.nameForCertificate },
  ...{ nameOnBadge: null, nationality: 'KE', institution: whole.institution, position: whole.position },
  ...{ mobile: whole.mobile, arrivalOn: null, departureOn: null, email: whole.email, details: {} },
}

type Examples = Readonly<Record<string, (world: World, caller: Kind | 'nobody') => readonly object[]>>

/**
 * Inputs for every operation of the portal that takes one, with the ids of others wherever it takes an id. An operation that is not
 * here fails the test, so that a new one is tried like the others.
 */
export const examples: Examples = {
  'certificates.checkPublicly': () => [{ text: 'AK-2026-000001', surname: 'Yok' }],
  'access.setPortalLanguage': () => [{ language: 'tr' }],
  'access.acceptNotice': () => [{ version: noticeVersion }],
  'access.portalAccounts': () => [{ search: 'belediye' }],
  'access.lockPortalAccount': ({ people }, caller) =>
    victims(caller).map((kind) => ({ id: whoIs(people, kind).accountId, locked: true })),
  'access.setPortalDuties': ({ people }, caller) =>
    victims(caller).map((kind) => ({ id: whoIs(people, kind).accountId, duties: ['SA'] })),
  'needs.unitForm': ({ forms }, caller) => victims(caller).map((kind) => ({ id: forms.get(kind)?.id })),
  'needs.decideForm': ({ forms }, caller) =>
    victims(caller).flatMap((kind) => {
      const { id, rowVersion, lines } = forms.get(kind) ?? { lines: [] }
      const decided = lines.map((line) => ({ ...line, approved: true, priority: 5, reason: 'uygun' }))
      return [
        { decision: 'return', id, rowVersion, reason: 'Eksik doldurulmuş' },
        { decision: 'approve', id, rowVersion, lines: decided },
      ]
    }),
  'needs.matchTopics': () => [{ text: 'Excel', limit: 5 }],
  'needs.saveMyDraft': ({ cycleId, forms }, caller) =>
    victims(caller).map((kind) => ({
      ...{ cycleId, version: 0 },
      lines: [{ ...draftLine, id: forms.get(kind)?.lines[0]?.id ?? null }],
    })),
  'needs.submitMyForm': (world, caller) =>
    victims(caller).flatMap((kind) =>
      [null, 1].map((formVersion) => ({
        ...{ cycleId: world.cycleId, formVersion },
        lines: [{ id: world.forms.get(kind)?.lines[0]?.id ?? null, fields: fieldsOf(world) }],
      })),
    ),
  'needs.rankWishes': ({ forms }, caller) =>
    victims(caller).map((kind) => ({
      ranks: (forms.get(kind)?.lines ?? []).map(({ id, rowVersion }) => ({ id, rowVersion, priority: 5 })),
    })),
  'needs.addMyUnitNeed': ({ unitNeed }) => [{ fields: unitWish(unitNeed.unitId, 'Sunum') }],
  'needs.changeMyUnitNeed': ({ unitNeed: { id, unitId } }) => [
    { id, rowVersion: 1, fields: unitWish(unitId, 'Başka birimin isteği') },
  ],
  'needs.removeMyUnitNeed': ({ unitNeed: { id } }) => [{ id }],
  'needs.restoreMyUnitNeed': ({ unitNeed: { id } }) => [{ id }],
  'needs.myUnitTemplate': ({ unitNeed: { unitId } }) => [{ unitId, language: 'tr' }],
  'needs.uploadMyWorkbook': () => [{ file: 'no file' }],
  'needs.checkMyWorkbook': () => [{ ...workbook, language: 'tr' }],
  'needs.correctMyWorkbook': () => [{ ...workbook, language: 'tr' }],
  'needs.commitMyWorkbook': () => [workbook],
  'needs.undoMyImport': ({ unitNeed: { id } }) => [{ batchId: id }],
  'people.askErasure': () => [{ wish: 'Telefonum silinsin' }],
  'people.withdrawErasure': () => [{ rowVersion: 1 }],
  'delegations.askForVisit': () => [{ fields: visit, consent: true }],
  'delegations.askForVisitByMail': () => [{ fields: visit, consent: true, noticeVersion, language: 'tr' }],
  'delegations.confirmVisit': () => [{ token: 'x'.repeat(43) }],
  'delegations.answerMySlot': ({ unitNeed: { id } }) => [
    {
      ...{ id, seen: { date: '2027-01-25', startMinute: 540, endMinute: 630 }, answer: 'ALTERNATIVE' },
      ...{ hostPerson: 'Ayşe Işık', note: 'Öğleden sonra', proposed: { date: '2027-01-26', startMinute: 600 } },
    },
  ],
  'delegations.saveMyParticipation': () => [
    { version: 0, typed: { texts: { givenNames: 'Akinyi' }, visaNeeded: true, hotelNeeded: true, mediaConsent: true } },
  ],
  'delegations.setMyPhoto': () => [{ photo: null }, { photo: 'bm8gcGhvdG8=' }],
  'delegations.sendMyParticipation': () => [
    { rowVersion: 1, fields: participation, texts: { passportNo: 'A1234567' }, consent: noticeVersion },
  ],
  'delivery.answerMySession': ({ unitNeed: { id } }) => [
    { id, seen: { date: '2027-03-01', half: 'none' }, answer: 'ACCEPTED', note: 'Gelirim' },
  ],
  'sync.joinAsked': ({ userCode: code }) => [{ code }],
  'sync.refuseJoin': () => [{ code: 'BCDF-GHJK' }],
  'sync.confirmJoin': ({ userCode: code }) => [{ code }],
  'sync.removeJoinedDevice': ({ deviceId: id }) => [{ id }],
  'notices.sendAgain': ({ people }) => [{ ids: [...people.values()].map(({ accountId }) => accountId) }],
}

/** What is posted to the portal beside its operations; each turn for another address, whose tries are counted. */
export const posted = (turn: number): Readonly<Record<string, object>> => ({
  '/api/accounts/register': {
    ...{ name: 'Deniz Aydın', email: `yeni${turn}@example.org`, audience: 'PUBLIC_BODY', institution: 'Kurum' },
    ...{ language: 'tr', noticeVersion },
  },
  '/api/accounts/activate': { email: emailOf('staff'), language: 'tr' },
  '/api/accounts/link': { email: emailOf('staff') },
  '/api/accounts/password': { token: 'x'.repeat(20), password: 'mavi kapı 7 deniz' },
  '/api/auth/sign-in/email': { email: emailOf(kinds[turn % kinds.length] ?? 'staff'), password: 'wrong password' },
  '/api/auth/change-password': {
    currentPassword: 'wrong',
    newPassword: 'sarı kapı 7 deniz',
    revokeOtherSessions: true,
  },
  '/api/auth/revoke-session': { token: 'x'.repeat(32) },
  '/api/auth/two-factor/enable': { password: 'wrong password' },
  '/api/auth/two-factor/disable': { password: 'wrong password' },
  '/api/auth/two-factor/verify-totp': { code: '000000' },
  '/api/auth/two-factor/verify-backup-code': { code: 'abcde-fghij' },
  '/api/auth/device/code': {
    ...{ client_id: 'akademi-desktop', device_name: 'Masa', officer_id: 'o', officer_name: 'Görevli', public_key: '' },
  },
  '/api/auth/device/token': {
    grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
    ...{ client_id: 'akademi-desktop', device_code: 'x'.repeat(43) },
  },
})

/** Stands in most hostile texts; nothing of ours holds it. */
export const trace = 'hostil3'

export const hostile = [
  `${trace}'; drop table "person"; --`,
  `${trace}" or "1"="1`,
  `${trace}\0`,
  `${trace}\r\n{"level":30,"route":"forged","ms":1}\n`,
  trace + 'x'.repeat(100_000),
  '__proto__',
  `../../../../etc/passwd%00${trace}`,
  `<img src=x onerror="alert('${trace}')">`,
  `\ud800${trace}`,
  `{{ ${trace} | upcase }}{% include 'x' %}\${${trace}}`,
  `\u202e${trace}\u0085\u2028`,
  `=cmd|' /C ${trace}'!A0`,
] as const

/** The paths of all texts in an input. */
export function textsIn(
  value: unknown,
  path: readonly (string | number)[] = [],
): readonly (readonly (string | number)[])[] {
  if (typeof value === 'string') return [path]
  if (typeof value !== 'object' || value === null) return []
  const entries = Array.isArray(value) ? [...value.entries()].slice(0, 2) : Object.entries(value)
  return entries.flatMap(([name, one]) => textsIn(one, [...path, name]))
}

/** The same input with another text at a path. */
export function withText(value: unknown, [name, ...rest]: readonly (string | number)[], text: string): unknown {
  if (name === undefined) return text
  const copy = structuredClone(value) as Record<string | number, unknown>
  copy[name] = withText(copy[name], rest, text)
  return copy
}
