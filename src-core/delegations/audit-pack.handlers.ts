import { type OccasionCertificate, occasionCertificates } from '../certificates/index.ts'
import type { CommandCall, Handlers } from '../database/dispatcher.ts'
import type { DelegationAttachmentTable, DelegationState } from '../database/schema.ts'
import { istanbulDate } from '../kernel/dates.ts'
import { OperationError } from '../kernel/errors.ts'
import { sha256 } from '../kernel/hash.ts'
import { attachmentsOf } from './attachment.repository.ts'
import { safeName } from './attachment.rules.ts'
import type { auditPackContract } from './audit-pack.contract.ts'
import { gapsOf, type PackFacts, type PackSection, packSections, sectionOfPaper } from './audit-pack.rules.ts'
import * as files from './delegation.repository.ts'
import { purgeDay, reached } from './delegation.rules.ts'
import { type Dossier, openDossier, titleOf } from './dossier.ts'
import type { DocumentLanguage } from './fields.ts'
import { decisionDocument, invitationsDocument, noticesDocument, thanksDocument } from './paper-letters.ts'
import { handOverDocument, hostsDocument } from './paper-lists.ts'
import {
  certificatesByPerson,
  certificatesDocument,
  coverDocument,
  type Mark,
  peopleDocument,
  recordedAttendance,
  requestDocument,
} from './paper-pack.ts'
import { packWords } from './paper-pack-words.ts'
import { bookletDocument } from './paper-programme.ts'
import { costsDocument, reportDocument } from './paper-reports.ts'
import { paperWords } from './paper-words.ts'
import { isEmpty, signingOf } from './print.handlers.ts'
import { countsForCertificate } from './programme.rules.ts'
import { template } from './sheet.ts'

type Call = CommandCall<{ readonly delegationId: string; readonly language: DocumentLanguage }>

type Packed = { readonly section: PackSection; readonly name: string; readonly bytes: Uint8Array }

type Paper = { readonly section: PackSection; readonly name: string; readonly document: Parameters<typeof isEmpty>[0] }

/** Our own papers, as far as the visit has come; a paper with nothing on it is left out. */
async function ownPapers(
  { db }: Call,
  dossier: Dossier,
  certificates: readonly OccasionCertificate[],
  marks: readonly Mark[],
): Promise<readonly Paper[]> {
  const { file, request, items, people, language } = dossier
  const names = paperWords[language].papers
  const pack = packWords[language]
  const signing = await signingOf(db, language)
  const from = (state: DelegationState) => file.state !== 'CANCELLED' && reached(file.state, state)
  const papers: readonly (Paper | false)[] = [
    { section: 'request', name: pack.request.title, document: requestDocument(dossier) },
    request.state !== 'REQUESTED' && {
      section: 'request',
      name: names.decision,
      document: decisionDocument({ ...dossier, signing }),
    },
    items.length > 0 && { section: 'programme', name: names.booklet, document: bookletDocument(dossier) },
    { section: 'programme', name: names.hosts, document: hostsDocument(dossier) },
    people.length > 0 && {
      section: 'people',
      name: pack.people.title,
      document: peopleDocument(dossier, certificates),
    },
    marks.length > 0 && {
      section: 'attendance',
      name: pack.attendance.title,
      document: recordedAttendance(dossier, marks),
    },
    certificates.length > 0 && {
      section: 'certificates',
      name: pack.certificates.title,
      document: certificatesDocument(dossier, certificates),
    },
    from('CERTIFIED') && { section: 'certificates', name: names.handOver, document: handOverDocument(dossier) },
    dossier.costs.length > 0 && { section: 'costs', name: names.costs, document: costsDocument(dossier) },
    from('APPROVED') && {
      section: 'letters',
      name: names.invitations,
      document: invitationsDocument(dossier, signing),
    },
    from('CERTIFIED') && { section: 'letters', name: names.thanks, document: thanksDocument(dossier, signing) },
    file.state === 'CANCELLED' && {
      section: 'letters',
      name: names.notices,
      document: noticesDocument(dossier, signing),
    },
    from('RUNNING') && { section: 'report', name: names.report, document: reportDocument(dossier) },
  ]
  return papers.filter((paper): paper is Paper => paper !== false && !isEmpty(paper.document))
}

/** A kept file; undefined when it is gone or no longer what its hash says. */
async function intact({ ports }: Pick<Call, 'ports'>, hash: string): Promise<Uint8Array | undefined> {
  try {
    return await ports.files.get(hash)
  } catch (error) {
    if (error instanceof OperationError) return undefined
    throw error
  }
}

type Lost = { readonly section: PackSection; readonly name: string }

/** Files that are kept by their hash: the certificates as they were issued, and what was attached. */
async function keptFiles(
  call: Call,
  certificates: readonly OccasionCertificate[],
  attached: readonly DelegationAttachmentTable[],
): Promise<{ readonly packed: readonly Packed[]; readonly lost: readonly Lost[] }> {
  const wanted = [
    ...certificates.map(({ serial, name, pdfHash }) => ({
      ...{ section: 'certificates' as const, hash: pdfHash, label: serial },
      name: `${safeName(`${serial} ${name}`).slice(0, 120)}.pdf`,
    })),
    ...attached.map(({ paper, fileName, hash }) => ({
      ...{ section: sectionOfPaper[paper], hash, label: fileName },
      name: fileName,
    })),
  ]
  const packed: Packed[] = []
  const lost: Lost[] = []
  for (const [at, { section, hash, label, name }] of wanted.entries()) {
    stopIfAsked(call)
    if (at % 10 === 0) call.report({ stage: 'collecting', done: at, total: wanted.length })
    const bytes = await intact(call, hash)
    if (bytes) packed.push({ section, name, bytes })
    else lost.push({ section, name: label })
  }
  return { packed, lost }
}

