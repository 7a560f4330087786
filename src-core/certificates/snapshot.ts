import { readSetting } from '../access/index.ts'
import type { CertificateGroupTable, CertificateHolderTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import { istanbulDate } from '../kernel/dates.ts'
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
  group: Pick<CertificateGroupTable, Exclude<keyof TrainingSnapshot & keyof CertificateGroupTable, 'issuedOn'>>,
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
