import type { ItemKind } from './programme.ts'

type TemplateSlot = {
  /** Counted from 0, the first day. */
  readonly day: number
  /** `09:00-10:30` */
  readonly time: string
  readonly kind: ItemKind
  readonly tr: string
  readonly en: string
  /** Name of a site of the catalogue, or of another place. */
  readonly place?: string
  readonly lessonHours?: number
  readonly travelBefore?: number
}

export type ProgrammeTemplate = {
  readonly key: string
  readonly titleTr: string
  readonly titleEn: string
  readonly days: number
  readonly slots: readonly TemplateSlot[]
}

const hall = 'Üniversite eğitim merkezi'

const slot = (
  day: number,
  time: string,
  kind: ItemKind,
  tr: string,
  en: string,
  more: Pick<TemplateSlot, 'place' | 'lessonHours' | 'travelBefore'> = {},
): TemplateSlot => ({ day, time, kind, tr, en, ...more })

const lesson = (day: number, time: string, tr: string, en: string) =>
  slot(day, time, 'theory', tr, en, { place: hall, lessonHours: 2 })

const lunch = (day: number, time = '12:30-13:30') => slot(day, time, 'meal', 'Öğle yemeği', 'Lunch')

const ride = (day: number, time: string) => slot(day, time, 'transfer', 'Yolculuk', 'Transfer')

