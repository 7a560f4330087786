import { formatDate } from '../kernel/dates.ts'
import { formatMoney, formatNumber } from '../kernel/numbers.ts'
import { countryName } from './countries.ts'
import { type Dossier, datesOf, dayName, daysOf, frameOf, placeOf, times, titleOf, wordsOf } from './dossier.ts'
import type { DelegationCost } from './logistics.ts'
import { lessonTenthsOf } from './programme.rules.ts'
import type { RequestDetails } from './request.ts'
import { column, sheet, sheetsDocument, table, text } from './sheet.ts'

const own = {
  tr: {
    planned: 'Planlanan',
    committed: 'Taahhüt',
    actual: 'Gerçekleşen',
    payer: 'Ödeyen',
    document: 'Belge no',
    type: 'Gider',
    sum: 'Toplam',
    request: 'Başvuru',
    counts: 'Sayılar',
    invited: 'Davet edilen',
    confirmed: 'Kesinleşen',
    attended: 'Katılan',
    certified: 'Sertifika alan',
    lessonHours: 'Ders saati',
    programme: 'Uygulanan program',
    countries: 'Ülkeler',
    feedback: 'Günlük değerlendirme',
    average: (score: string, count: number) => `${count} yanıt, ortalama ${score} / 5`,
    lessons: 'Çıkarılan dersler',
    follow: 'İzleme',
    body: (body: string, no: string, on: string) => `${body}, ${no}, ${on}`,
    scale: 'Her satırda 1 (zayıf) ile 5 (çok iyi) arasında bir kutuyu işaretleyin.',
    questions: [
      'Programın konusu beklentimi karşıladı.',
      'Dersler anlaşılır ve yararlıydı.',
      'Saha ziyaretleri öğreticiydi.',
      'Çeviri iyiydi.',
      'Ulaşım, konaklama ve yemekler iyi düzenlenmişti.',
      'Ekip ilgili ve yardımcıydı.',
    ],
    open: ['En çok neden yararlandınız?', 'Neyi değiştirirdiniz?', 'Döndüğünüzde ilk olarak neyi uygulayacaksınız?'],
  },
  en: {
    planned: 'Planned',
    committed: 'Committed',
    actual: 'Actual',
    payer: 'Paid by',
    document: 'Document',
    type: 'Cost',
    sum: 'Total',
    request: 'Request',
    counts: 'Numbers',
    invited: 'Invited',
    confirmed: 'Confirmed',
    attended: 'Attended',
    certified: 'Certified',
    lessonHours: 'Lesson hours',
    programme: 'Programme as it was held',
    countries: 'Countries',
    feedback: 'Daily feedback',
    average: (score: string, count: number) => `${count} answers, ${score} / 5 on average`,
    lessons: 'Lessons learned',
    follow: 'Follow-up',
    body: (body: string, no: string, on: string) => `${body}, ${no}, ${on}`,
    scale: 'Tick one box from 1 (poor) to 5 (very good) in each line.',
    questions: [
      'The subject met my expectations.',
      'The lectures were clear and useful.',
      'The site visits taught me something.',
      'The interpreting was good.',
      'Transport, lodging and meals were well arranged.',
      'The team was attentive and helpful.',
    ],
    open: ['What was of most use to you?', 'What would you change?', 'What will you apply first when you are home?'],
  },
} as const

const sumOf = (costs: readonly DelegationCost[], field: 'plannedMinor' | 'committedMinor' | 'actualMinor'): number =>
  costs.reduce((sum, cost) => sum + cost[field], 0)

function costTable(dossier: Dossier) {
  const { costs, language } = dossier
  const words = wordsOf(dossier)
  const of = own[language]
  const money = (minor: number) => formatMoney(minor, language)
  return table(
    [
      column(of.type),
      column(of.payer, '26mm'),
      column(of.planned, '30mm', true),
      column(of.committed, '30mm', true),
      column(of.actual, '30mm', true),
      column(of.document, '26mm'),
    ],
    [
      ...costs.map((cost) => [
        [words.cost[cost.type], cost.note].filter(Boolean).join(': '),
        words.payer[cost.payer],
        money(cost.plannedMinor),
        money(cost.committedMinor),
        money(cost.actualMinor),
        cost.documentNo ?? '',
      ]),
      [
        of.sum,
        '',
        money(sumOf(costs, 'plannedMinor')),
        money(sumOf(costs, 'committedMinor')),
        money(sumOf(costs, 'actualMinor')),
        '',
      ],
    ],
    { title: null },
  )
}

