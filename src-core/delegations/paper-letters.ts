import type { DelegationRequestTable } from '../database/schema.ts'
import { formatDateRange } from '../kernel/date-range.ts'
import { formatDate, istanbulDate } from '../kernel/dates.ts'
import {
  countryOfPerson,
  type Dossier,
  datesOf,
  daysOf,
  frameOf,
  placeOf,
  times,
  titledName,
  titleOf,
} from './dossier.ts'
import type { DocumentLanguage } from './fields.ts'
import { paperWords } from './paper-words.ts'
import { column, frame, type SheetColumn } from './sheet.ts'

/** Who signs letters, and for which unit. */
export type Signing = { readonly unit: string; readonly name: string; readonly duty: string; readonly contact: string }

type Letter = {
  readonly unit: string
  readonly noWord: string
  readonly no: string
  readonly date: string
  readonly subjectWord: string
  readonly subject: string
  readonly to: string
  readonly body: readonly string[]
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly (readonly string[])[]
  readonly signName: string
  readonly signDuty: string
  readonly contact: string
}

type Said = Pick<Letter, 'no' | 'date' | 'subject' | 'to' | 'body'> & Partial<Pick<Letter, 'columns' | 'rows'>>

function letter(language: DocumentLanguage, signing: Signing, said: Said): Letter {
  const words = paperWords[language].letter
  return {
    ...{ unit: signing.unit, noWord: words.no, subjectWord: words.subject, columns: [], rows: [] },
    ...said,
    ...{ signName: signing.name, signDuty: signing.duty, contact: signing.contact },
  }
}

type DecisionOf = {
  readonly request: DelegationRequestTable
  readonly institution: string
  readonly language: DocumentLanguage
  readonly now: string
  readonly signing: Signing
}

/** What the asking body is told: accepted, declined with the reason, or passed on to whom. */
export function decisionDocument({ request, institution, language, now, signing }: DecisionOf) {
  const words = paperWords[language].papers
  const range = formatDateRange(request.preferredFrom, request.preferredTo, language)
  const reason = request.decisionReason ?? ''
  const on = formatDate(request.receivedOn)
  const { requestNo, topicMain, groupSize } = request
  const body =
    language === 'tr'
      ? [
          `${on} tarihinde aldığımız ve ${requestNo} numarayla kaydettiğimiz, “${topicMain}” konulu ziyaret başvurunuz değerlendirilmiştir.`,
          {
            REQUESTED: 'Değerlendirme sürmektedir.',
            ACCEPTED: `Başvurunuz uygun bulunmuştur. ${groupSize} kişilik heyetinizi ${range} tarihlerinde ağırlamaktan memnuniyet duyacağız. Program taslağı ve katılımcı formu ayrıca iletilecektir.`,
            DECLINED: `Başvurunuz bu kez karşılanamamaktadır. Gerekçe: ${reason}`,
            REDIRECTED: `Başvurunuz, konunun ilgilisi olan ${request.redirectedTo ?? ''} birimine iletilmiştir. ${reason}`,
          }[request.state],
          ...(request.state === 'ACCEPTED' && reason !== '' ? [reason] : []),
          'Bilgilerinizi rica ederim.',
        ]
      : [
          `Your request for a visit on “${topicMain}”, received on ${on} and registered under number ${requestNo}, has been considered.`,
          {
            REQUESTED: 'It is still being considered.',
            ACCEPTED: `We are pleased to accept it, and look forward to welcoming your delegation of ${groupSize} on ${range}. The draft programme and the participants’ form will follow.`,
            DECLINED: `We regret that we are unable to receive your delegation this time. Reason: ${reason}`,
            REDIRECTED: `It has been passed on to ${request.redirectedTo ?? ''}, who will be in touch with you. ${reason}`,
          }[request.state],
          ...(request.state === 'ACCEPTED' && reason !== '' ? [reason] : []),
          'Yours sincerely,',
        ]
  return {
    ...frame({ institution, language, now, title: words.decision, subtitle: requestNo }),
    form: 'letters' as const,
    letters: [
      letter(language, signing, {
        no: request.ebysNo ?? '',
        date: formatDate(request.ebysDate ?? istanbulDate(now)),
        subject: language === 'tr' ? `${requestNo} numaralı ziyaret başvurusu` : `Visit request ${requestNo}`,
        to: request.requestingBody,
        body,
      }),
    ],
  }
}

