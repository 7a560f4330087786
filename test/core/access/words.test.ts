import { describe, expect, test } from 'vitest'
import { operationWord } from '../../../src-core/access/operation-words.ts'
import { fieldKind } from '../../../src-core/access/record-fields.ts'
import { recordedTables } from '../../../src-core/database/schema.ts'
import { features } from '../../../src-core/features.ts'
import { records as en } from '../../../src-renderer/locales/en/records.ts'
import { records as tr } from '../../../src-renderer/locales/tr/records.ts'
import { openTestAcademy } from '../academy.ts'
import { openSqliteStore } from '../database/stores.ts'

type Words = Readonly<Record<string, string | Readonly<Record<string, string>>>>

const languages = { tr, en } as const

/** Values a column may hold, as its CHECK names them, by table and column. */
async function choicesOf(): Promise<ReadonlyMap<string, readonly string[]>> {
  const { store } = await openSqliteStore()
  const tables = await store.read((db) =>
    db
      .selectFrom('sqlite_schema' as never)
      .select(['name' as never, 'sql' as never])
      .execute(),
  )
  const found = new Map<string, readonly string[]>()
  for (const { name, sql } of tables as { name: string; sql: string | null }[]) {
    for (const [, column = '', list = ''] of (sql ?? '').matchAll(/check \("(\w+)" in \(('[^)]*')\)\)/g)) {
      found.set(
        `${name}.${column}`,
        list.split(', ').map((value) => value.slice(1, -1)),
      )
    }
  }
  return found
}

describe('words of the log and of the history', () => {
  test('no operation of the contract lacks its words', () => {
    const names = Object.entries(features).flatMap(([feature, { contract }]) =>
      Object.keys(contract).map((name) => `${feature}.${name}`),
    )
    for (const language of ['tr', 'en'] as const) {
      expect(
        names.filter((name) => !operationWord(name, language)),
        language,
      ).toEqual([])
    }
  })

  test('no field that a history can show lacks its words', async () => {
    const { academy } = await openTestAcademy()
    const shown = recordedTables.flatMap((table) =>
      academy.opened.columns[table].filter((column) => fieldKind(table, column)).map((column) => ({ table, column })),
    )
    for (const [language, words] of Object.entries(languages)) {
      expect(
        shown.filter(({ column }) => !(words.field as Words)[column]),
        language,
      ).toEqual([])
    }
  })

  test('no value of a closed list lacks its words', async () => {
    const choices = await choicesOf()
    expect(choices.size).toBeGreaterThan(20)
    for (const [place, values] of choices) {
      const [table = '', column = ''] = place.split('.')
      if (!recordedTables.some((name) => name === table) || !fieldKind(table as 'person', column)) continue
      for (const [language, words] of Object.entries(languages)) {
        for (const value of values) {
          const word = ((words.value as Words)[column] as Readonly<Record<string, string>> | undefined)?.[value]
          expect(word, `${place} = ${value} in ${language}`).toBeTruthy()
        }
      }
    }
  })

  test('a column with a closed list is told as a choice', async () => {
    for (const place of (await choicesOf()).keys()) {
      const [table = '', column = ''] = place.split('.')
      if (!recordedTables.some((name) => name === table)) continue
      expect([undefined, 'choice'], place).toContain(fieldKind(table as 'person', column))
    }
  })

  test('every number in the schema is told as a number, never as text', async () => {
    const { academy } = await openTestAcademy()
    const tables = await academy.opened.store.read((db) => db.introspection.getTables())
    for (const table of tables) {
      if (!recordedTables.some((name) => name === table.name)) continue
      for (const { name, dataType } of table.columns) {
        if (dataType.toLowerCase() !== 'integer') continue
        expect(fieldKind(table.name as 'person', name), `${table.name}.${name}`).not.toBe('text')
      }
    }
  })
})
