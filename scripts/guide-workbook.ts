import { writeFile } from 'node:fs/promises'
import { openAcademy } from '../src-main/service/academy.ts'
import { program } from '../src-main/service/program.ts'
import { writeWorkbook } from '../src-node/spreadsheets/write-workbook.ts'

type Staff = { readonly registryNo: string; readonly givenNames: string; readonly surname: string }

const headers = ['Sicil No', 'Adı Soyadı', 'Birimi', 'Talep Edilen Eğitim', 'Gerekçe', 'Aciliyet'] as const

const wishes = [
  ['Microsoft Excel İleri', 'Performans açığı', '5'],
  ['Excell ileri', 'Performans açığı', '4'],
  ['Temel İlk Yardım Eğitimi', 'Yasal zorunluluk', '5'],
  ['Kabahatler Kanunu ve İdari Yaptırımlar', 'Yasal zorunluluk', '4'],
  ['Zor vatandaşla iletişim', 'Performans açığı', '3'],
  ['Temel Bilgisayar Kullanımı', 'Yeni görev', '3'],
] as const

const unitName = 'Zabıta Dairesi Başkanlığı'

/** A workbook as a unit would send it, about staff of the sample academy: most of it right, a few cells wrong. Gives the first one's number. */
export async function writeUnitWorkbook(storeFolder: string, file: string): Promise<string> {
  const academy = await openAcademy({ folder: storeFolder })
  try {
    const ask = (name: string, input: unknown) => academy.dispatcher.run(name, input, program)
    const { units } = (await ask('people.unitOptions', undefined)) as {
      readonly units: readonly { readonly id: string; readonly name: string }[]
    }
    const unit = units.find(({ name }) => name === unitName)
    if (!unit) throw new Error(`The sample academy has no ${unitName}`)
    const { rows } = (await ask('people.listStaff', {
      unitId: unit.id,
      filter: { employmentType: { kind: 'oneOf', values: ['OFFICER'] }, active: { kind: 'oneOf', values: [1] } },
      end: 36,
    })) as { readonly rows: readonly Staff[] }
    const lines = rows.map(({ registryNo, givenNames, surname }, at) => {
      const [topic = '', reason = '', urgency = ''] = wishes[at % wishes.length] ?? []
      const number = at === 7 ? '999999' : registryNo
      return [number, `${givenNames} ${surname}`, unitName, topic, reason, at === 13 ? 'çok acil' : urgency]
    })
    const columns = headers.map((header) => ({ header, type: 'text' as const, width: 22 }))
    await writeFile(file, await writeWorkbook({ sheets: [{ name: 'Talepler', columns, rows: lines }] }))
    return rows[0]?.registryNo ?? ''
  } finally {
    await academy.close()
  }
}
