import { readSetting } from '../access/index.ts'
import type { CertificateGroupTable, CertificateHolderTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import { istanbulDate } from '../kernel/dates.ts'
import type { Ports } from '../kernel/ports.ts'
import type { HolderSnapshot, TrainingSnapshot } from './certificate.ts'
import { readSettings } from './stored-settings.ts'

export const holderSnapshot = (row: CertificateHolderTable): HolderSnapshot => ({
  name: row.name,
  institution: row.institution,
  country: row.country,
  attendedTenths: row.attendedTenths,
  testScore: row.testScore,
})

/** Everything of an occasion and of the institution that is printed, as it stands now. */
export async function trainingSnapshot(
  db: Reader,
  group: Omit<CertificateGroupTable, 'id' | 'state'>,
  now: string,
): Promise<TrainingSnapshot> {
  const settings = await readSettings(db)
  const institutionTr = (await readSetting(db, 'institution')) ?? ''
  const label = settings.labels[group.kind]
  return {
    kind: group.kind,
    language: group.language,
    titleTr: group.titleTr,
    titleEn: group.titleEn,
    fromDate: group.fromDate,
    toDate: group.toDate,
    place: group.place,
    placeEn: group.placeEn,
    partner: group.partner,
    lessonHoursTenths: group.lessonHoursTenths,
    testRequired: group.testRequired === 1,
    signatories: JSON.parse(group.signatories),
    validUntil: group.validUntil,
    issuedOn: istanbulDate(now),
    institutionTr,
    institutionEn: settings.institutionEn ?? institutionTr,
    unitTr: settings.unitTr ?? '',
    unitEn: settings.unitEn ?? '',
    labelTr: label.tr,
    labelEn: label.en,
    portal: settings.portal,
    logoLeft: settings.logoLeft,
    logoRight: settings.logoRight,
  }
}

/** Files of the logos that some snapshots name: what the typesetter calls them, by hash, and their bytes by that name. */
export async function picturesOf(files: Ports['files'], snapshots: Iterable<TrainingSnapshot>) {
  const names = new Map<string, string>()
  const pictures: Record<string, Uint8Array> = {}
  for (const { logoLeft, logoRight } of snapshots) {
    for (const hash of [logoLeft, logoRight]) {
      if (hash === null || names.has(hash)) continue
      const bytes = await files.get(hash)
      const type = bytes && pictureType(bytes)
      if (!bytes || !type) continue
      const name = `logo-${hash}.${type}`
      names.set(hash, name)
      pictures[name] = bytes
    }
  }
  return { names, pictures } as const
}

/** What kind of picture a file is, by its first bytes. */
export function pictureType(bytes: Uint8Array): 'png' | 'jpg' | 'svg' | undefined {
  const head = Buffer.from(bytes.subarray(0, 512))
  if (head.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))) return 'png'
  if (head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) return 'jpg'
  return /^\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*<svg[\s>]/.test(head.toString('utf8').replace(/^\ufeff/, ''))
    ? 'svg'
    : undefined
}
