import type { CertificateTable } from '../database/schema.ts'
import type { Signer } from '../kernel/ed25519.ts'
import type { HolderSnapshot, TrainingSnapshot } from './certificate.ts'
import { sentence, titleIn } from './wording.ts'

/** The contexts in the order that Open Badges 3.0 asks for; the last one knows the validator of the schema. */
const contexts = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json',
] as const

const schema = {
  id: 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json',
  type: '1EdTechJsonSchemaValidator2019',
} as const

/** Whole seconds, so that the instant and its NumericDate are the same moment. */
const second = (instant: string): string => `${instant.slice(0, 19)}Z`

/** A day as it begins and ends in Istanbul, which has had one offset since 2016. */
const dayBegins = (day: string): string => `${day}T00:00:00+03:00`
const dayEnds = (day: string): string => `${day}T23:59:59+03:00`

/** What an Open Badges 3.0 credential says of a certificate: only what was frozen when it was issued. */
export function badgeOf(
  row: Pick<
    CertificateTable,
    'code' | 'serial' | 'holderId' | 'groupId' | 'issuedAt' | 'holderSnapshot' | 'trainingSnapshot'
  >,
) {
  const holder: HolderSnapshot = JSON.parse(row.holderSnapshot)
  const training: TrainingSnapshot = JSON.parse(row.trainingSnapshot)
  const language = training.language === 'en' ? 'en' : 'tr'
  const name = titleIn(training, language)
  const label = language === 'en' ? training.labelEn : training.labelTr
  const issuer = `https://${training.portal}`
  return {
    '@context': contexts,
    id: `${issuer}/d/${row.code}`,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: `${label}: ${name}`,
    issuer: {
      id: issuer,
      type: ['Profile'],
      name: language === 'en' ? training.institutionEn : training.institutionTr,
      url: issuer,
    },
    validFrom: second(row.issuedAt),
    awardedDate: dayBegins(training.issuedOn),
    ...(training.validUntil !== null && { validUntil: dayEnds(training.validUntil) }),
    credentialSubject: {
      id: `urn:uuid:${row.holderId}`,
      type: ['AchievementSubject'],
      activityStartDate: dayBegins(training.fromDate),
      activityEndDate: dayEnds(training.toDate),
      identifier: [{ type: 'IdentityObject', identityType: 'name', identityHash: holder.name, hashed: false }],
      achievement: {
        id: `urn:uuid:${row.groupId}`,
        type: ['Achievement'],
        achievementType: training.kind === 'PARTICIPATION' ? 'Certificate' : 'CertificateOfCompletion',
        name,
        description: `${holder.name}: ${sentence(holder, training, language)}`,
        humanCode: row.serial,
        inLanguage: language,
        criteria: { narrative: sentence({ ...holder, attendedTenths: null }, training, language) },
      },
    },
    credentialSchema: [schema],
  }
}

const numericDate = (instant: string): number => Math.floor(Date.parse(instant) / 1000)

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/**
 * The credential as a compact JWS (Open Badges 3.0, JSON Web Token proof; RFC 7515, RFC 8037): the credential itself with the claims
 * that repeat it, signed with Ed25519; the public key stands in the header, so that it is verified without a network.
 */
export function signBadge(badge: ReturnType<typeof badgeOf>, signer: Signer): string {
  const header = { alg: 'EdDSA', typ: 'JWT', jwk: { kty: 'OKP', crv: 'Ed25519', x: signer.publicKey } }
  const claims = {
    iss: badge.issuer.id,
    jti: badge.id,
    sub: badge.credentialSubject.id,
    nbf: numericDate(badge.validFrom),
    ...(badge.validUntil !== undefined && { exp: numericDate(badge.validUntil) }),
  }
  const signed = `${encoded(header)}.${encoded({ ...badge, ...claims })}`
  return `${signed}.${signer.sign(signed)}`
}
