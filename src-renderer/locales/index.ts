import { access as accessEn } from './en/access.ts'
import { administration as administrationEn } from './en/administration.ts'
import { certificates as certificatesEn } from './en/certificates.ts'
import { common as commonEn } from './en/common.ts'
import { courses as coursesEn } from './en/courses.ts'
import { delegations as delegationsEn } from './en/delegations.ts'
import { delivery as deliveryEn } from './en/delivery.ts'
import { help as helpEn } from './en/help.ts'
import { imports as importsEn } from './en/imports.ts'
import { links as linksEn } from './en/links.ts'
import { needs as needsEn } from './en/needs.ts'
import { needsDecide as needsDecideEn } from './en/needsDecide.ts'
import { people as peopleEn } from './en/people.ts'
import { plan as planEn } from './en/plan.ts'
import { records as recordsEn } from './en/records.ts'
import { sync as syncEn } from './en/sync.ts'
import { access as accessTr } from './tr/access.ts'
import { administration as administrationTr } from './tr/administration.ts'
import { certificates as certificatesTr } from './tr/certificates.ts'
import { common as commonTr } from './tr/common.ts'
import { courses as coursesTr } from './tr/courses.ts'
import { delegations as delegationsTr } from './tr/delegations.ts'
import { delivery as deliveryTr } from './tr/delivery.ts'
import { help as helpTr } from './tr/help.ts'
import { imports as importsTr } from './tr/imports.ts'
import { links as linksTr } from './tr/links.ts'
import { needs as needsTr } from './tr/needs.ts'
import { needsDecide as needsDecideTr } from './tr/needsDecide.ts'
import { people as peopleTr } from './tr/people.ts'
import { plan as planTr } from './tr/plan.ts'
import { records as recordsTr } from './tr/records.ts'
import { sync as syncTr } from './tr/sync.ts'

/** Every namespace in both languages. A feature adds its file to `tr/` and `en/` and one line to each list. */
export const texts = {
  tr: {
    access: accessTr,
    administration: administrationTr,
    certificates: certificatesTr,
    common: commonTr,
    courses: coursesTr,
    delivery: deliveryTr,
    delegations: delegationsTr,
    help: helpTr,
    imports: importsTr,
    links: linksTr,
    needs: needsTr,
    needsDecide: needsDecideTr,
    people: peopleTr,
    plan: planTr,
    records: recordsTr,
    sync: syncTr,
  },
  en: {
    access: accessEn,
    administration: administrationEn,
    certificates: certificatesEn,
    common: commonEn,
    courses: coursesEn,
    delivery: deliveryEn,
    delegations: delegationsEn,
    help: helpEn,
    imports: importsEn,
    links: linksEn,
    needs: needsEn,
    needsDecide: needsDecideEn,
    people: peopleEn,
    plan: planEn,
    records: recordsEn,
    sync: syncEn,
  },
} as const