/** Programmes to begin with (product 4): the environmental one is the worked example. */
export const programmeTemplates: readonly ProgrammeTemplate[] = [
  {
    key: 'environment',
    titleTr: 'Çevre yönetimi, beş gün',
    titleEn: 'Environmental management, five days',
    days: 5,
    slots: [
      slot(0, '09:00-09:30', 'ceremony', 'Açılış', 'Opening', { place: hall }),
      lesson(
        0,
        '09:30-11:00',
        'Çevre mevzuatı ve belediyenin görevleri',
        'Environmental law and the duties of a municipality',
      ),
      lesson(0, '11:00-12:30', 'Entegre atık yönetimi', 'Integrated waste management'),
      lunch(0),
      lesson(0, '13:30-15:00', 'Sıfır atık uygulamaları', 'Zero waste in practice'),
      lesson(0, '15:15-16:45', 'İklim değişikliği eylem planı', 'Climate change action plan'),
      slot(0, '18:30-20:30', 'meal', 'Hoş geldiniz yemeği', 'Welcome dinner'),
      lesson(1, '09:00-10:30', 'Atık su arıtma teknolojileri', 'Waste water treatment technologies'),
      ride(1, '10:30-11:15'),
      slot(
        1,
        '11:15-12:45',
        'siteVisit',
        'İleri biyolojik atık su arıtma tesisi',
        'Advanced biological waste water treatment plant',
        { place: 'Ataköy İleri Biyolojik Atık Su Arıtma Tesisi', lessonHours: 2, travelBefore: 45 },
      ),
      lunch(1, '12:45-13:45'),
      ride(1, '13:45-14:45'),
      slot(1, '14:45-16:15', 'siteVisit', 'İçme suyu arıtma tesisi', 'Drinking water treatment plant', {
        place: 'Kâğıthane İçme Suyu Arıtma Tesisi',
        lessonHours: 2,
        travelBefore: 60,
      }),
      ride(2, '08:30-09:30'),
      slot(
        2,
        '09:30-11:30',
        'siteVisit',
        'Katı atık düzenli depolama ve enerji üretimi',
        'Landfill and energy from waste',
        { place: 'Odayeri Katı Atık Depolama ve Enerji Tesisi', lessonHours: 2 },
      ),
      lunch(2, '11:45-12:45'),
      slot(2, '13:15-14:45', 'technicalDemo', 'Kompost ve geri kazanım', 'Composting and recovery', {
        place: 'Kemerburgaz Geri Kazanım ve Kompost Tesisi',
        lessonHours: 2,
        travelBefore: 30,
      }),
      ride(2, '14:45-15:45'),
      slot(
        2,
        '16:00-16:45',
        'protocolVisit',
        'Genel Sekreterliğe nezaket ziyareti',
        'Courtesy call on the Secretary General',
        { place: 'Saraçhane Belediye Sarayı', travelBefore: 60 },
      ),
      lesson(3, '09:00-10:30', 'Hava kalitesi ve gürültü izleme', 'Monitoring air quality and noise'),
      lesson(3, '10:45-12:15', 'Deniz temizliği ve kıyı yönetimi', 'Cleaning the sea and managing the coast'),
      lunch(3, '12:15-13:15'),
      slot(3, '13:30-15:45', 'workshop', 'Kendi kentim için eylem planı', 'An action plan for my own city', {
        place: hall,
        lessonHours: 3,
      }),
      slot(3, '16:30-18:15', 'cultural', 'Tarihî yarımada gezisi', 'Tour of the historic peninsula', {
        place: 'Sultanahmet Meydanı',
        travelBefore: 45,
      }),
      slot(4, '09:00-10:30', 'workshop', 'Eylem planlarının sunumu', 'Presenting the action plans', {
        place: hall,
        lessonHours: 2,
      }),
      slot(4, '10:45-11:30', 'exam', 'Değerlendirme sınavı', 'Final test', { place: hall, lessonHours: 1 }),
      slot(4, '11:30-12:30', 'ceremony', 'Değerlendirme ve sertifika töreni', 'Evaluation and certificate ceremony', {
        place: hall,
      }),
      lunch(4),
    ],
  },
  {
    key: 'courtesy',
    titleTr: 'Nezaket ziyareti, yarım gün',
    titleEn: 'Courtesy visit, half a day',
    days: 1,
    slots: [
      slot(0, '10:00-10:30', 'protocolVisit', 'Karşılama ve nezaket ziyareti', 'Welcome and courtesy call', {
        place: 'Saraçhane Belediye Sarayı',
      }),
      slot(0, '10:30-11:30', 'theory', 'Belediye hizmetlerinin tanıtımı', 'The services of the municipality', {
        place: 'Saraçhane Belediye Sarayı',
        lessonHours: 1,
      }),
      slot(0, '11:30-12:00', 'protocolVisit', 'Hediye takdimi ve fotoğraf', 'Gifts and photograph', {
        place: 'Saraçhane Belediye Sarayı',
      }),
      lunch(0, '12:00-13:00'),
    ],
  },
  {
    key: 'disaster',
    titleTr: 'Afet yönetimi, bir gün',
    titleEn: 'Disaster management, one day',
    days: 1,
    slots: [
      slot(0, '09:30-11:00', 'theory', 'Kentte afet riski ve hazırlık', 'Disaster risk and preparedness in the city', {
        place: 'Afet Koordinasyon Merkezi',
        lessonHours: 2,
      }),
      slot(0, '11:15-12:30', 'technicalDemo', 'Koordinasyon merkezinin işleyişi', 'How the coordination centre works', {
        place: 'Afet Koordinasyon Merkezi',
        lessonHours: 1,
      }),
      lunch(0),
      slot(0, '14:30-16:00', 'siteVisit', 'İtfaiye eğitim merkezi', 'Fire brigade training centre', {
        place: 'İtfaiye Eğitim Merkezi',
        lessonHours: 2,
        travelBefore: 45,
      }),
    ],
  },
  {
    key: 'mobility',
    titleTr: 'Kentsel ulaşım, üç gün',
    titleEn: 'Urban mobility, three days',
    days: 3,
    slots: [
      slot(0, '09:00-09:30', 'ceremony', 'Açılış', 'Opening', { place: hall }),
      lesson(0, '09:30-11:00', 'Ulaşım ana planı', 'The transport master plan'),
      lesson(0, '11:15-12:45', 'Raylı sistem yatırımları', 'Investing in rail'),
      lunch(0, '12:45-13:45'),
      slot(0, '14:45-16:15', 'siteVisit', 'Metro kontrol merkezi', 'Metro control centre', {
        place: 'Metro Kontrol Merkezi',
        lessonHours: 2,
        travelBefore: 60,
      }),
      lesson(1, '09:00-10:30', 'Trafik yönetimi ve sinyalizasyon', 'Traffic management and signals'),
      lesson(1, '10:45-12:15', 'Erişilebilir ulaşım', 'Transport for everybody'),
      lunch(1, '12:15-13:15'),
      slot(1, '14:15-15:45', 'technicalDemo', 'Metrobüs işletmesi', 'Running the metrobus', {
        place: 'Metrobüs İşletme Garajı',
        lessonHours: 2,
        travelBefore: 60,
      }),
      slot(2, '09:00-11:15', 'workshop', 'Kendi kentim için öneriler', 'Proposals for my own city', {
        place: hall,
        lessonHours: 3,
      }),
      slot(2, '11:15-12:15', 'ceremony', 'Sertifika töreni', 'Certificate ceremony', { place: hall }),
      lunch(2, '12:15-13:15'),
    ],
  },
]

/** Minutes of the day between which a slot of a template lies. */
export function timesOf({ time }: TemplateSlot): readonly [start: number, end: number] {
  const [from = '', to = ''] = time.split('-')
  const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
  return [minutes(from), minutes(to)]
}
