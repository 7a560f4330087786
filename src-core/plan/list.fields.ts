import { type FieldKey, headerKey, type TargetField, targetField } from '../imports/index.ts'
import { monthOfName } from '../kernel/date-parse.ts'
import type { PlanCost } from './plan.ts'

/** The column of each type of cost. */
export const costFields = {
  fee: 'costFee',
  trainer: 'costTrainer',
  room: 'costRoom',
  material: 'costMaterial',
  travel: 'costTravel',
  lodging: 'costLodging',
  meal: 'costMeal',
  interpreter: 'costInterpreter',
  print: 'costPrint',
  other: 'costOther',
} as const satisfies Readonly<Record<PlanCost['type'], FieldKey>>

/** Headers of plans made elsewhere that elsewhere could mean something else. */
const more = {
  planNo: ['Plan Satırı', 'Plan Line No', 'Plan Line'],
  groups: ['Gruplar', 'Grup Adedi', 'Tekrar Sayısı', 'Number of Groups', 'No of Groups'],
  groupSize: ['Grup Büyüklüğü', 'Kontenjan', 'Group Size', 'Seats per Group'],
  planTime: [
    'Tarih',
    'Tarihi',
    'Ay',
    'Eğitim Tarihi',
    'Planlanan Tarih',
    'Planlanan Ay',
    'Uygulama Tarihi',
    'Zamanı',
    'Zaman',
    'Month / Date',
    'Date',
    'Dates',
    'Month',
    'Planned Date',
    'Training Date',
    'Tentative Date',
    'When',
  ],
  duration: ['Süre', 'Süresi', 'Gün Sayısı', 'Eğitim Günü', 'Duration', 'Days'],
  priority: ['Öncelik', 'Önceliği', 'Öncelik Derecesi', 'Öncelik Düzeyi', 'Priority', 'Priority Level'],
  responsible: ['Sorumlusu', 'Eğitim Sorumlusu', 'Sorumlu Kişi', 'Responsible Person'],
  permissionNo: ['İzin No', 'Ministry Permission No', 'Permission No'],
  lineState: ['Durum', 'Durumu', 'State of Line', 'Status', 'State'],
  costFee: [
    'Katılım Ücreti',
    'Eğitim Ücreti',
    'Kurs Ücreti',
    'Ücret',
    'Ücreti',
    'Fee',
    'Fees',
    'Course Fee',
    'Training Fee',
  ],
  costTrainer: ['Eğitmen Ücreti', 'Eğitici Ücreti', 'Trainer Cost (₺)', 'Trainer Cost'],
  costRoom: ['Salon Gideri', 'Salon Kirası', 'Room Cost (₺)', 'Room Cost'],
  costMaterial: ['Malzeme Gideri', 'Malzeme', 'Material Cost (₺)', 'Material Cost'],
  costTravel: ['Ulaşım Gideri', 'Yol Gideri', 'Travel Cost (₺)', 'Travel Cost', 'Airfare'],
  costLodging: ['Konaklama Gideri', 'Konaklama', 'Lodging Cost (₺)', 'Lodging Cost'],
  costMeal: ['Yemek Gideri', 'Yemek', 'Meal Cost (₺)', 'Meal Cost'],
  costInterpreter: ['Tercüman Gideri', 'Interpreter Cost (₺)', 'Interpreter Cost'],
  costPrint: ['Baskı Gideri', 'Printing Cost (₺)', 'Printing Cost'],
  costOther: [
    'Diğer Gider',
    'Tahmini Maliyet',
    'Maliyet',
    'Toplam Maliyet',
    'Bütçe',
    'Other Cost (₺)',
    'Other Cost',
    'Estimated Cost',
    'Total Cost',
    'Cost',
    'Budget',
  ],
} as const satisfies Partial<Readonly<Record<FieldKey, readonly string[]>>>

const planField = (key: keyof typeof more) => targetField(key, { extraWords: more[key] })

/** The columns of an annual plan in a workbook. */
export const planListFields = (): readonly TargetField[] => [
  planField('planNo'),
  targetField('topicCode'),
  targetField('topic', {
    required: true,
    extraWords: [
      'Eğitimin Adı',
      'Eğitim Adı',
      'Eğitim',
      'Konu',
      'Course',
      'Course Title',
      'Title of Course',
      'Training',
    ],
  }),
  targetField('topicLevel', { extraWords: ['Türü', 'Eğitimin Türü'] }),
  targetField('unit'),
  planField('groups'),
  planField('groupSize'),
  targetField('headCount', {
    extraWords: ['Kişi', 'Katılımcı Sayısı', 'Persons', 'Participants', 'No of Participants'],
  }),
  targetField('lessonHours'),
  planField('duration'),
  planField('planTime'),
  targetField('quarter', { extraWords: ['Çeyrek', 'Quarter'] }),
  targetField('provider', { extraWords: ['Institution', 'Institute', 'Institution / Country', 'Kurum'] }),
  targetField('trainer'),
  planField('permissionNo'),
  targetField('mode', { extraWords: ['Yöntem', 'Mode', 'Delivery'] }),
  ...Object.values(costFields).map(planField),
  planField('responsible'),
  planField('priority'),
  planField('lineState'),
  targetField('note', { extraWords: ['Remarks', 'Notlar', 'Düşünceler'] }),
]

/** The month a column stands for, where a plan has one column for each. */
export const monthOfColumn = (header: string): number | undefined => monthOfName(headerKey(header))
