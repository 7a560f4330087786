import type { RecordedTable } from '../database/schema.ts'
import type { Language } from './operation-words.ts'

/** What a record of each table is called. */
export const tableWords = {
  tr: {
    setting: 'Ayar',
    account: 'Hesap',
    title: 'Unvan',
    orgUnit: 'Birim',
    person: 'Personel',
    provider: 'Eğitim kuruluşu',
    topic: 'Konu',
    topicAlias: 'Konunun başka adı',
    trainer: 'Eğitmen',
    trainerTopic: 'Eğitmenin konusu',
    trainerAvailability: 'Eğitmenin uygunluğu',
    room: 'Salon',
    holiday: 'Tatil',
    importBatch: 'İçe aktarma',
    importMapping: 'Sütun eşlemesi',
    completedTraining: 'Tamamlanan eğitim',
    tnaCycle: 'İhtiyaç dönemi',
    tnaForm: 'İhtiyaç formu',
    demandGroup: 'Talep',
    needLine: 'İhtiyaç satırı',
    merge: 'Birleştirme',
    mergeLine: 'Birleştirilen satır',
  },
  en: {
    setting: 'Setting',
    account: 'Account',
    title: 'Title',
    orgUnit: 'Unit',
    person: 'Staff member',
    provider: 'Provider',
    topic: 'Topic',
    topicAlias: 'Other name of a topic',
    trainer: 'Trainer',
    trainerTopic: 'Topic of a trainer',
    trainerAvailability: 'Availability of a trainer',
    room: 'Room',
    holiday: 'Holiday',
    importBatch: 'Import',
    importMapping: 'Column mapping',
    completedTraining: 'Completed training',
    tnaCycle: 'Needs cycle',
    tnaForm: 'Needs form',
    demandGroup: 'Demand',
    needLine: 'Need line',
    merge: 'Merge',
    mergeLine: 'Merged line',
  },
} as const satisfies Readonly<Record<Language, Readonly<Record<RecordedTable, string>>>>

/** What the settings are called; those of other features stand in their own screens only. */
export const settingWords = {
  tr: { institution: 'Kurumun adı', sample: 'Örnek akademi', idleMinutes: 'Kilitlenme süresi (dakika)' },
  en: { institution: 'Name of the institution', sample: 'Sample academy', idleMinutes: 'Minutes until locking' },
} as const
