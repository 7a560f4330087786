import type { GroupDecision, NeedOutcome } from '../database/schema.ts'
import type { ReasonCode } from './decision.ts'

type Language = 'tr' | 'en'
type Words<K extends string> = Readonly<Record<Language, Readonly<Record<K, string>>>>

/** Words of the results workbook; what is read back is recognised in either language. */
export const decisionWords: Words<GroupDecision> = {
  tr: { UNDECIDED: 'Kararsız', PLAN: 'Planla', DEFER: 'Ertele', REJECT: 'Reddet', E_TRAINING: 'E-eğitim' },
  en: { UNDECIDED: 'Undecided', PLAN: 'Plan', DEFER: 'Defer', REJECT: 'Reject', E_TRAINING: 'E-training' },
}

export const reasonWords: Words<ReasonCode> = {
  tr: {
    budget: 'Bütçe yetmiyor',
    noTrainer: 'Eğitmen yok',
    tooFew: 'Katılımcı az',
    lowPriority: 'Önceliği düşük',
    nextYear: 'Gelecek yıl',
    notDuty: 'Görevle ilgisi yok',
    alreadyTaken: 'Daha önce alınmış',
    otherProvider: 'Başka kurum veriyor',
    existingContent: 'Hazır içerik var',
    other: 'Diğer',
  },
  en: {
    budget: 'Not enough budget',
    noTrainer: 'No trainer',
    tooFew: 'Too few participants',
    lowPriority: 'Low priority',
    nextYear: 'Next year',
    notDuty: 'Not related to the duty',
    alreadyTaken: 'Taken before',
    otherProvider: 'Another body provides it',
    existingContent: 'Content exists',
    other: 'Other',
  },
}

/** The decision behind an outcome of a line. */
export const decisionOf: Readonly<Record<NeedOutcome, GroupDecision>> = {
  OPEN: 'UNDECIDED',
  PLANNED: 'PLAN',
  DEFERRED: 'DEFER',
  REJECTED: 'REJECT',
  COVERED_BY_ETRAINING: 'E_TRAINING',
  ALREADY_TAKEN: 'REJECT',
}

export const resultHeaders: Readonly<Record<Language, readonly string[]>> = {
  tr: [
    'Satır Kimliği',
    'Sicil No',
    'Adı Soyadı',
    'Birim Kodu',
    'Birim',
    'Kişi Sayısı',
    'Eğitim Kodu',
    'Eğitim Konusu',
    'Yazılan İhtiyaç',
    'Gerekçe',
    'Aciliyet',
    'İstenen Dönem',
    'Amir Önceliği',
    'Puan',
    'Karar',
    'Karar Gerekçesi',
    'Açıklama',
  ],
  en: [
    'Line id',
    'Registry no',
    'Full name',
    'Unit code',
    'Unit',
    'Head-count',
    'Topic code',
    'Topic',
    'Wording',
    'Reason',
    'Urgency',
    'Preferred quarter',
    "Manager's priority",
    'Score',
    'Decision',
    'Reason of decision',
    'Note',
  ],
}

export const resultWords = {
  tr: { sheet: 'Sonuçlar', readMe: 'Oku', file: 'ihtiyaç sonuçları', lists: 'Listeler' },
  en: { sheet: 'Results', readMe: 'Read me', file: 'needs results', lists: 'Lists' },
} as const
