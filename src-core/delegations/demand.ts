import type { DelegationRequestTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import { formatDate } from '../kernel/dates.ts'
import { breaksRule } from '../kernel/errors.ts'
import { fold } from '../kernel/turkish.ts'
import { countryName } from './countries.ts'
import type { DocumentLanguage } from './fields.ts'
import { packWords } from './paper-pack-words.ts'
import * as requests from './request.repository.ts'
import { monthsBefore, repeatMonths } from './request.rules.ts'
import { column, sheet, sheetsDocument, table, text } from './sheet.ts'

const counted = (rows: readonly DelegationRequestTable[], keyOf: (row: DelegationRequestTable) => string) => {
  const byKey = new Map<string, { key: string; requests: number; accepted: number }>()
  for (const row of rows) {
    const key = keyOf(row)
    const count = byKey.get(key) ?? { key, requests: 0, accepted: 0 }
    byKey.set(key, {
      key,
      requests: count.requests + 1,
      accepted: count.accepted + (row.state === 'ACCEPTED' ? 1 : 0),
    })
  }
  return [...byKey.values()].sort((a, b) => b.requests - a.requests || (a.key < b.key ? -1 : 1))
}

/** Who asked between two days, from where, for what, and what came of it; a repeat is of the same body and topic (product 2.27). */
export async function demandBetween(db: Reader, from: string, to: string) {
  if (from > to) breaksRule('visitDatesReversed')
  const rows = await requests.requestsBetween(db, from, to)
  const before = await requests.requestsBetween(db, monthsBefore(from, repeatMonths), to)
  const isRepeat = (row: DelegationRequestTable) =>
    before.some(
      (other) =>
        other.id !== row.id &&
        other.nameKey === row.nameKey &&
        fold(other.topicMain) === fold(row.topicMain) &&
        (other.receivedOn < row.receivedOn || (other.receivedOn === row.receivedOn && other.number < row.number)) &&
        other.receivedOn >= monthsBefore(row.receivedOn, repeatMonths),
    )
  const inState = (state: DelegationRequestTable['state']) => rows.filter((row) => row.state === state).length
  return {
    requests: rows.length,
    accepted: inState('ACCEPTED'),
    declined: inState('DECLINED'),
    redirected: inState('REDIRECTED'),
    waiting: inState('REQUESTED'),
    repeats: rows.filter(isRepeat).length,
    countries: counted(rows, ({ country }) => country),
    topics: counted(rows, ({ topicMain }) => topicMain),
    asked: rows.map((row) => ({
      ...{ requestNo: row.requestNo, receivedOn: row.receivedOn, body: row.requestingBody, country: row.country },
      ...{ topic: row.topicMain, state: row.state, reason: row.state === 'ACCEPTED' ? null : row.decisionReason },
    })),
  }
}

type Demand = Awaited<ReturnType<typeof demandBetween>>

const words = {
  tr: {
    title: 'Heyet talepleri raporu',
    requests: 'Başvuru',
    accepted: 'Kabul',
    declined: 'Ret',
    redirected: 'Yönlendirme',
    waiting: 'Bekleyen',
    repeats: '24 ay içinde yineleme',
    countries: 'Ülkelere göre',
    country: 'Ülke',
    topics: 'Konulara göre',
    topic: 'Ana konu',
    asked: 'Başvurular',
    no: 'Başvuru no',
    received: 'Geliş',
    body: 'Başvuran kurum',
    state: 'Sonuç',
    reason: 'Gerekçe',
    none: 'Bu dönemde başvuru yok.',
  },
  en: {
    title: 'Demand of delegations',
    requests: 'Requests',
    accepted: 'Accepted',
    declined: 'Declined',
    redirected: 'Redirected',
    waiting: 'Waiting',
    repeats: 'Repeats within 24 months',
    countries: 'By country',
    country: 'Country',
    topics: 'By topic',
    topic: 'Main topic',
    asked: 'Requests',
    no: 'Request no',
    received: 'Received',
    body: 'Requesting body',
    state: 'Outcome',
    reason: 'Reason',
    none: 'There are no requests in this period.',
  },
} as const

type Printed = {
  readonly language: DocumentLanguage
  readonly institution: string
  readonly now: string
  readonly from: string
  readonly to: string
}

/** The report on paper, and what the file is called. */
export function demandDocument(demand: Demand, { language, institution, now, from, to }: Printed) {
  const w = words[language]
  const { state: states } = packWords[language].request
  const period = `${formatDate(from)} – ${formatDate(to)}`
  const counted = (title: string, of: string, rows: Demand['topics'], word: (key: string) => string) =>
    table(
      [column(of), column(w.requests, '26mm', true), column(w.accepted, '26mm', true)],
      rows.map((row) => [word(row.key), String(row.requests), String(row.accepted)]),
      { title },
    )
  const counts = ['requests', 'accepted', 'declined', 'redirected', 'waiting', 'repeats'] as const
  const parts =
    demand.requests === 0
      ? [text(null, [w.none])]
      : [
          table(
            counts.map((one) => column(w[one])),
            [counts.map((one) => String(demand[one]))],
          ),
          counted(w.countries, w.country, demand.countries, (key) => countryName(key, language)),
          counted(w.topics, w.topic, demand.topics, (key) => key),
          table(
            [
              ...[column(w.no, '26mm'), column(w.received, '20mm'), column(w.body), column(w.country, '26mm')],
              ...[column(w.topic), column(w.state, '24mm'), column(w.reason)],
            ],
            demand.asked.map((one) => [
              ...[one.requestNo, formatDate(one.receivedOn), one.body, countryName(one.country, language)],
              ...[one.topic, states[one.state], one.reason ?? ''],
            ]),
            { title: w.asked },
          ),
        ]
  const of = { institution, language, now, title: w.title, subtitle: period }
  return { name: `${w.title} ${period}`, document: sheetsDocument(of, [sheet(w.title, period, { parts })], true) }
}
