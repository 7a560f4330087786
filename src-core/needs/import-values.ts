import type { EmploymentType, NeedReason } from '../database/schema.ts'
import { type ValueOption, valueMatcher } from '../imports/index.ts'

/** What forms write for each employment type. */
const employmentWords: readonly ValueOption<EmploymentType>[] = [
  { key: 'OFFICER', words: ['Memur', '657', 'Devlet memuru', 'Kadrolu memur', 'Officer', 'Civil servant'] },
  { key: 'CONTRACTED', words: ['Sözleşmeli', 'Sözleşmeli memur', '5393/49', 'Sözleşmeli personel', 'Contracted'] },
  { key: 'WORKER', words: ['İşçi', 'Kadrolu işçi', '4857', 'Worker'] },
  { key: 'COMPANY', words: ['Şirket', 'Şirket personeli', 'A.Ş.', 'Company', 'Company staff'] },
  { key: 'CANDIDATE_OFFICER', words: ['Aday memur', 'Aday', 'Candidate officer'] },
]

const reasonWords: readonly ValueOption<NeedReason>[] = [
  {
    key: 'legal',
    words: ['Yasal zorunluluk', 'Mevzuat', 'Zorunlu', 'Yasal', 'Legal', 'Legal obligation', 'Mandatory'],
  },
  { key: 'newDuty', words: ['Yeni görev', 'Görev değişikliği', 'Yeni göreve başlama', 'New duty', 'New role'] },
  {
    key: 'performanceGap',
    words: [
      'Performans',
      'Performans açığı',
      'Performans eksikliği',
      'Bilgi eksikliği',
      'Performance gap',
      'Performance',
    ],
  },
  { key: 'technology', words: ['Teknoloji', 'Yeni teknoloji', 'Yeni sistem', 'Yeni yazılım', 'Technology'] },
  { key: 'personalDevelopment', words: ['Kişisel gelişim', 'Mesleki gelişim', 'Kariyer', 'Personal development'] },
  { key: 'strategicGoal', words: ['Stratejik hedef', 'Stratejik plan', 'Kurumsal hedef', 'Strategic goal'] },
]

const levelWords: readonly ValueOption<'1' | '2' | '3' | '4' | '5'>[] = [
  { key: '1', words: ['Çok düşük', 'Very low', '1'] },
  { key: '2', words: ['Düşük', 'Az', 'Low', 'P3', '2'] },
  { key: '3', words: ['Orta', 'Normal', 'Medium', 'P2', '3'] },
  { key: '4', words: ['Yüksek', 'Önemli', 'High', '4'] },
  { key: '5', words: ['Çok yüksek', 'Acil', 'Çok acil', 'Kritik', 'Very high', 'Urgent', 'Critical', 'P1', '5'] },
]

const quarterWords: readonly ValueOption<'1' | '2' | '3' | '4'>[] = [
  {
    key: '1',
    words: [
      '1',
      'Q1',
      '1. çeyrek',
      'I. çeyrek',
      '1. dönem',
      'I',
      'Ocak',
      'Şubat',
      'Mart',
      'Ocak-Mart',
      'January',
      'February',
      'March',
    ],
  },
  {
    key: '2',
    words: [
      '2',
      'Q2',
      '2. çeyrek',
      'II. çeyrek',
      '2. dönem',
      'II',
      'Nisan',
      'Mayıs',
      'Haziran',
      'Nisan-Haziran',
      'April',
      'May',
      'June',
    ],
  },
  {
    key: '3',
    words: [
      '3',
      'Q3',
      '3. çeyrek',
      'III. çeyrek',
      '3. dönem',
      'III',
      'Temmuz',
      'Ağustos',
      'Eylül',
      'Temmuz-Eylül',
      'July',
      'August',
      'September',
    ],
  },
  {
    key: '4',
    words: [
      '4',
      'Q4',
      '4. çeyrek',
      'IV. çeyrek',
      '4. dönem',
      'IV',
      'Ekim',
      'Kasım',
      'Aralık',
      'Ekim-Aralık',
      'October',
      'November',
      'December',
    ],
  },
]

const kindWords: readonly ValueOption<'topic' | 'freeText' | 'externalEvent'>[] = [
  { key: 'topic', words: ['Konu', 'Katalog', 'Eğitim', 'Topic', 'Catalogue'] },
  { key: 'freeText', words: ['Serbest metin', 'Diğer', 'Free text', 'Other'] },
  { key: 'externalEvent', words: ['Dış etkinlik', 'Kurum dışı', 'External event', 'External'] },
]

/** Matchers for the closed lists of a need; each remembers what it has seen, so make them once a file. */
export const needValueMatchers = () => ({
  employmentType: valueMatcher(employmentWords),
  reason: valueMatcher(reasonWords),
  level: valueMatcher(levelWords),
  quarter: valueMatcher(quarterWords),
  kind: valueMatcher(kindWords),
})

export type NeedValueMatchers = ReturnType<typeof needValueMatchers>

/** The first wording of each reason and kind, for templates and exports in Turkish and English. */
export const reasonLabels: Readonly<Record<NeedReason, { readonly tr: string; readonly en: string }>> = {
  legal: { tr: 'Yasal zorunluluk', en: 'Legal obligation' },
  newDuty: { tr: 'Yeni görev', en: 'New duty' },
  performanceGap: { tr: 'Performans açığı', en: 'Performance gap' },
  technology: { tr: 'Yeni teknoloji', en: 'Technology' },
  personalDevelopment: { tr: 'Kişisel gelişim', en: 'Personal development' },
  strategicGoal: { tr: 'Stratejik hedef', en: 'Strategic goal' },
}
