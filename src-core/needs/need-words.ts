import type { EmploymentType, FormState, NeedOutcome, NeedReason } from '../database/schema.ts'
import type { NeedSource } from './need.ts'

export type Language = 'tr' | 'en'

type Words = {
  readonly reason: Readonly<Record<NeedReason, string>>
  readonly source: Readonly<Record<NeedSource['kind'], string>>
  readonly outcome: Readonly<Record<NeedOutcome, string>>
  readonly employment: Readonly<Record<EmploymentType, string>>
  readonly form: Readonly<Record<FormState, string>>
}

/** The words of the closed lists about needs, as screens and workbooks show them. */
export const needWords: Readonly<Record<Language, Words>> = {
  tr: {
    reason: {
      legal: 'Yasal zorunluluk',
      newDuty: 'Yeni görev',
      performanceGap: 'Performans açığı',
      technology: 'Teknoloji',
      personalDevelopment: 'Kişisel gelişim',
      strategicGoal: 'Stratejik hedef',
    },
    source: { portal: 'Portal', proxy: 'Elden', excel: 'Excel', paper: 'Kâğıt' },
    outcome: {
      OPEN: 'Karar bekliyor',
      PLANNED: 'Plana alındı',
      DEFERRED: 'Ertelendi',
      COVERED_BY_ETRAINING: 'E-eğitimle karşılandı',
      ALREADY_TAKEN: 'Daha önce alınmış',
      REJECTED: 'Uygun görülmedi',
    },
    employment: {
      OFFICER: 'Memur',
      CONTRACTED: 'Sözleşmeli memur',
      WORKER: 'İşçi',
      COMPANY: 'Şirket personeli',
      CANDIDATE_OFFICER: 'Aday memur',
    },
    form: {
      EMPTY: 'Form yok',
      DRAFT: 'Taslak',
      SUBMITTED: 'Gönderildi',
      MANAGER_APPROVED: 'Amir onayladı',
      RETURNED: 'Geri gönderildi',
      LOCKED: 'Kilitlendi',
      LOCKED_UNREVIEWED: 'Kilitlendi, amir bakmadı',
    },
  },
  en: {
    reason: {
      legal: 'Legal obligation',
      newDuty: 'New duty',
      performanceGap: 'Performance gap',
      technology: 'Technology',
      personalDevelopment: 'Personal development',
      strategicGoal: 'Strategic goal',
    },
    source: { portal: 'Portal', proxy: 'By proxy', excel: 'Excel', paper: 'Paper' },
    outcome: {
      OPEN: 'Undecided',
      PLANNED: 'Planned',
      DEFERRED: 'Deferred',
      COVERED_BY_ETRAINING: 'Met by e-training',
      ALREADY_TAKEN: 'Already taken',
      REJECTED: 'Rejected',
    },
    employment: {
      OFFICER: 'Officer',
      CONTRACTED: 'Contracted officer',
      WORKER: 'Worker',
      COMPANY: 'Company staff',
      CANDIDATE_OFFICER: 'Candidate officer',
    },
    form: {
      EMPTY: 'No form',
      DRAFT: 'Draft',
      SUBMITTED: 'Sent in',
      MANAGER_APPROVED: 'Approved by manager',
      RETURNED: 'Returned',
      LOCKED: 'Locked',
      LOCKED_UNREVIEWED: 'Locked, not reviewed',
    },
  },
}