/** One letter a participant, with the name as in the passport, for missions and employers. */
export function invitationsDocument(dossier: Dossier, signing: Signing) {
  const { file, people, language, now } = dossier
  const title = titleOf(file, language)
  const dates = datesOf(dossier)
  return {
    ...frame(frameOf(dossier, paperWords[language].papers.invitations)),
    form: 'letters' as const,
    letters: people.map((person) =>
      letter(language, signing, {
        no: '',
        date: formatDate(istanbulDate(now)),
        subject: language === 'tr' ? 'Davet' : 'Invitation',
        to: titledName(person),
        body:
          language === 'tr'
            ? [
                `${person.institution} (${countryOfPerson(person, language)}) adına ${person.position} göreviyle, ${dates} tarihlerinde İstanbul’da düzenlenecek “${title}” programına katılmanızdan memnuniyet duyacağız.`,
                `Program ${file.partner ? `${file.partner} iş birliğiyle ` : ''}derslerden ve saha ziyaretlerinden oluşmaktadır; devam koşulunu sağlayan katılımcılara sertifika verilir.`,
                'Bu mektup, vize ve görevlendirme işlemlerinde kullanılmak üzere düzenlenmiştir.',
              ]
            : [
                `It is our pleasure to invite you, ${person.position} at ${person.institution}, ${countryOfPerson(person, language)}, to the programme “${title}”, held in Istanbul, Türkiye, on ${dates}.`,
                `The programme ${file.partner ? `is organised together with ${file.partner} and ` : ''}consists of lectures and site visits; participants who meet the attendance requirement receive a certificate.`,
                'This letter is issued for the purposes of visa application and travel authorisation.',
              ],
      }),
    ),
  }
}

type Host = { readonly unit: string; readonly person: string; readonly items: Dossier['items'] }

function hostsOf({ items }: Dossier): readonly Host[] {
  const hosts = new Map<string, Host>()
  for (const item of items) {
    if (item.hostUnit === null) continue
    const key = `${item.hostUnit}|${item.hostPerson ?? ''}`
    const known = hosts.get(key)
    hosts.set(key, {
      unit: item.hostUnit,
      person: item.hostPerson ?? '',
      items: [...(known?.items ?? []), item],
    })
  }
  return [...hosts.values()]
}

function hostLetters(
  dossier: Dossier,
  signing: Signing,
  subject: string,
  body: (host: Host) => readonly string[],
): Letter[] {
  const { language, now } = dossier
  const words = paperWords[language]
  return hostsOf(dossier).map((host) =>
    letter(language, signing, {
      no: '',
      date: formatDate(istanbulDate(now)),
      subject,
      to: [host.unit, host.person].filter(Boolean).join(' – '),
      body: body(host),
      columns: [column(words.date, '24mm'), column(words.time, '28mm'), column(words.titleWord), column(words.place)],
      rows: daysOf(host.items).flatMap(([date, slots]) =>
        slots.map((item) => [formatDate(date), times(item), titleOf(item, language), placeOf(item, dossier)]),
      ),
    }),
  )
}

/** To every host, when a delegation was called off. */
export function noticesDocument(dossier: Dossier, signing: Signing) {
  const { file, language } = dossier
  const title = titleOf(file, language)
  const reason = file.cancelReason ?? ''
  return {
    ...frame(frameOf(dossier, paperWords[language].papers.notices)),
    form: 'letters' as const,
    letters: hostLetters(dossier, signing, language === 'tr' ? 'Heyet programının iptali' : 'Visit called off', () =>
      language === 'tr'
        ? [
            `${datesOf(dossier)} tarihlerinde yapılacağı bildirilen “${title}” programı iptal edilmiştir. Gerekçe: ${reason}`,
            'Aşağıdaki ziyaretler yapılmayacaktır. Hazırlıklarınız için teşekkür ederiz.',
          ]
        : [
            `The programme “${title}”, announced for ${datesOf(dossier)}, has been called off. Reason: ${reason}`,
            'The following visits will not take place. Thank you for your preparations.',
          ],
    ),
  }
}

/** To every host, afterwards. */
export function thanksDocument(dossier: Dossier, signing: Signing) {
  const { file, language } = dossier
  const title = titleOf(file, language)
  return {
    ...frame(frameOf(dossier, paperWords[language].papers.thanks)),
    form: 'letters' as const,
    letters: hostLetters(dossier, signing, language === 'tr' ? 'Teşekkür' : 'Letter of thanks', () =>
      language === 'tr'
        ? [
            `${datesOf(dossier)} tarihlerinde yapılan “${title}” programında konuklarımızı ağırladığınız için teşekkür ederiz.`,
            'Paylaştığınız bilgi ve gösterdiğiniz özen programın başarısında önemli bir yer tutmuştur.',
          ]
        : [
            `Thank you for receiving our guests during the programme “${title}” on ${datesOf(dossier)}.`,
            'What you shared with them, and the care you took, had a large part in its success.',
          ],
    ),
  }
}
