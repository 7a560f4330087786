import type { ChangeKind, ComparedField } from './change.rules.ts'
import type { PlanCost, PlanLine, PlanReason } from './plan.ts'

type Words = {
  readonly titles: { readonly book: string; readonly approval: string; readonly changes: string }
  readonly files: { readonly book: string; readonly approval: string; readonly changes: string }
  readonly subject: { readonly book: string; readonly approval: string; readonly changes: string }
  readonly facts: { readonly number: string; readonly date: string; readonly about: string; readonly gap: string }
  readonly stats: Readonly<Record<'lines' | 'groups' | 'persons' | 'hours' | 'trainerDays' | 'planned', string>>
  readonly charts: Readonly<Record<'months' | 'types' | 'categories', string>>
  readonly tables: Readonly<Record<'lines' | 'units' | 'types' | 'changes', string>>
  readonly columns: Readonly<
    Record<
      | 'no'
      | 'code'
      | 'name'
      | 'level'
      | 'groups'
      | 'persons'
      | 'hours'
      | 'when'
      | 'giver'
      | 'cost'
      | 'unit'
      | 'ceiling'
      | 'type'
      | 'committed'
      | 'actual'
      | 'change'
      | 'before'
      | 'after'
      | 'why',
      string
    >
  >
  readonly level: Readonly<Record<PlanLine['level'], string>>
  readonly mode: Readonly<Record<PlanLine['mode'], string>>
  readonly cost: Readonly<Record<PlanCost['type'], string>>
  readonly kind: Readonly<Record<ChangeKind, string>>
  readonly field: Readonly<Record<ComparedField, string>>
  readonly reason: Readonly<Record<PlanReason, string>>
  readonly revision: (revision: number) => string
  readonly approved: (no: string, date: string) => string
  readonly notApproved: string
  readonly reasonOf: (reason: string) => string
  readonly request: (year: number, lines: string, groups: string, persons: string, cost: string) => readonly string[]
  readonly addressee: string
  readonly consent: string
  readonly signature: string
  readonly whole: string
  readonly quarter: (quarter: number) => string
  readonly page: string
  readonly noChange: string
}

