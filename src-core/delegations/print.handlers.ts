import { readSetting } from '../access/index.ts'
import { paperSignatory } from '../certificates/index.ts'
import type { Handlers } from '../database/dispatcher.ts'
import type { Reader } from '../database/store.ts'
import { breaksRule, found, OperationError } from '../kernel/errors.ts'
import type { Ports } from '../kernel/ports.ts'
import { printBadges } from './badge-photos.ts'
import { demandBetween, demandDocument } from './demand.ts'
import { type Dossier, openDossier, titleOf } from './dossier.ts'
import { type DocumentLanguage, secretKeepers } from './fields.ts'
import {
  decisionDocument,
  invitationsDocument,
  noticesDocument,
  type Signing,
  thanksDocument,
} from './paper-letters.ts'
import {
  attendanceDocument,
  handOverDocument,
  hostsDocument,
  interpretersDocument,
  mealsDocument,
  roomingDocument,
  seatingDocument,
  vehiclesDocument,
} from './paper-lists.ts'
import { badgesDocument, bookletDocument, pocketDocument, signsDocument, tentsDocument } from './paper-programme.ts'
import { costsDocument, feedbackDocument, reportDocument } from './paper-reports.ts'
import { paperWords } from './paper-words.ts'
import type { PaperName, printContract } from './print.contract.ts'
import { requestById } from './request.repository.ts'
import { pdfFile, template } from './sheet.ts'

/** Whose letters these are. */
export async function signingOf(db: Reader, language: DocumentLanguage): Promise<Signing> {
  const { unit, name, duty } = await paperSignatory(db, language)
  return { unit, name, duty, contact: (await readSetting(db, 'institution')) ?? '' }
}

/** Menus are opened for the counts alone; no name leaves with them. */
function mealCodes({ rows }: Dossier, { seal }: Pick<Ports, 'seal'>): (id: string) => string | undefined {
  const codes = new Map(rows.map(({ id, mealCodeSealed }) => [id, mealCodeSealed && seal.open(mealCodeSealed)]))
  return (id) => codes.get(id) || undefined
}

function documentOf(paper: PaperName, dossier: Dossier, signing: Signing, ports: Ports) {
  switch (paper) {
    case 'decision':
      return decisionDocument({ ...dossier, signing })
    case 'invitations':
      return invitationsDocument(dossier, signing)
    case 'booklet':
      return bookletDocument(dossier)
    case 'pocket':
      return pocketDocument(dossier)
    case 'badges':
      return badgesDocument(dossier)
    case 'tents':
      return tentsDocument(dossier)
    case 'signs':
      return signsDocument(dossier)
    case 'attendance':
      return attendanceDocument(dossier)
    case 'vehicles':
      return vehiclesDocument(dossier)
    case 'rooming':
      return roomingDocument(dossier)
    case 'meals':
      return mealsDocument(dossier, mealCodes(dossier, ports))
    case 'hosts':
      return hostsDocument(dossier)
    case 'interpreters':
      return interpretersDocument(dossier)
    case 'seating':
      return seatingDocument(dossier)
    case 'handOver':
      return handOverDocument(dossier)
    case 'feedback':
      return feedbackDocument(dossier)
    case 'report':
      return reportDocument(dossier)
    case 'costs':
      return costsDocument(dossier)
    case 'notices':
      return noticesDocument(dossier, signing)
    case 'thanks':
      return thanksDocument(dossier, signing)
  }
}

/** A paper with nobody and nothing on it is no paper. */
export function isEmpty(document: ReturnType<typeof documentOf>): boolean {
  switch (document.form) {
    case 'sheets':
      return document.sheets.length === 0
    case 'letters':
      return document.letters.length === 0
    case 'badges':
      return document.badges.length === 0
    case 'tents':
      return document.tents.length === 0
    case 'signs':
      return document.signs.length === 0
    default:
      return document.days.length === 0
  }
}

export const printHandlers: Handlers<typeof printContract> = {
  print: async ({ db, input, ports, now, actor }) => {
    const { delegationId, paper, language, participantIds } = input
    const mayOpen = actor.roles === 'all' || secretKeepers.some((role) => actor.roles.includes(role))
    if (paper === 'meals' && !mayOpen)
      throw new OperationError('NOT_ALLOWED', { operation: 'delegations.print', roles: [...secretKeepers] })
    const dossier = await openDossier(db, delegationId, language, now, participantIds)
    if (paper === 'notices' && dossier.file.state !== 'CANCELLED') breaksRule('notCancelled')
    const document = documentOf(paper, dossier, await signingOf(db, language), ports)
    if (isEmpty(document)) breaksRule('paperEmpty', { paper: paperWords[language].papers[paper] })
    const bytes =
      paper === 'badges'
        ? await printBadges(dossier, { db, ports, now })
        : await ports.printDocument(template, document, now)
    return pdfFile(bytes, `${titleOf(dossier.file, language)} ${paperWords[language].papers[paper]}`)
  },

  printDecision: async ({ db, input, ports, now }) => {
    const { language } = input
    const request = found(await requestById(db, input.requestId), 'delegationRequest', input.requestId)
    if (request.state === 'REQUESTED') breaksRule('requestNotDecided')
    const institution = (await readSetting(db, 'institution')) ?? ''
    const signing = await signingOf(db, language)
    const document = decisionDocument({ request, institution, language, now, signing })
    const bytes = await ports.printDocument(template, document, now)
    return pdfFile(bytes, `${request.requestNo} ${paperWords[language].papers.decision}`)
  },

  printDemand: async ({ db, input, ports, now }) => {
    const { from, to, language } = input
    const institution = (await readSetting(db, 'institution')) ?? ''
    const demand = await demandBetween(db, from, to)
    const { name, document } = demandDocument(demand, { language, institution, now, from, to })
    return pdfFile(await ports.printDocument(template, document, now), name)
  },
}