/** What was planned, committed and spent. */
export function costsDocument(dossier: Dossier) {
  const words = wordsOf(dossier)
  const title = words.papers.costs
  return sheetsDocument(frameOf(dossier, title), [
    sheet(title, titleOf(dossier.file, dossier.language), {
      facts: [datesOf(dossier), dossier.request.requestNo],
      parts: [costTable(dossier)],
      signatures: [words.decidedBy, words.checkedBy],
    }),
  ])
}

/** A form that can be filled in by hand. */
export function feedbackDocument(dossier: Dossier) {
  const { language, file } = dossier
  const words = wordsOf(dossier)
  const of = own[language]
  const title = words.papers.feedback
  const marks = ['1', '2', '3', '4', '5']
  return sheetsDocument(frameOf(dossier, title), [
    sheet(title, titleOf(file, language), {
      facts: [datesOf(dossier)],
      parts: [
        text(null, [of.scale]),
        table(
          [column(''), ...marks.map((mark) => column(mark, '12mm'))],
          of.questions.map((question) => [question, ...marks.map(() => '')]),
          { tall: true },
        ),
        ...of.open.map((question) => table([column(question)], [[''], ['']], { tall: true })),
      ],
    }),
  ])
}

/** The report on a delegation. */
export function reportDocument(dossier: Dossier) {
  const { file, request, items, people, counts, feedback, language } = dossier
  const words = wordsOf(dossier)
  const of = own[language]
  const title = words.papers.report
  const details = JSON.parse(request.details) as RequestDetails
  const countries = new Map<string, number>()
  for (const { nationality } of people) countries.set(nationality, (countries.get(nationality) ?? 0) + 1)
  const scores = feedback.map(({ score }) => score)
  const average = scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length)
  return sheetsDocument(frameOf(dossier, title), [
    sheet(title, titleOf(file, language), {
      facts: [datesOf(dossier), words.coordinator(file.coordinator)],
      parts: [
        text(of.request, [
          of.body(request.requestingBody, request.requestNo, formatDate(request.receivedOn)),
          details.topicsDetail,
        ]),
        text(words.objective, [file.objective]),
        table(
          [column(of.invited), column(of.confirmed), column(of.attended), column(of.certified), column(of.lessonHours)],
          [
            [
              String(counts.invited),
              String(counts.confirmed),
              String(counts.attended),
              String(counts.certified),
              formatNumber(lessonTenthsOf(items, 1) / 10, undefined, language),
            ],
          ],
          { title: of.counts },
        ),
        table(
          [column(words.country), column(words.participants, '30mm', true)],
          [...countries]
            .sort(([, a], [, b]) => b - a)
            .map(([code, count]) => [countryName(code, language), String(count)]),
          { title: of.countries },
        ),
        table(
          [column(words.date, '46mm'), column(words.time, '26mm'), column(words.titleWord), column(words.place)],
          daysOf(items).flatMap(([date, slots]) =>
            slots.map((item, at) => [
              at === 0 ? dayName(date, language) : '',
              times(item),
              titleOf(item, language),
              placeOf(item, dossier),
            ]),
          ),
          { title: of.programme },
        ),
        ...(scores.length > 0
          ? [
              text(of.feedback, [
                of.average(formatNumber(average, 1, language), scores.length),
                ...feedback.flatMap(({ comment }) => (comment ? [`– ${comment}`] : [])),
              ]),
            ]
          : []),
        ...(file.lessons ? [text(of.lessons, [file.lessons])] : []),
        ...(file.followUp ? [text(of.follow, [file.followUp])] : []),
        { ...costTable(dossier), title: words.papers.costs },
      ],
      signatures: [words.decidedBy, words.checkedBy],
    }),
  ])
}
