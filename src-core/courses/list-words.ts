import { type ValueOption, valueMatcher } from '../imports/index.ts'
import { trainingLanguages } from './trainer.ts'
import { languageName } from './trainer.workbook.ts'
import { courseWords } from './words.ts'

type Lists = (typeof courseWords)['tr']

/** A closed list with our own words in both languages and others that institutions write. */
function options<K extends string>(
  list: keyof Lists,
  more: Readonly<Record<K, readonly string[]>>,
): readonly ValueOption<K>[] {
  const own = (key: K): string[] =>
    [courseWords.tr, courseWords.en].map((words) => (words[list] as Readonly<Record<K, string>>)[key])
  return (Object.keys(more) as K[]).map((key) => ({ key, words: [...own(key), ...more[key]] }))
}

type Key<L extends keyof Lists> = keyof Lists[L] & string

export const levelMatcher = () =>
  valueMatcher(
    options<Key<'level'>>('level', {
      HALF_DAY: ['Yarım günlük', '0,5 gün', 'Half-day'],
      ONE_DAY: ['1 gün', 'Bir günlük', 'Günlük', '1 day'],
      TWO_DAY: ['2 gün', 'İki günlük', '2 days'],
      OPEN: ['Açık kurs', 'Kurs', 'Open'],
      CERTIFIED_COURSE: ['Sertifika programı', 'Sertifikalı', 'Certificate programme'],
      EXECUTIVE: ['Yönetici eğitimi', 'Üst yönetici', 'Executive'],
      E_TRAINING: ['E-öğrenme', 'Uzaktan', 'Çevrim içi', 'Online', 'E-learning'],
    }),
  )

export const topicStateMatcher = () =>
  valueMatcher(
    options<Key<'topicState'>>('topicState', {
      ACTIVE: ['Aktif', 'Açık', 'Sunuluyor', 'Active'],
      PROPOSED: ['Önerildi', 'Proposal'],
      RETIRED: ['Pasif', 'Kapalı', 'Kaldırılmış', 'Closed'],
    }),
  )

export const certificateMatcher = () =>
  valueMatcher(
    options<Key<'certificate'>>('certificate', {
      NONE: ['Yok', 'Belgesiz', 'None'],
      PARTICIPATION: ['Katılım', 'Katılım sertifikası', 'Attendance'],
      SUCCESS: ['Başarı', 'Sertifika', 'Başarı sertifikası', 'Certificate'],
    }),
  )

export const trainerKindMatcher = () =>
  valueMatcher(
    options<Key<'trainerKind'>>('trainerKind', {
      internal: ['İç', 'İç eğitmen', 'Kurum personeli', 'Internal trainer'],
      university: ['Akademisyen', 'Öğretim üyesi', 'Academic'],
      freelance: ['Bağımsız', 'Dış eğitmen', 'Freelancer'],
      firm: ['Şirket', 'Firma eğitmeni', 'Company'],
    }),
  )

export const providerKindMatcher = () =>
  valueMatcher(
    options<Key<'providerKind'>>('providerKind', {
      university: ['Vakıf üniversitesi', 'Devlet üniversitesi'],
      affiliate: ['Bağlı idare', 'İştirak'],
      union: ['Birlik', 'Union'],
      association: ['Sivil toplum', 'STK', 'NGO'],
      foundation: [],
      company: ['Firma', 'A.Ş.', 'Ltd. Şti.', 'Özel sektör', 'Firm'],
      ministry: ['Bakanlık', 'Kamu kurumu', 'Kamu', 'Ministry', 'Public body'],
    }),
  )

export const layoutMatcher = () =>
  valueMatcher(
    options<Key<'layout'>>('layout', {
      classroom: ['Sınıf', 'Derslik'],
      theatre: ['Konferans', 'Tiyatro', 'Amfi'],
      uShape: ['U', 'U tipi', 'U-shaped'],
      boardroom: ['Toplantı', 'Meeting'],
      groups: ['Küme', 'Grup', 'Yuvarlak masa', 'Groups'],
      computers: ['Bilgisayar laboratuvarı', 'Bilgisayar', 'Computer lab'],
      workshop: [],
      outdoor: ['Saha', 'Açık hava', 'Outdoor'],
    }),
  )

export const holidayKindMatcher = () =>
  valueMatcher(
    options<Key<'holidayKind'>>('holidayKind', {
      public: ['Resmî', 'Ulusal', 'Millî', 'Ulusal bayram', 'National', 'Public'],
      religious: ['Dinî', 'Religious'],
      administrativeLeave: ['İzin', 'Köprü günü', 'Bridge day'],
      institution: ['Kurum', 'Kurum izni', 'Institution'],
    }),
  )

export const halfMatcher = () =>
  valueMatcher(
    options<Key<'half'>>('half', {
      none: ['Tam', 'Tüm gün', 'full', 'Full day'],
      am: ['Sabah', 'half_am', 'am', 'Öğleye kadar'],
      pm: ['Yarım gün', 'Yarım', 'half_pm', 'pm', 'Öğleden itibaren', 'Half day'],
    }),
  )

export const yesNoMatcher = () =>
  valueMatcher(
    options<'yes' | 'no'>('yesNo', {
      yes: [
        'E',
        '1',
        'true',
        'Var',
        'Gerekir',
        'Aktif',
        'Etkin',
        'Active',
        'X',
        '✓',
        'announced',
        'statute',
        'İlan edildi',
        'Kesin',
      ],
      no: [
        'H',
        '0',
        'false',
        'Yok',
        'Gerekmez',
        'Pasif',
        'Etkin değil',
        'Inactive',
        'calculated',
        'calculated+second list',
        'Hesaplanan',
        'Tahmini',
      ],
    }),
  )

export const languageMatcher = () =>
  valueMatcher(trainingLanguages.map((key) => ({ key, words: [languageName(key, 'tr'), languageName(key, 'en')] })))
