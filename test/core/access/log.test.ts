import { describe, expect, test } from 'vitest'
import { access } from '../../../src-core/access/index.ts'
import { openWorkbook } from '../../../src-node/spreadsheets/read-workbook.ts'
import { officer } from '../academy.ts'
import { onEveryStore, openAcademy } from '../database/stores.ts'
import { trial } from '../database/trial.ts'
import { newWindow, openDesk, refusalOf } from './officers.ts'

type Row = {
  readonly seq: number
  readonly commandId: string
  readonly operation: string
  readonly outcome: string
  readonly name: string | null
  readonly about: string | null
  readonly actorName: string
  readonly touched: readonly {
    readonly table: string
    readonly created: number
    readonly changed: number
    readonly removed: number
  }[]
  readonly refusal: { readonly code: string; readonly data: Record<string, unknown> } | null
}
type Page = { readonly rows: readonly Row[]; readonly total: number }

onEveryStore('the log', (open) => {
  const openTrial = async () => {
    const academy = await openAcademy(open, { trial, access })
    const { ids } = (await academy.run('trial.addTitles', { names: ['Şef', 'Uzman', 'Memur'] }, officer('TO'))) as {
      ids: string[]
    }
    academy.setNow(new Date('2026-12-16T07:00:00.000Z'))
    await academy.run('trial.rename', { id: ids[0], name: 'Baş Şef' }, officer('TO', 'TM'))
    academy.setNow(new Date('2026-12-17T07:00:00.000Z'))
    await academy.run('trial.remove', { ids: ids.slice(1) }, officer('TO'))
    await refusalOf(academy.run('trial.rename', { id: ids[0], name: 'x', rowVersion: 1 }, officer('TO')))
    await refusalOf(academy.run('trial.titles', undefined, officer('CR')))
    return academy
  }

  test('tells who did what to how many records, newest first, refusals among them', async () => {
    const academy = await openTrial()
    const { rows, total } = (await academy.run('access.log', {}, officer('AU'))) as Page
    expect(total).toBe(5)
    expect(rows).toMatchObject([
      {
        operation: 'trial.titles',
        outcome: 'refused',
        actorName: 'Officer CR',
        refusal: { code: 'NOT_ALLOWED', data: { roles: ['TO'] } },
      },
      { operation: 'trial.rename', outcome: 'refused', refusal: { code: 'CONFLICT' }, touched: [] },
      {
        operation: 'trial.remove',
        outcome: 'done',
        name: null,
        touched: [{ table: 'title', created: 0, changed: 0, removed: 2 }],
      },
      {
        operation: 'trial.rename',
        actorName: 'Officer TO TM',
        name: 'Baş Şef',
        touched: [{ table: 'title', created: 0, changed: 1, removed: 0 }],
      },
      { operation: 'trial.addTitles', name: null, touched: [{ table: 'title', created: 3, changed: 0, removed: 0 }] },
    ])
  })

  test('is filtered by person, operation, outcome and day, and paged without a gap', async () => {
    const academy = await openTrial()
    const ask = async (page: object) =>
      ((await academy.run('access.log', page, officer('SA'))) as Page).rows.map((row) => row.seq)
    expect(await ask({ filter: { actorId: { kind: 'oneOf', values: ['officer-TO-TM'] } } })).toEqual([2])
    expect(await ask({ filter: { operation: { kind: 'oneOf', values: ['trial.rename'] } } })).toEqual([4, 2])
    expect(await ask({ filter: { outcome: { kind: 'oneOf', values: ['refused'] } } })).toEqual([5, 4])
    expect(
      await ask({
        filter: { at: { kind: 'between', from: '2026-12-16T00:00:00.000Z', to: '2026-12-16T23:59:59.999Z' } },
      }),
    ).toEqual([2])
    expect([
      ...(await ask({ start: 0, end: 2 })),
      ...(await ask({ start: 2, end: 4 })),
      ...(await ask({ start: 4, end: 6 })),
    ]).toEqual([5, 4, 3, 2, 1])
    expect(await ask({ sort: [{ column: 'at' }] })).toEqual([1, 2, 3, 4, 5])
  })

  test('shows an officer without oversight only what was done in her name', async () => {
    const academy = await openTrial()
    const own = (await academy.run('access.log', {}, officer('TO', 'DC'))) as Page
    expect(own.rows).toEqual([])
    const mine = (await academy.run('access.log', {}, officer('TO'))) as Page
    expect(mine.rows.map((row) => row.seq)).toEqual([4, 3, 1])
    const [foreign] = ((await academy.run('access.log', { start: 3, end: 4 }, officer('SA'))) as Page).rows
    expect(
      await refusalOf(academy.run('access.logEntry', { commandId: foreign?.commandId }, officer('TO'))),
    ).toMatchObject({ code: 'NOT_FOUND' })
    expect(await academy.run('access.logActors', undefined, officer('TO'))).toEqual([
      { id: 'officer-TO', name: 'Officer TO' },
    ])
    expect(await academy.run('access.logActors', undefined, officer('TM'))).toHaveLength(3)
  })

  test('opens an entry with old and new values, a single new record with its values, a run with its size', async () => {
    const academy = await openTrial()
    const { rows } = (await academy.run('access.log', {}, officer('AU'))) as Page
    const entry = (seq: number) =>
      academy.run('access.logEntry', { commandId: rows.find((row) => row.seq === seq)?.commandId }, officer('AU'))
    expect(await entry(2)).toMatchObject({
      hidden: 0,
      more: 0,
      records: [
        {
          table: 'title',
          name: 'Baş Şef',
          kind: 'changed',
          fields: [{ field: 'name', before: 'Şef', after: 'Baş Şef' }],
        },
      ],
    })
    expect(await entry(1)).toMatchObject({ records: [{ kind: 'created', together: 3, name: null, fields: [] }] })
    expect(await entry(3)).toMatchObject({
      records: [
        { name: 'Uzman', kind: 'removed', fields: [] },
        { name: 'Memur', kind: 'removed' },
      ],
    })
  })

  test('counts the records it does not list', async () => {
    const academy = await openAcademy(open, { trial, access })
    await academy.run('trial.addTitles', { names: Array.from({ length: 230 }, (_, at) => `U${at}`) })
    await academy.run('trial.renameAll', { suffix: '.' })
    const { rows } = (await academy.run('access.log', {}, officer('AU'))) as Page
    const entry = (await academy.run('access.logEntry', { commandId: rows[0]?.commandId }, officer('AU'))) as {
      records: unknown[]
      more: number
    }
    expect([entry.records.length, entry.more]).toEqual([200, 30])
  })

  test('leaves as a workbook with every entry in words', async () => {
    const academy = await openTrial()
    const file = (await academy.run('access.exportLog', { language: 'tr' }, officer('AU'))) as File
    expect(file.name).toBe('İşlem kayıtları 2026-12-17.xlsx')
    const book = await openWorkbook(new Uint8Array(await file.arrayBuffer()), { fileName: file.name })
    const rows: unknown[][] = []
    for await (const batch of book.rows(0)) rows.push(...batch.map((row) => [...row.cells]))
    await book.close()
    expect(rows).toHaveLength(6)
    expect(rows[0]).toEqual(['No', 'Zaman', 'Kim', 'İşlem', 'Nereden', 'Sonuç', 'Neye', 'Kayıtlar'])
    expect(rows[1]?.slice(4, 6)).toEqual(['Pencere', 'Reddedildi: görev yetmedi'])
    expect(rows[4]).toEqual([
      2,
      '16.12.2026 10:00',
      'Officer TO TM',
      'trial.rename',
      'Pencere',
      'Yapıldı',
      'Baş Şef',
      'Unvan: 1 değişti',
    ])
  })
})

describe('the log of a desk', () => {
  test('names the account a sign-in tried, and hides needs from the administrator of the system', async () => {
    const desk = await openDesk()
    await refusalOf(desk.run('access.signIn', { userName: 'yabancı', password: 'x' }, { connection: newWindow() }))
    const { rows } = (await desk.run('access.log', {}, { connection: desk.administrator })) as Page
    expect(rows[0]).toMatchObject({ operation: 'access.signIn', about: 'yabancı', outcome: 'refused' })
    const setUp = rows.at(-1)
    expect(setUp).toMatchObject({
      operation: 'access.setUp',
      touched: [
        { table: 'account', created: 1 },
        { table: 'setting', created: 1 },
      ],
    })
  })
})
