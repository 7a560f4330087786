import { officerNames } from '../access/index.ts'
import type { CommandCall, Handlers } from '../database/dispatcher.ts'
import type { CertificateEventTable, CertificateState, CertificateTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import { istanbulDate } from '../kernel/dates.ts'
import { breaksRule, found, OperationError } from '../kernel/errors.ts'
import { badgeOf, signBadge } from './badge.ts'
import { drawNumbers } from './block.handlers.ts'
import { type HolderSnapshot, stands, type TrainingSnapshot } from './certificate.ts'
import { separateDuties } from './group.handlers.ts'
import * as groups from './group.repository.ts'
import { makeCertificate, paperOf } from './issue.ts'
import { type Layout, parseLayout } from './layout.ts'
import { certificateDocument, drawnPages, type Paper } from './paper.ts'
import { certificatePage, picturesOf } from './pictures.ts'
import { printPaper } from './print.ts'
import { missingOn } from './proof.ts'
import type { Certificate, registerContract } from './register.contract.ts'
import * as register from './register.repository.ts'
import { presentKey, signingKey } from './signing.ts'
import { holderSnapshot, trainingSnapshot } from './snapshot.ts'
import { standardLayout } from './standard-layout.ts'
import { isSigned, statementOf } from './statement.ts'
import * as templates from './template.repository.ts'
import { paperWords } from './wording.ts'

const pdfType = 'application/pdf'

async function certificateAt(db: Reader, id: string): Promise<CertificateTable> {
  return found(await register.certificateById(db, id), 'certificate', id)
}

async function layoutOf(db: Reader, row: CertificateTable): Promise<Layout> {
  const template = found(await templates.templateById(db, row.templateId), 'certificateTemplate', row.templateId)
  return parseLayout(template.layout)
}

/** Whether the register's own row still says what was signed. */
export async function rowIsSigned(db: Reader, row: CertificateTable): Promise<boolean> {
  const publicKey = await register.keyById(db, row.keyId)
  const holder: HolderSnapshot = JSON.parse(row.holderSnapshot)
  const training: TrainingSnapshot = JSON.parse(row.trainingSnapshot)
  const same = row.name === holder.name && row.kind === training.kind && row.titleTr === training.titleTr
  return (
    same &&
    publicKey !== undefined &&
    isSigned(publicKey, statementOf(row.serial, row.code, holder, training), row.signature)
  )
}

const fileName = (row: CertificateTable, more = ''): string =>
  `${row.serial} ${row.name}${more}`.replaceAll(/[\\/:*?"<>|]/g, ' ').slice(0, 120)

async function isIntact(files: CommandCall<unknown>['ports']['files'], hash: string): Promise<boolean> {
  try {
    return (await files.get(hash)) !== undefined
  } catch (error) {
    if (error instanceof OperationError) return false
    throw error
  }
}

async function readCertificate(
  db: Reader,
  row: CertificateTable,
  files: CommandCall<unknown>['ports']['files'],
  now: string,
): Promise<Certificate> {
  const events = await register.eventsOf(db, row.id)
  const names = await officerNames(db, [row.issuedBy, ...events.map(({ createdBy }) => createdBy)])
  const neighbour = async (id: string | null) => {
    const other = id === null ? undefined : await register.certificateById(db, id)
    return other ? { id: other.id, serial: other.serial } : null
  }
  return {
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
    titleEn: row.titleEn,
    lessonHoursTenths: row.lessonHoursTenths,
    issuedOn: istanbulDate(row.issuedAt),
    validUntil: row.validUntil,
    state: row.state,
    copies: row.copies,
    holder: JSON.parse(row.holderSnapshot),
    training: JSON.parse(row.trainingSnapshot),
    issuedByName: names.get(row.issuedBy) ?? null,
    intact: await isIntact(files, row.pdfHash),
    signed: await rowIsSigned(db, row),
    expired: row.validUntil !== null && row.validUntil < istanbulDate(now),
    replaces: await neighbour(row.replacesId),
    replacedBy: await neighbour(row.replacedById),
    endedAt: row.endedAt,
    endReason: row.endReason,
    events: events.map((event) => ({
      id: event.id,
      event: event.event,
      at: event.createdAt,
      byName: names.get(event.createdBy) ?? null,
      copyNo: event.copyNo,
      reason: event.reason,
      requestedBy: event.requestedBy,
    })),
  }
}

type Event = Pick<CertificateEventTable, 'event'> & Partial<CertificateEventTable>

const noteEvent = ({ write }: Pick<CommandCall<unknown>, 'write'>, certificateId: string, event: Event) =>
  write.insert('certificateEvent', {
    certificateId,
    event: event.event,
    copyNo: event.copyNo ?? null,
    reason: event.reason ?? null,
    requestedBy: event.requestedBy ?? null,
    pdfHash: event.pdfHash ?? null,
  })

type Ending = { readonly id: string; readonly rowVersion: number; readonly reason: string }

async function endCertificate(
  { write, now, input }: CommandCall<Ending>,
  row: CertificateTable,
  state: CertificateState & CertificateEventTable['event'],
  replacedById: string | null = null,
): Promise<void> {
  const { reason, rowVersion } = input
  await write.update('certificate', row.id, { state, endedAt: now, endReason: reason, replacedById }, rowVersion)
  await noteEvent({ write }, row.id, { event: state, reason })
}

/** Issues another in the place of one that stands. */
async function replaceCertificate(
  call: CommandCall<Ending & { readonly storeId?: string | undefined }>,
  state: 'CORRECTED' | 'RENEWED',
  change: { readonly holder?: Partial<HolderSnapshot>; readonly training?: Partial<TrainingSnapshot> },
) {
  const { db, input, write, ports, now } = call
  const row = await certificateAt(db, input.id)
  if (!stands(row.state)) breaksRule('certificateEnded', { serial: row.serial })
  const holder: HolderSnapshot = { ...JSON.parse(row.holderSnapshot), ...change.holder }
  const before: TrainingSnapshot = JSON.parse(row.trainingSnapshot)
  const training: TrainingSnapshot = { ...before, ...change.training, issuedOn: istanbulDate(now) }
  const template = found(await templates.templateById(db, row.templateId), 'certificateTemplate', row.templateId)
  const layout = parseLayout(template.layout)
  refuseMissing([{ layout, holder, training, serial: row.serial, code: row.code, signature: '' }], ports)
  const year = Number(training.issuedOn.slice(0, 4))
  const [number = 0] = await drawNumbers(call, { kind: row.kind, year }, 1, input.storeId)
  const key = await signingKey(write, ports)
  const wanted = {
    groupId: row.groupId,
    holderId: row.holderId,
    ...{ holder, training, year, number, key, replacesId: row.id },
    template: { id: template.id, layout },
  }
  const made = await makeCertificate(call, wanted, await picturesOf(ports.files, [{ layout, training }]))
  await write.insertMany('certificate', [made])
  await endCertificate(call, row, state, made.id)
  return { id: made.id, serial: made.serial }
}

function refuseMissing(papers: readonly Paper[], { missingLetters }: CommandCall<unknown>['ports']): void {
  const [first] = missingOn(papers, missingLetters)
  if (first) breaksRule('letterMissing', first)
}

export const registerHandlers: Handlers<typeof registerContract> = {
  listCertificates: ({ db, input: { groupId, ...page } }) => register.listCertificates(db, page, groupId),

  getCertificate: async ({ db, input, ports, now }) =>
    readCertificate(db, await certificateAt(db, input.id), ports.files, now),

  certificateFile: async ({ db, input, ports }) => {
    const row = await certificateAt(db, input.id)
    const copy = input.copyNo
      ? found(
          (await register.eventsOf(db, row.id)).find(({ copyNo }) => copyNo === input.copyNo),
          'certificateEvent',
        )
      : undefined
    const hash = copy ? copy.pdfHash : row.pdfHash
    const bytes = hash === null ? undefined : await ports.files.get(hash)
    if (!bytes) return breaksRule('certificateFileMissing', { serial: row.serial })
    const name = fileName(row, copy ? ` (${copy.copyNo})` : '')
    return new File([new Uint8Array(bytes)], `${name}.pdf`, { type: pdfType })
  },

  badgeFile: async ({ db, input, ports, now }) => {
    const row = await certificateAt(db, input.id)
    const expired = row.validUntil !== null && row.validUntil < istanbulDate(now)
    if (!stands(row.state) || expired) breaksRule('certificateEnded', { serial: row.serial })
    const key = await presentKey(db, ports)
    if (!key) return breaksRule('signingKeyMissing')
    return new File([signBadge(badgeOf(row), key.signer)], `${fileName(row)}.jwt`, { type: 'text/plain' })
  },

  previewCertificate: async ({ db, input, ports, now }) => {
    const group = found(await groups.groupById(db, input.groupId), 'certificateGroup', input.groupId)
    const holders = await groups.holdersOf(db, group.id)
    const holder = holders.find(({ id }) => id === input.holderId) ?? holders[0]
    const training = await trainingSnapshot(db, group, now)
    const template = await templates.activeTemplate(db, group.kind, group.language)
    const layout = template ? parseLayout(template.layout) : standardLayout(group.kind, group.language)
    const shown = holder
      ? holderSnapshot(holder)
      : { name: '—', institution: null, country: null, attendedTenths: null, testScore: null }
    const empty = { serial: '—', code: '', signature: '' }
    const stamp = group.language === 'en' ? 'PREVIEW' : 'ÖN İZLEME'
    const paper: Paper = { layout, holder: shown, training, ...empty, stamp }
    const all = holders.map((one): Paper => ({ ...paper, holder: holderSnapshot(one) }))
    const { names, pictures } = await picturesOf(ports.files, [{ layout, training }])
    const data = certificateDocument(drawnPages(paper, names))
    return {
      svg: await ports.drawDocument(certificatePage, data, pictures),
      missing: missingOn([paper, ...all], ports.missingLetters),
    }
  },

  issue: async (call) => {
    const { db, input, write, ports, now, actor, report, signal } = call
    const group = found(await groups.groupById(db, input.id), 'certificateGroup', input.id)
    if (group.state !== 'APPROVED') breaksRule('groupNotApproved')
    await separateDuties(db, group, actor, input.reason)
    const template = await templates.activeTemplate(db, group.kind, group.language)
    if (!template) return breaksRule('templateNotActive')
    const layout = parseLayout(template.layout)
    const approved = (await groups.holdersOf(db, group.id)).filter(({ state }) => state === 'APPROVED')
    const holders =
      input.order === 'seat'
        ? approved
        : approved.toSorted((a, b) => (a.sortKey < b.sortKey ? -1 : a.sortKey > b.sortKey ? 1 : 0))
    const training = await trainingSnapshot(db, group, now)
    const papers = holders.map(
      (holder): Paper => ({
        ...{ layout, training, serial: '', code: '', signature: '' },
        holder: holderSnapshot(holder),
      }),
    )
    refuseMissing(papers, ports)
    const year = Number(training.issuedOn.slice(0, 4))
    const key = await signingKey(write, ports)
    const numbers = await drawNumbers(call, { kind: group.kind, year }, holders.length, input.storeId)
    const pictures = await picturesOf(ports.files, [{ layout, training }])
    const made = []
    for (const [at, row] of holders.entries()) {
      if (signal.aborted) throw new OperationError('CANCELLED', {})
      report({ stage: 'issuing', done: at, total: holders.length })
      const holder = holderSnapshot(row)
      const place = { groupId: group.id, holderId: row.id, year, number: numbers[at] ?? 0 }
      const wanted = { ...place, holder, training, template: { id: template.id, layout }, key }
      made.push(await makeCertificate(call, wanted, pictures))
    }
    report({ stage: 'entering', done: holders.length, total: holders.length })
    await write.insertMany('certificate', made)
    await write.updateMany(
      'certificateHolder',
      holders.map(({ id }) => ({ id, patch: { state: 'ISSUED' as const } })),
    )
    await write.update('certificateGroup', group.id, { state: 'ISSUED' }, input.rowVersion)
    return { issued: made.length, first: made[0]?.serial ?? '', last: made.at(-1)?.serial ?? '' }
  },

  voidCertificate: async (call) => {
    const row = await certificateAt(call.db, call.input.id)
    if (row.state !== 'ISSUED' && row.state !== 'PRINTED') breaksRule('cannotVoid', { serial: row.serial })
    await endCertificate(call, row, 'VOIDED')
    // Whoever was to get it waits for another number.
    const holder = await groups.holderById(call.db, row.holderId)
    const group = await groups.groupById(call.db, row.groupId)
    if (holder && group) {
      await call.write.update('certificateHolder', holder.id, { state: 'APPROVED' })
      if (group.state === 'ISSUED') await call.write.update('certificateGroup', group.id, { state: 'APPROVED' })
    }
    return { id: row.id, serial: row.serial }
  },

  revokeCertificate: async (call) => {
    const row = await certificateAt(call.db, call.input.id)
    if (!stands(row.state)) breaksRule('certificateEnded', { serial: row.serial })
    await endCertificate(call, row, 'REVOKED')
    return { id: row.id, serial: row.serial }
  },

  correctCertificate: (call) => {
    const { name, institution, country } = call.input
    return replaceCertificate(call, 'CORRECTED', { holder: { name, institution, country } })
  },

  renewCertificate: async (call) => {
    const { validUntil } = call.input
    if (validUntil < istanbulDate(call.now)) breaksRule('validityPast')
    return replaceCertificate(call, 'RENEWED', { training: { validUntil } })
  },

  duplicateCertificate: async (call) => {
    const { db, input, write, ports, now } = call
    const row = await certificateAt(db, input.id)
    if (!stands(row.state) && row.state !== 'REVOKED') breaksRule('certificateEnded', { serial: row.serial })
    const copyNo = row.copies + 1
    const { tr, en } = paperWords
    const words =
      row.state === 'REVOKED'
        ? 'İPTAL EDİLMİŞTİR / REVOKED'
        : `${en.copy} / ${tr.copy}${copyNo > 1 ? ` · ${copyNo}` : ''}`
    const paper = paperOf(row, await layoutOf(db, row), words)
    const bytes = await printPaper(ports, paper, await picturesOf(ports.files, [paper]), now)
    const pdfHash = await ports.files.put(bytes)
    await write.update('certificate', row.id, { copies: copyNo }, input.rowVersion)
    const { reason, requestedBy } = input
    await noteEvent(call, row.id, { event: 'DUPLICATE', copyNo, reason, requestedBy, pdfHash })
    return { id: row.id, serial: row.serial, copyNo }
  },

  handOver: async (call) => {
    const { db, input, write } = call
    let handedOver = 0
    for (const id of new Set(input.ids)) {
      const row = await certificateAt(db, id)
      if (row.state === 'HANDED_OVER') continue
      if (!stands(row.state)) breaksRule('certificateEnded', { serial: row.serial })
      await write.update('certificate', row.id, { state: 'HANDED_OVER' })
      await noteEvent(call, row.id, { event: 'HANDED_OVER' })
      handedOver++
    }
    return { handedOver }
  },
}
