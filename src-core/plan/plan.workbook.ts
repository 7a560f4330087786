import { type FieldKey, fieldName } from '../imports/index.ts'
import type { OutColumn, WorkbookSpec } from '../kernel/workbook-spec.ts'
import { versionSheetName } from '../people/index.ts'
import { documentWords } from './document.words.ts'
import { stateWords } from './list.analysis.ts'
import { costFields } from './list.fields.ts'
import { monthWord } from './month-word.ts'
import { costTypes, type Plan, type PlanLine } from './plan.ts'

type Language = 'tr' | 'en'

/** What the hidden sheet begins with, so that the workbook is known again whatever it is called. */
export const planMark = 'plan-lines'

const version = '1'

const readMe = {
  tr: [
    'Yıllık eğitim planı: “Plan” sayfasında her satır bir eğitimdir.',
    'Plan Satır No satırın kendisidir: değiştirmeyin. Yeni eğitim için boş bırakın.',
    'Boş hücre hiçbir şey söylemez: planda ne yazıyorsa o kalır.',
    'Ay / Tarih için ay adı ya da tarih yazın: Mart, 10-15 Mart, 12.03.2027.',
    'Ders Saati bir grup içindir; maliyetler bütün gruplar içindir ve liradır.',
    'Açılır listesi olan sütunlarda listeden seçin.',
    'Satır Durumu yalnız bilgi içindir; iptal ve erteleme programda yapılır.',
    'Satır silmek eğitimi plandan çıkarmaz.',
    'Sütunların yeri değişebilir; başlıklar olduğu gibi kalmalıdır.',
    'Yüklemeden önce her değişiklik ve kuşku gösterilir; yükleme 30 gün geri alınabilir.',
  ],
  en: [
    'Annual training plan: every row of the sheet “Plan” is one training.',
    'The plan line no is the line itself: leave it. For a new training leave it empty.',
    'An empty cell says nothing: what the plan has stays.',
    'Under month / date write a month or a date: March, 10-15 March, 12.03.2027.',
    'Lesson hours are of one group; costs are of all groups, in lira.',
    'In columns with a drop-down choose one of its values.',
    'The state of a line is for reading only; cancelling and moving are done in the program.',
    'Deleting a row does not take a training out of the plan.',
    'Columns may be moved; leave the headers as they are.',
    'Before anything is written every change and doubt is shown; an import can be taken back for 30 days.',
  ],
} as const

const sheetNames = { tr: { readMe: 'Oku', data: 'Plan' }, en: { readMe: 'Read me', data: 'Plan' } } as const

/** The lines of a plan as a workbook that can be changed and loaded again. */
export function planWorkbook(plan: Plan, lines: readonly PlanLine[], language: Language): WorkbookSpec {
  const words = documentWords[language]
  const text = (field: FieldKey, width: number, list?: readonly string[]): OutColumn => ({
    header: fieldName(field, language),
    width,
    type: 'text',
    ...(list && { list: { values: list } }),
  })
  const number = (field: FieldKey, type: 'integer' | 'decimal' = 'integer'): OutColumn => ({
    header: fieldName(field, language),
    width: 14,
    type,
  })
  const months = Array.from({ length: 12 }, (_, at) => monthWord(at + 1, language))
  return {
    sheets: [
      {
        name: sheetNames[language].readMe,
        header: false,
        columns: [{ header: '', type: 'text', width: 104 }],
        rows: readMe[language].map((line) => [line]),
      },
      {
        name: sheetNames[language].data,
        filter: true,
        spareRows: 200,
        columns: [
          number('planNo'),
          text('topicCode', 14),
          text('topic', 48),
          text('topicLevel', 20, Object.values(words.level)),
          text('unit', 34),
          number('groups'),
          number('groupSize'),
          number('headCount'),
          number('lessonHours', 'decimal'),
          text('planTime', 14, months),
          number('quarter'),
          text('provider', 30),
          text('trainer', 28),
          text('permissionNo', 18),
          text('mode', 18, Object.values(words.mode)),
          ...costTypes.map((type) => number(costFields[type], 'decimal')),
          text('responsible', 24),
          text('lineState', 16),
          text('note', 40),
        ],
        rows: lines.map((line) => rowOf(line, language)),
      },
      {
        name: versionSheetName,
        visibility: 'veryHidden',
        header: false,
        columns: [{ header: '', type: 'text' }],
        rows: [[planMark], [version], [plan.id], [String(plan.year)]],
      },
    ],
  }
}

function rowOf(line: PlanLine, language: Language) {
  const words = documentWords[language]
  const planned = new Map(line.costs.map(({ type, plannedMinor }) => [type, plannedMinor]))
  return [
    line.lineNo,
    line.code,
    line.name,
    words.level[line.level],
    line.unit,
    line.groups,
    line.groupSize,
    line.personsPlanned,
    line.lessonHours,
    line.month === null ? null : monthWord(line.month, language),
    line.quarter,
    line.provider,
    line.trainer,
    line.permissionNo,
    words.mode[line.mode],
    ...costTypes.map((type) => {
      const minor = planned.get(type)
      return minor === undefined ? null : minor / 100
    }),
    line.responsible,
    stateWords[language][line.state],
    line.note,
  ]
}
