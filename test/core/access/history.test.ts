import { expect, test } from 'vitest'
import { access } from '../../../src-core/access/index.ts'
import { officer } from '../academy.ts'
import { onEveryStore, openAcademy } from '../database/stores.ts'
import { trial } from '../database/trial.ts'

type History = {
  readonly name: string | null
  readonly entries: readonly {
    readonly kind: string
    readonly operation: string
    readonly actorName: string
    readonly at: string
    readonly together: number
    readonly fields: readonly { readonly field: string; readonly before: unknown; readonly after: unknown }[]
  }[]
}

onEveryStore('the history of a record', (open) => {
  const openTrial = async () => openAcademy(open, { trial, access })

  test('tells its creation, every change with old and new value, its removal and its return, newest first', async () => {
    const academy = await openTrial()
    const to = officer('TO')
    const { ids } = (await academy.run('trial.addTitles', { names: ['Şef', 'Uzman'] }, to)) as { ids: string[] }
    const [id = ''] = ids
    academy.setNow(new Date('2026-12-16T08:30:00.000Z'))
    await academy.run('trial.rename', { id, name: 'Baş Şef' }, to)
    academy.setNow(new Date('2026-12-17T08:30:00.000Z'))
    await academy.run('trial.remove', { ids: [id] }, to)
    await academy.run('trial.restore', { ids: [id] }, officer('TO', 'TM'))
    const history = (await academy.run('access.history', { table: 'title', id }, to)) as History
    expect(history.name).toBe('Baş Şef')
    expect(history.entries).toMatchObject([
      { kind: 'restored', operation: 'trial.restore', actorName: 'Officer TO TM', fields: [] },
      { kind: 'removed', operation: 'trial.remove', at: '2026-12-17T08:30:00.000Z', fields: [] },
      {
        kind: 'changed',
        operation: 'trial.rename',
        at: '2026-12-16T08:30:00.000Z',
        fields: [{ field: 'name', kind: 'text', before: 'Şef', after: 'Baş Şef' }],
      },
      { kind: 'created', operation: 'trial.addTitles', actorName: 'Officer TO', together: 2 },
    ])
    expect(history.entries[3]?.fields).toContainEqual({ field: 'name', kind: 'text', before: null, after: 'Şef' })
  })

  test('finds the run a record was made in, also between runs of the same millisecond', async () => {
    const academy = await openTrial()
    const runs = await Promise.all(
      [3, 1, 5].map((size) =>
        academy.run('trial.addTitles', { names: Array.from({ length: size }, () => `of ${size}`) }),
      ),
    )
    for (const { ids } of runs as { ids: string[] }[]) {
      for (const id of ids) {
        const { entries } = (await academy.run('access.history', { table: 'title', id })) as History
        expect(entries).toMatchObject([{ kind: 'created', together: ids.length }])
        expect(entries[0]?.fields).toContainEqual({
          field: 'name',
          kind: 'text',
          before: null,
          after: `of ${ids.length}`,
        })
      }
    }
  })

  test('names other records instead of giving their ids', async () => {
    const academy = await openAcademy(open)
    const { id: parent } = await unit(academy, 'Fen İşleri', null)
    const { id } = await unit(academy, 'Yol Bakım', parent)
    const { entries } = (await academy.run('access.history', { table: 'orgUnit', id })) as History
    expect(entries[0]?.fields).toContainEqual({
      field: 'parentId',
      kind: 'reference',
      before: null,
      after: 'Fen İşleri',
    })
  })

  test('is refused to roles that may not read the record, and is nothing for a record that never was', async () => {
    const academy = await openTrial()
    await expect(academy.run('access.history', { table: 'needLine', id: 'x' }, officer('SA'))).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
      data: { roles: ['TM', 'TO', 'AU'] },
    })
    await expect(academy.run('access.history', { table: 'title', id: 'x' }, officer('CR'))).rejects.toMatchObject({
      code: 'NOT_FOUND',
      data: { entity: 'title', id: 'x' },
    })
  })
})

async function unit(academy: Awaited<ReturnType<typeof openAcademy>>, name: string, parentId: string | null) {
  const fields = {
    code: name.slice(0, 3),
    name,
    nameEn: null,
    kind: 'directorate',
    parentId,
    managerId: null,
    coordinatorId: null,
    costCentre: null,
    aliases: [],
    validFrom: null,
    validTo: null,
  }
  return (await academy.run('people.addUnit', fields)) as { id: string }
}
