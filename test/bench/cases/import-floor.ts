import { readFileSync } from 'node:fs'
import SQLite from 'better-sqlite3'
import { streamXlsxRows } from 'hucre/xlsx'
import { tellResult, timed } from '../bench-store.ts'

/** The yardstick: the rows of the file as hucre streams them, each put into the same table by a prepared statement. */
const [folder = '', file = ''] = process.argv.slice(2)
const db = new SQLite(`${folder}/akademi.db`)
db.pragma('journal_mode = wal')
db.pragma('synchronous = full')
db.pragma('foreign_keys = on')
const cycle = db.prepare('select id from tnaCycle where year = 2030').get() as { id: string }
const unit = db.prepare('select id from orgUnit limit 1').get() as { id: string }
const people = new Map(
  (db.prepare('select id, registryNo from person').all() as { id: string; registryNo: string }[]).map((row) => [
    row.registryNo,
    row.id,
  ]),
)
const topics = new Map(
  (db.prepare('select id, code from topic').all() as { id: string; code: string }[]).map((row) => [row.code, row.id]),
)
const names = (db.pragma('table_info(needLine)') as { name: string }[]).map((column) => column.name)
const insert = db.prepare(`insert into needLine (${names.join()}) values (${names.map((name) => `@${name}`).join()})`)
const empty = Object.fromEntries(names.map((name) => [name, null]))
const now = new Date().toISOString()
let count = 0
const { ms } = await timed(async () => {
  db.exec('begin')
  let header = true
  for await (const row of streamXlsxRows(readFileSync(file))) {
    if (header) {
      header = false
      continue
    }
    const [, , registryNo, , , topicCode, freeText, , urgency] = row.values as (string | number | null)[]
    count++
    insert.run({
      ...empty,
      id: `01a00000-0000-7000-8000-${String(count).padStart(12, '0')}`,
      createdAt: now,
      createdBy: 'bench',
      updatedAt: now,
      updatedBy: 'bench',
      rowVersion: 1,
      deletedAt: null,
      origin: 'import',
      cycleId: cycle.id,
      formId: null,
      personId: people.get(String(registryNo)) ?? null,
      unitId: unit.id,
      headcount: 1,
      kind: topicCode ? 'topic' : 'freeText',
      topicId: topics.get(String(topicCode)) ?? null,
      freeText: freeText ?? null,
      freeTextKey: freeText === null || freeText === undefined ? null : String(freeText).toLowerCase(),
      reason: 'legal',
      selfLevel: null,
      targetLevel: null,
      urgency: Number(urgency),
      preferredQuarter: null,
      managerPriority: null,
      managerState: 'WAITING',
      managerReason: null,
      note: null,
      demandGroupId: null,
      outcome: 'OPEN',
      outcomeReason: null,
      carriedFromId: null,
      sources: `[{"kind":"excel","reference":"tna.xlsx, Sheet1, ${count}","at":"${now}"}]`,
      importId: null,
    })
  }
  db.exec('commit')
})
db.close()
tellResult({ ms, lines: count })
