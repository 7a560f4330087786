import { createPublicKey, verify } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { badgeOf, signBadge } from '../../../src-core/certificates/badge.ts'
import type { TrainingSnapshot } from '../../../src-core/certificates/certificate.ts'
import { signerOf } from '../../../src-core/kernel/ed25519.ts'

const training: TrainingSnapshot = {
  ...{ kind: 'DELEGATION', language: 'both', titleTr: 'Çevre Yönetimi', titleEn: 'Environmental Management' },
  ...{ fromDate: '2027-01-25', toDate: '2027-01-31', place: 'İstanbul', placeEn: 'Istanbul', partner: null },
  ...{ lessonHoursTenths: 400, testRequired: false, validUntil: '2029-01-31', issuedOn: '2027-01-31' },
  ...{
    signatories: [],
    institutionTr: 'Örnek Belediyesi',
    institutionEn: 'Example Municipality',
    unitTr: '',
    unitEn: '',
  },
  ...{
    labelTr: 'Heyet Sertifikası',
    labelEn: 'Certificate',
    portal: 'akademi.example',
    logoLeft: null,
    logoRight: null,
  },
}

const row = (more: Partial<TrainingSnapshot> = {}) => ({
  ...{ code: 'K7QF2M9XABCD', serial: 'HS-2027-000418', issuedAt: '2027-01-31T11:20:30.456Z' },
  ...{ holderId: '0192b1c4-6f2e-7a11-8c3d-5e6f7a8b9c0d', groupId: '0192b1c4-6f2e-7a11-8c3d-5e6f7a8b9c0e' },
  holderSnapshot: JSON.stringify({
    ...{
      name: 'Şükrü Iğdır',
      institution: 'Nairobi City County',
      country: 'Kenya',
      attendedTenths: 400,
      testScore: null,
    },
  }),
  trainingSnapshot: JSON.stringify({ ...training, ...more }),
})

const signer = signerOf('42'.repeat(32))

const parts = (jws: string) => {
  const [header = '', payload = '', signature = ''] = jws.split('.')
  const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
  return { header: read(header), payload: read(payload), signed: `${header}.${payload}`, signature }
}

const uri = /^(https:\/\/|urn:uuid:)[^\s]+$/
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/

// Open Badges 3.0: classes AchievementCredential, AchievementSubject, Achievement, Criteria, Profile, IdentityObject.
describe('a badge as the classes of Open Badges 3.0 ask for', () => {
  const badge = badgeOf(row())

  test('names the two contexts first and in their order', () => {
    expect(badge['@context'].slice(0, 2)).toEqual([
      'https://www.w3.org/ns/credentials/v2',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
    ])
  })

  test('is a verifiable credential and an open badge, with an id, an issuer and the moment it holds from', () => {
    expect(badge.type).toEqual(expect.arrayContaining(['VerifiableCredential', 'OpenBadgeCredential']))
    expect(badge.id).toMatch(uri)
    expect(badge.issuer.id).toMatch(uri)
    expect(badge.issuer.type).toContain('Profile')
    expect(badge.validFrom).toMatch(instant)
    expect(badge.validUntil).toMatch(instant)
    expect(badge.awardedDate).toMatch(instant)
    expect(badge.credentialSchema).toEqual([{ id: expect.stringMatching(uri), type: '1EdTechJsonSchemaValidator2019' }])
  })

  test('has a subject with an achievement, and the achievement everything that is required of one', () => {
    const { credentialSubject: subject } = badge
    expect(subject.type).toContain('AchievementSubject')
    expect(subject.id).toMatch(uri)
    expect([subject.activityStartDate, subject.activityEndDate]).toEqual([
      '2027-01-25T00:00:00+03:00',
      '2027-01-31T23:59:59+03:00',
    ])
    const { achievement } = subject
    expect(achievement.type).toContain('Achievement')
    expect(achievement.id).toMatch(uri)
    for (const text of [achievement.name, achievement.description, achievement.criteria.narrative])
      expect(text.length).toBeGreaterThan(0)
    expect(subject.identifier).toEqual([
      { type: 'IdentityObject', identityType: 'name', identityHash: 'Şükrü Iğdır', hashed: false },
    ])
  })

  test('has an end only where the certificate has one', () => {
    expect(badgeOf(row({ validUntil: null }))).not.toHaveProperty('validUntil')
    expect(parts(signBadge(badgeOf(row({ validUntil: null })), signer)).payload).not.toHaveProperty('exp')
  })
})

describe('its proof as a JSON Web Token', () => {
  const { header, payload, signed, signature } = parts(signBadge(badgeOf(row()), signer))

  test('has a header with the algorithm, the public key and nothing of the private one', () => {
    expect(header).toEqual({ alg: 'EdDSA', typ: 'JWT', jwk: { kty: 'OKP', crv: 'Ed25519', x: signer.publicKey } })
  })

  test('repeats issuer, id, subject and both ends as claims, to the second', () => {
    expect(payload.iss).toBe(payload.issuer.id)
    expect(payload.jti).toBe(payload.id)
    expect(payload.sub).toBe(payload.credentialSubject.id)
    expect(payload.nbf * 1000).toBe(Date.parse(payload.validFrom))
    expect(payload.exp * 1000).toBe(Date.parse(payload.validUntil))
    expect(payload).not.toHaveProperty('vc')
    expect(payload).toMatchObject(JSON.parse(JSON.stringify(badgeOf(row()))))
  })

  test('holds under the key it carries, and no longer with another name in it', () => {
    const key = createPublicKey({ key: header.jwk, format: 'jwk' })
    expect(verify(null, Buffer.from(signed), key, Buffer.from(signature, 'base64url'))).toBe(true)
    const forged = Buffer.from(JSON.stringify(payload).replaceAll('Şükrü Iğdır', 'Başka Biri')).toString('base64url')
    const other = `${signed.split('.')[0]}.${forged}`
    expect(verify(null, Buffer.from(other), key, Buffer.from(signature, 'base64url'))).toBe(false)
  })
})
