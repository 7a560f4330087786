import type { Connection } from '../../src-core/kernel/context.ts'
import { writeWorkbook } from '../../src-node/spreadsheets/write-workbook.ts'
import { chooserByKeys, pressByKeys } from './keyboard.ts'
import { expect, goTo, type Office, test } from './office.ts'

const program: Connection = {
  source: 'service',
  actor: { id: 'program', name: 'Akademi', roles: 'all' },
  session: null,
  locked: false,
}

type Person = {
  readonly id: string
  readonly registryNo: string
  readonly name: string
  readonly employmentType: string
}

/** People who may ask and have not asked yet. */
async function whoMayAsk({ service }: Office, count: number): Promise<readonly Person[]> {
  const run = (name: string, input?: unknown) => service.dispatcher.run(name, input, program) as Promise<never>
  const { cycles } = (await run('needs.listCycles')) as { cycles: readonly { id: string }[] }
  const asked = (await run('needs.listNeeds', { cycleId: cycles[0]?.id, page: { end: 2000 } })) as {
    rows: readonly { registryNo: string | null }[]
  }
  const numbers = new Set(asked.rows.map((row) => row.registryNo))
  const staff = (await run('people.listStaff', {
    end: 400,
    filter: { employmentType: { kind: 'oneOf', values: ['OFFICER'] }, active: { kind: 'oneOf', values: [1] } },
  })) as {
    rows: readonly { id: string; registryNo: string; givenNames: string; surname: string; employmentType: string }[]
  }
  return staff.rows
    .filter((person) => !numbers.has(person.registryNo))
    .slice(0, count)
    .map(({ id, registryNo, givenNames, surname, employmentType }) => ({
      id,
      registryNo,
      name: `${givenNames} ${surname}`,
      employmentType,
    }))
}

test('a workbook is imported and taken back by keyboard alone', async ({ window, sampleOffice }) => {
  const people = await whoMayAsk(sampleOffice, 3)
  expect(people).toHaveLength(3)
  const bytes = await writeWorkbook({
    sheets: [
      {
        name: 'Talepler',
        columns: ['Sicil No', 'İstihdam Türü', 'Adı Soyadı', 'Eğitim Konusu', 'Aciliyet'].map((header) => ({
          header,
          type: 'text' as const,
          width: 20,
        })),
        rows: people.map((person) => [person.registryNo, 'Memur', person.name, 'Microsoft Excel İleri', '4']),
      },
    ],
  })
  await goTo(window, '/needs/import')
  const input = window.locator('input[type=file]')
  await input.waitFor({ state: 'attached' })
  const chooser = await chooserByKeys(window, input)
  await chooser.setFiles({
    name: 'Fen İşleri.xlsx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(bytes),
  })
  await expect(window.getByText('Her satır bir ihtiyaç')).toBeVisible()
  await pressByKeys(window, window.getByRole('button', { name: /^Denetle/ }))
  const commit = window.getByRole('button', { name: /^3 ihtiyacı içe aktar/ })
  await expect(commit).toBeEnabled()
  await pressByKeys(window, commit)
  await expect(window.getByText('3 ihtiyaç içe aktarıldı')).toBeVisible()
  await pressByKeys(window, window.getByRole('button', { name: 'İçe aktarmayı geri al' }))
  await expect(window.getByText(/satır silindi/)).toBeVisible()
})
