import type { CommandCall } from '../database/dispatcher.ts'
import type { CertificateTable, OwnColumns } from '../database/schema.ts'
import { fold, sortKey } from '../kernel/turkish.ts'
import type { HolderSnapshot, TrainingSnapshot } from './certificate.ts'
import { codeOf } from './code.rules.ts'
import type { Layout } from './layout.ts'
import type { Paper } from './paper.ts'
import type { Pictures } from './pictures.ts'
import { printPaper } from './print.ts'
import { serialOf } from './serial.rules.ts'
import type { SigningKey } from './signing.ts'
import { signStatement, statementOf } from './statement.ts'

type Call = Pick<CommandCall<unknown>, 'write' | 'ports' | 'now' | 'actor'>

export type Wanted = {
  readonly groupId: string
  readonly holderId: string
  readonly holder: HolderSnapshot
  readonly training: TrainingSnapshot
  readonly year: number
  readonly number: number
  readonly template: { readonly id: string; readonly layout: Layout }
  readonly key: SigningKey
  readonly replacesId?: string
}

/** One certificate, ready for the register. Its file is on the disk before its row is written. */
export async function makeCertificate(
  { write, ports, now, actor }: Call,
  wanted: Wanted,
  pictures: Pictures,
): Promise<OwnColumns<'certificate'> & { readonly id: string }> {
  const { holder, training, year, number, template, key } = wanted
  const id = write.newId()
  const serial = serialOf(training.kind, year, number)
  // Nobody without the key can tell a code from the register's other columns.
  const code = codeOf(key.signer.sign(`code of ${id}`))
  const signature = signStatement(key.signer, statementOf(serial, code, holder, training))
  const paper: Paper = { layout: template.layout, holder, training, serial, code, signature }
  const pdfHash = await ports.files.put(await printPaper(ports, paper, pictures, now))
  return {
    id,
    groupId: wanted.groupId,
    holderId: wanted.holderId,
    kind: training.kind,
    year,
    number,
    serial,
    code,
    name: holder.name,
    institution: holder.institution,
    titleTr: training.titleTr,
    titleEn: training.titleEn,
    lessonHoursTenths: training.lessonHoursTenths,
    templateId: template.id,
    holderSnapshot: JSON.stringify(holder),
    trainingSnapshot: JSON.stringify(training),
    issuedAt: now,
    issuedBy: actor.id,
    validUntil: training.validUntil,
    pdfHash,
    signature,
    keyId: key.id,
    state: 'ISSUED',
    copies: 0,
    replacesId: wanted.replacesId ?? null,
    replacedById: null,
    endedAt: null,
    endReason: null,
    searchKey: fold([serial, code, holder.name, holder.institution, training.titleTr].filter(Boolean).join(' ')),
    sortKey: sortKey(holder.name),
  }
}

/** The page of a certificate as its snapshots say, with words across it where it is not the original. */
export const paperOf = (row: CertificateTable, layout: Layout, stamp?: string): Paper => ({
  layout,
  holder: JSON.parse(row.holderSnapshot),
  training: JSON.parse(row.trainingSnapshot),
  serial: row.serial,
  code: row.code,
  signature: row.signature,
  ...(stamp && { stamp }),
})
