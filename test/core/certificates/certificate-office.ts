import type { Group, GroupFields, HolderFields } from '../../../src-core/certificates/group.ts'
import { officer, openTestAcademy, type TestAcademy } from '../academy.ts'

export const manager = officer('TM')
export const coordinator = officer('DC')
export const registrar = officer('CR')

export const groupFields = (more: Partial<GroupFields> = {}): GroupFields => ({
  kind: 'DELEGATION',
  language: 'both',
  titleTr: 'Çevre Yönetimi Eğitimi',
  titleEn: 'Environmental Management Training',
  fromDate: '2027-01-25',
  toDate: '2027-01-31',
  place: 'İstanbul',
  placeEn: 'Istanbul',
  partner: null,
  lessonHoursTenths: 400,
  minAttendancePct: 80,
  testRequired: false,
  passMark: 70,
  signatories: [
    { name: 'Ayşe Işıkhan', dutyTr: 'Eğitim Müdürü', dutyEn: 'Head of Training' },
    { name: 'Mehmet Çağlar', dutyTr: 'Genel Sekreter', dutyEn: 'Secretary General' },
  ],
  validUntil: null,
  ...more,
})

export const holderFields = (name: string, more: Partial<HolderFields> = {}): HolderFields => ({
  name,
  institution: 'Nairobi City County',
  country: 'Kenya',
  attendedTenths: 400,
  testScore: null,
  personId: null,
  ...more,
})

export type CertificateOffice = TestAcademy & {
  /** Records an occasion and its participants. */
  record(fields: Partial<GroupFields>, holders: readonly HolderFields[]): Promise<Group>
  group(id: string): Promise<Group>
  /** The same, proposed and approved by another officer. */
  approved(fields: Partial<GroupFields>, holders: readonly HolderFields[]): Promise<Group>
  /** The same, issued. */
  issued(fields: Partial<GroupFields>, holders: readonly HolderFields[]): Promise<Group>
}

/** An academy whose manager has activated the templates that the tests use. */
export async function openCertificateOffice(folder?: string): Promise<CertificateOffice> {
  const academy = await openTestAcademy(folder)
  const { run } = academy
  const active: { templates: { active: boolean }[] } = await run('certificates.templates')
  if (!active.templates.some((template) => template.active)) {
    for (const [kind, language] of [
      ['DELEGATION', 'both'],
      ['PARTICIPATION', 'tr'],
      ['SUCCESS', 'en'],
    ])
      await run('certificates.activateTemplate', { kind, language }, { connection: manager })
  }
  const group = (id: string): Promise<Group> => run('certificates.getGroup', { id }, { connection: registrar })
  const record = async (fields: Partial<GroupFields>, holders: readonly HolderFields[]) => {
    const { id }: { id: string } = await run('certificates.addGroup', groupFields(fields), { connection: coordinator })
    if (holders.length > 0) await run('certificates.addHolders', { groupId: id, holders }, { connection: coordinator })
    return group(id)
  }
  const approved = async (fields: Partial<GroupFields>, holders: readonly HolderFields[]) => {
    const { id, rowVersion } = await record(fields, holders)
    await run('certificates.propose', { id, rowVersion }, { connection: coordinator })
    await run('certificates.approve', { id, rowVersion: rowVersion + 1 }, { connection: manager })
    return group(id)
  }
  const issued = async (fields: Partial<GroupFields>, holders: readonly HolderFields[]) => {
    const { id, rowVersion } = await approved(fields, holders)
    await run('certificates.issue', { id, rowVersion }, { connection: registrar })
    return group(id)
  }
  return { ...academy, record, group, approved, issued }
}

/** The code of a refusal, or the rule that was broken. */
export const refusal = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: { code: string; data: { rule?: string } }) => error.data.rule ?? error.code,
  )
