/**
 * The words of the catalogue's closed lists, as the screens and the workbooks show them. One list for both, so that a
 * workbook that leaves the academy is understood when it comes back.
 */
export const courseWords = {
  tr: {
    level: {
      HALF_DAY: 'Yarım gün',
      ONE_DAY: 'Bir gün',
      TWO_DAY: 'İki gün',
      OPEN: 'Açık eğitim',
      CERTIFIED_COURSE: 'Sertifikalı program',
      EXECUTIVE: 'Yönetici programı',
      E_TRAINING: 'E-eğitim',
    },
    topicState: { ACTIVE: 'Kullanımda', PROPOSED: 'Öneri', RETIRED: 'Kaldırıldı' },
    certificate: { NONE: 'Belge yok', PARTICIPATION: 'Katılım belgesi', SUCCESS: 'Başarı belgesi' },
    trainerKind: { internal: 'Kurum içi', university: 'Üniversite', freelance: 'Serbest', firm: 'Firma' },
    providerKind: {
      university: 'Üniversite',
      affiliate: 'Bağlı kuruluş',
      union: 'Belediyeler birliği',
      association: 'Dernek',
      foundation: 'Vakıf',
      company: 'Şirket',
      ministry: 'Bakanlık / kamu kurumu',
    },
    layout: {
      classroom: 'Sınıf düzeni',
      theatre: 'Konferans düzeni',
      uShape: 'U düzeni',
      boardroom: 'Toplantı düzeni',
      groups: 'Küme düzeni',
      computers: 'Bilgisayar sınıfı',
      workshop: 'Atölye',
      outdoor: 'Açık alan',
    },
    holidayKind: {
      public: 'Resmî tatil',
      religious: 'Dinî bayram',
      administrativeLeave: 'İdari izin',
      institution: 'Kurum tatili',
    },
    half: { none: 'Tam gün', am: 'Öğleden önce', pm: 'Öğleden sonra' },
    availability: { available: 'Uygun', unavailable: 'Uygun değil' },
    yesNo: { yes: 'Evet', no: 'Hayır' },
    activity: { active: 'Etkin', inactive: 'Etkin değil' },
  },
  en: {
    level: {
      HALF_DAY: 'Half day',
      ONE_DAY: 'One day',
      TWO_DAY: 'Two days',
      OPEN: 'Open course',
      CERTIFIED_COURSE: 'Certified programme',
      EXECUTIVE: 'Executive programme',
      E_TRAINING: 'E-training',
    },
    topicState: { ACTIVE: 'In use', PROPOSED: 'Proposed', RETIRED: 'Retired' },
    certificate: { NONE: 'No document', PARTICIPATION: 'Participation', SUCCESS: 'Success' },
    trainerKind: { internal: 'Internal', university: 'University', freelance: 'Freelance', firm: 'Firm' },
    providerKind: {
      university: 'University',
      affiliate: 'Affiliate',
      union: 'Union of municipalities',
      association: 'Association',
      foundation: 'Foundation',
      company: 'Company',
      ministry: 'Ministry or public body',
    },
    layout: {
      classroom: 'Classroom',
      theatre: 'Theatre',
      uShape: 'U-shape',
      boardroom: 'Boardroom',
      groups: 'Group tables',
      computers: 'Computer room',
      workshop: 'Workshop',
      outdoor: 'Outdoors',
    },
    holidayKind: {
      public: 'Public holiday',
      religious: 'Religious feast',
      administrativeLeave: 'Administrative leave',
      institution: 'Institution holiday',
    },
    half: { none: 'Whole day', am: 'Morning', pm: 'Afternoon' },
    availability: { available: 'Available', unavailable: 'Not available' },
    yesNo: { yes: 'Yes', no: 'No' },
    activity: { active: 'Active', inactive: 'Inactive' },
  },
} as const

export type Language = keyof typeof courseWords

/** Between the items of one cell, such as several aliases. */
export const itemSeparator = ' | '