function stopIfAsked({ signal }: Pick<Call, 'signal'>): void {
  if (signal.aborted) throw new OperationError('CANCELLED', {})
}

function factsOfPack(
  dossier: Dossier,
  certificates: readonly OccasionCertificate[],
  marks: readonly Mark[],
  attached: readonly DelegationAttachmentTable[],
  lostFiles: PackFacts['lostFiles'],
): PackFacts {
  const { file, request, items, people, rows, costs, hours, feedback, language, now } = dossier
  const marked = new Set(marks.map(({ itemId }) => itemId))
  const serials = certificatesByPerson(people, certificates)
  const today = istanbulDate(now)
  return {
    attached: attached.map(({ paper }) => paper),
    lostFiles,
    decisionNo: request.ebysNo,
    approvedNo: file.approvedNo,
    objective: file.objective,
    slots: items.map((item) => ({
      title: titleOf(item, language),
      visit: item.kind === 'siteVisit' || item.kind === 'technicalDemo',
      lesson: countsForCertificate(item.kind),
      objective: item.details.objective,
      hostPerson: item.hostPerson,
      marked: marked.has(item.id),
    })),
    people: people.map((person) => ({
      name: person.nameForCertificate,
      consent: person.consentVersion !== null,
      enough: hours.get(person.id)?.enough ?? false,
      certified: serials.has(person.id),
    })),
    certificateGroup: file.certificateGroupId !== null,
    costs: costs.map((cost) => ({
      name: cost.note ?? paperWords[language].cost[cost.type],
      actual: cost.actualMinor,
      documentNo: cost.documentNo,
    })),
    lessons: file.lessons,
    feedback: feedback.length,
    purgeOverdue: rows.some(
      (row) =>
        row.state !== 'PURGED' && purgeDay(row.departureOn ?? file.toDate) < today && row.passportNoSealed !== null,
    ),
  }
}

/** Two files of one folder never have one name. */
function named(packed: readonly Packed[], language: DocumentLanguage): readonly { name: string; bytes: Uint8Array }[] {
  const words = packWords[language]
  const taken = new Set<string>()
  return packed.map(({ section, name, bytes }) => {
    const folder = `${String(packSections.indexOf(section) + 1).padStart(2, '0')} ${words.section[section]}`
    const dot = name.lastIndexOf('.')
    let free = `${folder}/${name}`
    for (let copy = 2; taken.has(free.toLowerCase()); copy++)
      free = `${folder}/${name.slice(0, dot)} (${copy})${name.slice(dot)}`
    taken.add(free.toLowerCase())
    return { name: free, bytes }
  })
}

async function makePack(call: Call) {
  const { db, input, ports, now, actor, report } = call
  const { language } = input
  const dossier = await openDossier(db, input.delegationId, language, now)
  const { file, request } = dossier
  const groupId = file.certificateGroupId
  const certificates = groupId === null ? [] : await occasionCertificates(db, groupId)
  const marks = await files.attendanceOf(db, file.id)
  const attached = await attachmentsOf(db, request.id)
  const papers = await ownPapers(call, dossier, certificates, marks)
  const packed: Packed[] = []
  for (const [at, { section, name, document }] of papers.entries()) {
    stopIfAsked(call)
    report({ stage: 'setting', done: at, total: papers.length + 1 })
    packed.push({ section, name: `${safeName(name)}.pdf`, bytes: await ports.printDocument(template, document, now) })
  }
  const kept = await keptFiles(call, certificates, attached)
  const entries = named([...packed, ...kept.packed], language)
  const gaps = gapsOf(factsOfPack(dossier, certificates, marks, attached, kept.lost))
  const words = packWords[language]
  const held = new Map<PackSection, string[]>()
  for (const section of packSections) {
    const folder = `${String(packSections.indexOf(section) + 1).padStart(2, '0')} ${words.section[section]}/`
    held.set(
      section,
      entries.filter(({ name }) => name.startsWith(folder)).map(({ name }) => name.slice(folder.length)),
    )
  }
  const cover = await ports.printDocument(template, coverDocument(dossier, held, gaps, actor.name), now)
  const all = [{ name: words.coverName, bytes: cover }, ...entries]
  const sums = all.map(({ name, bytes }) => `${sha256(bytes)}  ${name}\n`).join('')
  stopIfAsked(call)
  report({ stage: 'packing', done: 0, total: all.length + 1 })
  const zip = await ports.zipFiles([...all, { name: words.manifestName, bytes: new TextEncoder().encode(sums) }])
  const name = safeName(`${request.requestNo} ${titleOf(file, language)} ${words.title}`).slice(0, 120)
  return {
    file: new File([new Uint8Array(zip)], `${name}.zip`, { type: 'application/zip' }),
    files: all.length,
    missing: gaps.length,
  }
}

export const auditPackHandlers: Handlers<typeof auditPackContract> = { auditPack: makePack }