/** Words of the plan's documents. */
export const documentWords: Readonly<Record<'tr' | 'en', Words>> = {
  tr: {
    titles: {
      book: 'Yıllık Eğitim Planı',
      approval: 'Yıllık Eğitim Planı Onayı',
      changes: 'Plan Değişiklik Çizelgesi',
    },
    files: { book: 'eğitim planı', approval: 'plan onayı', changes: 'plan değişiklikleri' },
    subject: { book: 'Yıllık eğitim planı', approval: 'Yıllık eğitim planının onayı', changes: 'Plan revizyonu' },
    facts: { number: 'Sayı', date: 'Tarih', about: 'Konu', gap: '(EBYS’de verilir)' },
    stats: {
      lines: 'Eğitim',
      groups: 'Grup',
      persons: 'Kişi',
      hours: 'Ders saati',
      trainerDays: 'Eğitmen günü',
      planned: 'Planlanan maliyet',
    },
    charts: { months: 'Aylara göre gruplar', types: 'Maliyet türleri', categories: 'Kategorilere göre kişiler' },
    tables: {
      lines: 'Eğitimler',
      units: 'Birimlere göre bütçe',
      types: 'Türlere göre bütçe',
      changes: 'Değişiklikler',
    },
    columns: {
      no: 'No',
      code: 'Kod',
      name: 'Eğitim',
      level: 'Düzey',
      groups: 'Grup',
      persons: 'Kişi',
      hours: 'Saat',
      when: 'Zaman',
      giver: 'Eğitimi verecek',
      cost: 'Planlanan',
      unit: 'Birim',
      ceiling: 'Tavan',
      type: 'Tür',
      committed: 'Taahhüt',
      actual: 'Gerçekleşen',
      change: 'Değişiklik',
      before: 'Eski',
      after: 'Yeni',
      why: 'Gerekçe',
    },
    level: {
      HALF_DAY: 'Yarım gün',
      ONE_DAY: 'Bir gün',
      TWO_DAY: 'İki gün',
      OPEN: 'Açık eğitim',
      CERTIFIED_COURSE: 'Sertifikalı program',
      EXECUTIVE: 'Yönetici programı',
      E_TRAINING: 'E-eğitim',
    },
    mode: {
      classroom: 'Sınıfta',
      onlineLive: 'Çevrim içi canlı',
      eTraining: 'E-eğitim',
      field: 'Sahada',
      blended: 'Karma',
    },
    cost: {
      fee: 'Katılım ücreti',
      trainer: 'Eğitmen ücreti',
      room: 'Salon',
      material: 'Malzeme',
      travel: 'Ulaşım',
      lodging: 'Konaklama',
      meal: 'Yemek',
      interpreter: 'Tercüman',
      print: 'Baskı',
      other: 'Diğer',
    },
    kind: { added: 'Eklendi', moved: 'Ertelendi', changed: 'Değişti', cancelled: 'İptal edildi' },
    field: {
      name: 'Ad',
      level: 'Düzey',
      unit: 'Birim',
      groups: 'Grup',
      groupSize: 'Grup büyüklüğü',
      personsPlanned: 'Kişi',
      lessonHours: 'Ders saati',
      quarter: 'Çeyrek',
      month: 'Ay',
      provider: 'Kuruluş',
      trainer: 'Eğitmen',
      permissionNo: 'İzin no',
      mode: 'Yöntem',
      responsible: 'Sorumlu',
      plannedMinor: 'Maliyet',
    },
    reason: {
      budget: 'Bütçe yetmiyor',
      noTrainer: 'Eğitmen yok',
      tooFew: 'Katılımcı az',
      lowPriority: 'Önceliği düşük',
      nextYear: 'Gelecek yıl',
      other: 'Diğer',
    },
    revision: (revision) => `${revision}. revizyon`,
    approved: (no, date) => `${date} tarihli ve ${no} sayılı onayla yürürlüktedir.`,
    notApproved: 'Taslaktır; henüz onaylanmamıştır.',
    reasonOf: (reason) => `Revizyonun gerekçesi: ${reason}`,
    request: (year, lines, groups, persons, cost) => [
      `Kurumumuz personelinin ${year} yılı eğitim ihtiyaçları toplanmış, önceliklendirilmiş ve birimlerin görüşü alınarak yıllık eğitim planına dönüştürülmüştür.`,
      `Plan ${lines} eğitimi, ${groups} grubu ve ${persons} kişilik katılımı kapsamakta olup planlanan maliyeti ${cost} tutarındadır. Eğitimlerin listesi ekteki plan kitabındadır.`,
      'Planın uygulanmasını olurlarınıza arz ederim.',
    ],
    addressee: 'BAŞKANLIK MAKAMINA',
    consent: 'OLUR',
    signature: 'Adı SOYADI, unvanı, imza',
    whole: 'Kurumun tamamı',
    quarter: (quarter) => `${quarter}. çeyrek`,
    page: 'Sayfa',
    noChange: 'İki plan arasında fark yoktur.',
  },
  en: {
    titles: {
      book: 'Annual Training Plan',
      approval: 'Approval of the Annual Training Plan',
      changes: 'List of Changes',
    },
    files: { book: 'training plan', approval: 'plan approval', changes: 'plan changes' },
    subject: { book: 'Annual training plan', approval: 'Approval of the annual plan', changes: 'Revision of the plan' },
    facts: { number: 'Number', date: 'Date', about: 'Subject', gap: '(given by the records system)' },
    stats: {
      lines: 'Trainings',
      groups: 'Groups',
      persons: 'Persons',
      hours: 'Lesson hours',
      trainerDays: 'Trainer days',
      planned: 'Planned cost',
    },
    charts: { months: 'Groups by month', types: 'Cost types', categories: 'Persons by category' },
    tables: { lines: 'Trainings', units: 'Budget by unit', types: 'Budget by type', changes: 'Changes' },
    columns: {
      no: 'No',
      code: 'Code',
      name: 'Training',
      level: 'Level',
      groups: 'Groups',
      persons: 'Persons',
      hours: 'Hours',
      when: 'When',
      giver: 'Given by',
      cost: 'Planned',
      unit: 'Unit',
      ceiling: 'Ceiling',
      type: 'Type',
      committed: 'Committed',
      actual: 'Actual',
      change: 'Change',
      before: 'Before',
      after: 'After',
      why: 'Reason',
    },
    level: {
      HALF_DAY: 'Half a day',
      ONE_DAY: 'One day',
      TWO_DAY: 'Two days',
      OPEN: 'Open training',
      CERTIFIED_COURSE: 'Certified course',
      EXECUTIVE: 'Executive programme',
      E_TRAINING: 'E-training',
    },
    mode: {
      classroom: 'Classroom',
      onlineLive: 'Live online',
      eTraining: 'E-training',
      field: 'Field',
      blended: 'Blended',
    },
    cost: {
      fee: 'Fee',
      trainer: 'Trainer',
      room: 'Room',
      material: 'Material',
      travel: 'Travel',
      lodging: 'Lodging',
      meal: 'Meals',
      interpreter: 'Interpreter',
      print: 'Print',
      other: 'Other',
    },
    kind: { added: 'Added', moved: 'Moved', changed: 'Changed', cancelled: 'Cancelled' },
    field: {
      name: 'Name',
      level: 'Level',
      unit: 'Unit',
      groups: 'Groups',
      groupSize: 'Group size',
      personsPlanned: 'Persons',
      lessonHours: 'Lesson hours',
      quarter: 'Quarter',
      month: 'Month',
      provider: 'Provider',
      trainer: 'Trainer',
      permissionNo: 'Permission no',
      mode: 'Mode',
      responsible: 'Responsible',
      plannedMinor: 'Cost',
    },
    reason: {
      budget: 'Not enough budget',
      noTrainer: 'No trainer',
      tooFew: 'Too few participants',
      lowPriority: 'Low priority',
      nextYear: 'Next year',
      other: 'Other',
    },
    revision: (revision) => `Revision ${revision}`,
    approved: (no, date) => `In force by approval ${no} of ${date}.`,
    notApproved: 'A draft, not approved yet.',
    reasonOf: (reason) => `Reason of the revision: ${reason}`,
    request: (year, lines, groups, persons, cost) => [
      `The training needs of our staff for ${year} have been collected and ranked and, with the opinions of the units, made into the annual training plan.`,
      `The plan holds ${lines} trainings, ${groups} groups and seats for ${persons} persons at a planned cost of ${cost}. The trainings are listed in the attached plan book.`,
      'The plan is submitted for your consent.',
    ],
    addressee: 'TO THE OFFICE OF THE MAYOR',
    consent: 'APPROVED',
    signature: 'Name, duty, signature',
    whole: 'The whole institution',
    quarter: (quarter) => `Quarter ${quarter}`,
    page: 'Page',
    noChange: 'The two plans do not differ.',
  },
}
