import { type ValueOption, valueMatcher } from '../imports/index.ts'
import type { EducationLevel, employmentTypes } from './staff.ts'
import type { UnitKind } from './unit.ts'

type EmploymentKey = (typeof employmentTypes)[number]

/** The closed lists as workbooks show them. What goes out under these words is understood when it comes back. */
export const peopleWords = {
  tr: {
    employmentType: {
      OFFICER: 'Memur',
      CONTRACTED: 'Sözleşmeli',
      CANDIDATE_OFFICER: 'Aday memur',
      WORKER: 'İşçi',
      COMPANY: 'Şirket personeli',
    },
    gender: { F: 'Kadın', M: 'Erkek' },
    educationLevel: {
      primary: 'İlkokul',
      secondary: 'Ortaokul',
      highSchool: 'Lise',
      associate: 'Ön lisans',
      bachelor: 'Lisans',
      master: 'Yüksek lisans',
      doctorate: 'Doktora',
    },
    unitKind: {
      municipality: 'Belediye başkanlığı',
      generalSecretariat: 'Genel sekreterlik',
      department: 'Daire başkanlığı',
      directorate: 'Müdürlük',
      branch: 'Şeflik',
      board: 'Kurul / danışmanlık',
      affiliate: 'Bağlı kuruluş',
      subsidiary: 'Şirket',
    },
    yesNo: { yes: 'Evet', no: 'Hayır' },
  },
  en: {
    employmentType: {
      OFFICER: 'Officer',
      CONTRACTED: 'Contracted',
      CANDIDATE_OFFICER: 'Candidate officer',
      WORKER: 'Worker',
      COMPANY: 'Company staff',
    },
    gender: { F: 'Female', M: 'Male' },
    educationLevel: {
      primary: 'Primary school',
      secondary: 'Secondary school',
      highSchool: 'High school',
      associate: 'Associate degree',
      bachelor: "Bachelor's degree",
      master: "Master's degree",
      doctorate: 'Doctorate',
    },
    unitKind: {
      municipality: 'Mayoralty',
      generalSecretariat: 'General secretariat',
      department: 'Department',
      directorate: 'Directorate',
      branch: 'Branch',
      board: 'Board or counsel',
      affiliate: 'Affiliate',
      subsidiary: 'Company',
    },
    yesNo: { yes: 'Yes', no: 'No' },
  },
} as const

export type Language = keyof typeof peopleWords

type Lists = (typeof peopleWords)['tr']

/** A closed list with our own words in both languages and others that institutions write. */
function options<K extends string>(list: keyof Lists, more: Readonly<Record<K, readonly string[]>>): ValueOption<K>[] {
  const own = (key: K): string[] =>
    [peopleWords.tr, peopleWords.en].map((words) => (words[list] as Readonly<Record<K, string>>)[key])
  return (Object.keys(more) as K[]).map((key) => ({ key, words: [...own(key), ...more[key]] }))
}

export const employmentTypeMatcher = () =>
  valueMatcher(
    options<EmploymentKey>('employmentType', {
      OFFICER: ['657', '657 Memur', '657 4/A', '4/A', 'Devlet Memuru', 'Kadrolu Memur', 'Kadrolu', 'Civil servant'],
      CONTRACTED: ['Sözleşmeli Personel', '5393/49', '5393 49', '5393 Sözleşmeli', '4/B', 'Tam Zamanlı Sözleşmeli'],
      CANDIDATE_OFFICER: ['Aday', 'Memur Adayı', 'Aday Devlet Memuru'],
      WORKER: ['4857', '4/D', 'Daimi İşçi', 'Kadrolu İşçi', 'Sürekli İşçi', 'Geçici İşçi'],
      COMPANY: ['Şirket', 'Şirket İşçisi', 'A.Ş.', 'A.Ş. Personeli', 'Belediye Şirketi', '696', '696 KHK'],
    }),
  )

export const genderMatcher = () =>
  valueMatcher(options<'F' | 'M'>('gender', { F: ['K', 'Kız', 'Bayan', 'Woman'], M: ['E', 'Bay', 'Man'] }))

export const educationMatcher = () =>
  valueMatcher(
    options<EducationLevel>('educationLevel', {
      primary: ['İlköğretim'],
      secondary: ['Orta okul'],
      highSchool: ['Ortaöğretim', 'Meslek lisesi', 'Lise ve dengi'],
      associate: ['Önlisans', 'Yüksekokul', 'Meslek yüksekokulu', 'MYO', '2 yıllık'],
      bachelor: ['Üniversite', 'Fakülte', '4 yıllık', 'University'],
      master: ['Yükseklisans', 'Y. Lisans', 'YL', "Master's"],
      doctorate: ['Dr.', 'PhD', 'Doktor'],
    }),
  )

export const unitKindMatcher = () =>
  valueMatcher(
    options<UnitKind>('unitKind', {
      municipality: ['Başkanlık', 'Belediye', 'baskanlik'],
      generalSecretariat: ['Genel sekreter yardımcılığı', 'genel_sekreterlik', 'genel_sekreter_yardimciligi'],
      department: ['Dairesi başkanlığı', 'Daire', 'daire_baskanligi'],
      directorate: ['Şube müdürlüğü', 'mudurluk'],
      branch: ['Amirlik', 'Birim amirliği', 'Servis'],
      board: ['Kurul', 'Danışmanlık', 'Müşavirlik', 'Birim', 'Unit'],
      affiliate: ['Bağlı idare'],
      subsidiary: ['İştirak', 'A.Ş.', 'Subsidiary'],
    }),
  )

/** Whether somebody or something is still active. */
export const activeMatcher = () =>
  valueMatcher(
    options<'yes' | 'no'>('yesNo', {
      yes: ['E', '1', 'true', 'Aktif', 'Etkin', 'Çalışıyor', 'Görevde', 'Açık', 'Active', 'X', '✓'],
      no: ['H', '0', 'false', 'Pasif', 'Ayrıldı', 'Emekli', 'Görevden ayrıldı', 'Kapalı', 'Inactive', 'Passive'],
    }),
  )
