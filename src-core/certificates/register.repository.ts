import { sql } from 'kysely'
import { fetchPage, type ListColumns } from '../database/paging.ts'
import type { CertificateEventTable, CertificateTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import { istanbulDate } from '../kernel/dates.ts'
import type { PageRequest } from '../kernel/page.ts'
import type { CertificateRow } from './register.contract.ts'

const column = (name: string) => sql.ref(`certificate.${name}`)

const columns: ListColumns = {
  serial: { value: column('serial') },
  code: { value: column('code') },
  kind: { value: column('kind') },
  year: { value: column('year') },
  name: { value: column('name'), sort: column('sortKey'), search: column('searchKey') },
  institution: { value: column('institution'), search: column('searchKey') },
  titleTr: { value: column('titleTr'), search: column('searchKey') },
  lessonHoursTenths: { value: column('lessonHoursTenths') },
  issuedOn: { value: column('issuedAt') },
  validUntil: { value: column('validUntil') },
  state: { value: column('state') },
  copies: { value: column('copies') },
}

const toRow = (row: CertificateTable): CertificateRow => ({
  id: row.id,
  rowVersion: row.rowVersion,
  groupId: row.groupId,
  serial: row.serial,
  code: row.code,
  kind: row.kind,
  year: row.year,
  name: row.name,
  institution: row.institution,
  titleTr: row.titleTr,
  lessonHoursTenths: row.lessonHoursTenths,
  issuedOn: istanbulDate(row.issuedAt),
  validUntil: row.validUntil,
  state: row.state,
  copies: row.copies,
})

export async function listCertificates(
  db: Reader,
  page: PageRequest,
  groupId: string | undefined,
): Promise<{ rows: CertificateRow[]; total: number }> {
  const all = db.selectFrom('certificate').where('deletedAt', 'is', null).selectAll()
  const base = groupId === undefined ? all : all.where('groupId', '=', groupId)
  const { rows, total } = await fetchPage(base, page, columns, {
    searchKey: column('searchKey'),
    tieBreak: column('id'),
  })
  return { rows: rows.map(toRow), total }
}

export const certificateById = (db: Reader, id: string): Promise<CertificateTable | undefined> =>
  db.selectFrom('certificate').selectAll().where('id', '=', id).executeTakeFirst()

export const certificateBy = (
  db: Reader,
  by: 'serial' | 'code' | 'pdfHash',
  value: string,
): Promise<CertificateTable | undefined> =>
  db.selectFrom('certificate').selectAll().where(by, '=', value).executeTakeFirst()

/** Certificates of a group in the order of its seats. */
export const certificatesOf = (db: Reader, groupId: string): Promise<CertificateTable[]> =>
  db
    .selectFrom('certificate')
    .innerJoin('certificateHolder', 'certificateHolder.id', 'certificate.holderId')
    .selectAll('certificate')
    .where('certificate.groupId', '=', groupId)
    .orderBy('certificateHolder.seatNo')
    .orderBy('certificate.number')
    .execute()

/** One register, by number. */
export const registerOf = (db: Reader, kind: CertificateTable['kind'], year: number): Promise<CertificateTable[]> =>
  db.selectFrom('certificate').selectAll().where('kind', '=', kind).where('year', '=', year).orderBy('number').execute()

/** What happened to a certificate, the latest first. */
export const eventsOf = (db: Reader, certificateId: string): Promise<CertificateEventTable[]> =>
  db
    .selectFrom('certificateEvent')
    .selectAll()
    .where('certificateId', '=', certificateId)
    .orderBy('id', 'desc')
    .execute()

export const copyByHash = (db: Reader, pdfHash: string): Promise<CertificateEventTable | undefined> =>
  db.selectFrom('certificateEvent').selectAll().where('pdfHash', '=', pdfHash).executeTakeFirst()

export const keyById = async (db: Reader, id: string): Promise<string | undefined> =>
  (await db.selectFrom('signingKey').select('publicKey').where('id', '=', id).executeTakeFirst())?.publicKey
