import type { TopicFields } from '../../../src-core/courses/topic.ts'
import { openTestAcademy, type TestAcademy } from '../academy.ts'

export type Record = { readonly id: string; readonly rowVersion: number }

export const topicFields = (rest: Partial<TopicFields> & Pick<TopicFields, 'code' | 'name'>): TopicFields => ({
  nameEn: null,
  category: 'Bilgi Teknolojileri',
  level: 'ONE_DAY',
  lessonHoursTenths: 60,
  lessonMinutes: 45,
  objectives: [],
  prerequisites: [],
  targetGroups: null,
  repeatMonths: null,
  legalBasis: null,
  defaultProviderId: null,
  defaultCertificateKind: 'PARTICIPATION',
  behaviours: [],
  aliases: [],
  ...rest,
})

export type SmallCatalogue = TestAcademy & { readonly excel: Record; readonly advanced: Record; readonly waste: Record }

/** An academy with three topics: Excel (with an alias), advanced Excel that asks for it, and waste management. */
export async function openSmallCatalogue(): Promise<SmallCatalogue> {
  const academy = await openTestAcademy()
  const add = (fields: TopicFields): Promise<Record> => academy.run('courses.addTopic', fields, { as: ['TO'] })
  const excel = await add(topicFields({ code: 'BİL-003', name: 'Microsoft Excel Temel', aliases: ['Hesap tablosu'] }))
  const advanced = await add(
    topicFields({ code: 'BİL-004', name: 'İleri Düzey Excel', prerequisites: [excel.id], lessonHoursTenths: 185 }),
  )
  const waste = await add(
    topicFields({ code: 'ÇEV-002', name: 'Atık Yönetimi ve Sıfır Atık', category: 'Çevre ve İklim' }),
  )
  return { ...academy, excel, advanced, waste }
}

/** What an operation refuses with: the rule's name, or the code where no rule is broken. */
export async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call
  } catch (error) {
    const { code, data } = error as { code: string; data: { rule?: string } }
    return data.rule ?? code
  }
  return 'not refused'
}
