import type { TopicFields } from './topic.ts'

/** What the list of topics does not say about some of them. */
type Details = Partial<
  Pick<
    TopicFields,
    'level' | 'repeatMonths' | 'legalBasis' | 'defaultCertificateKind' | 'behaviours' | 'objectives' | 'aliases'
  >
> & {
  /** Codes of topics that come before. */
  readonly prerequisites?: readonly string[]
  /** Name of a provider of the sample. */
  readonly provider?: string
}

const safetyRules = 'Çalışanların İş Sağlığı ve Güvenliği Eğitimlerinin Usul ve Esasları Hakkında Yönetmelik'
const candidateRules = '657 sayılı Kanun m. 55; Aday Memurların Yetiştirilmelerine İlişkin Genel Yönetmelik'
const safetyLaw = '6331 sayılı İş Sağlığı ve Güvenliği Kanunu m. 17'
const firstAid = 'İlk Yardım Yönetmeliği m. 16'

const objectives = (...texts: readonly (readonly [verb: string, text: string])[]) =>
  texts.map(([verb, text], at) => ({ code: `K${at + 1}`, verb, text }))

/** By topic code. Legal bases and periods follow the occupational safety, first aid and candidate officer regulations. */
export const topicDetails: Readonly<Record<string, Details>> = {
  'ADY-001': { legalBasis: candidateRules },
  'ADY-002': { legalBasis: candidateRules, prerequisites: ['ADY-001'] },
  'ADY-003': { legalBasis: candidateRules, prerequisites: ['ADY-002'] },
  'ADY-004': { aliases: ['Oryantasyon', 'Uyum eğitimi'] },
  'ISG-001': {
    legalBasis: safetyRules,
    repeatMonths: 36,
    aliases: ['İSG eğitimi', 'İş güvenliği eğitimi', 'Temel İSG'],
    objectives: objectives(
      ['sayar', 'Çalışanın iş sağlığı ve güvenliği bakımından hak ve sorumluluklarını sayar.'],
      ['tanır', 'Görev yaptığı yerdeki tehlike kaynaklarını ve riskleri tanır.'],
      ['uygular', 'Acil durumda tahliye planına göre davranır.'],
    ),
    behaviours: [
      'Çalışma alanındaki tehlikeyi fark ettiğinde amirine bildiriyor.',
      'Kişisel koruyucu donanımını işe uygun kullanıyor.',
      'Acil çıkış yollarını açık tutuyor.',
    ],
  },
  'ISG-002': { legalBasis: safetyRules, repeatMonths: 24 },
  'ISG-003': { legalBasis: safetyRules, repeatMonths: 12 },
  'ISG-004': { legalBasis: safetyRules, aliases: ['İşbaşı eğitimi'] },
  'ISG-005': { legalBasis: safetyRules },
  'ISG-006': {
    legalBasis: firstAid,
    repeatMonths: 36,
    provider: 'Can Damarı İlk Yardım Eğitim Merkezi',
    aliases: ['İlk yardım', 'İlkyardım eğitimi', 'İlk yardımcı eğitimi'],
  },
  'ISG-007': {
    legalBasis: firstAid,
    repeatMonths: 36,
    prerequisites: ['ISG-006'],
    provider: 'Can Damarı İlk Yardım Eğitim Merkezi',
  },
  'ISG-008': {
    legalBasis: 'Binaların Yangından Korunması Hakkında Yönetmelik m. 129',
    repeatMonths: 12,
    aliases: ['Yangın eğitimi', 'Yangın söndürme'],
  },
  'ISG-009': {
    legalBasis: 'Binaların Yangından Korunması Hakkında Yönetmelik m. 129',
    repeatMonths: 12,
    aliases: ['Tatbikat', 'Tahliye tatbikatı'],
  },
  'ISG-010': { legalBasis: safetyLaw, repeatMonths: 12, aliases: ['Yüksekte çalışma'] },
  'ISG-011': { legalBasis: safetyLaw, repeatMonths: 12, aliases: ['KKD kullanımı'] },
  'ISG-013': { legalBasis: '6331 sayılı İş Sağlığı ve Güvenliği Kanunu m. 20' },
  'ISG-014': { legalBasis: '6331 sayılı İş Sağlığı ve Güvenliği Kanunu m. 22' },
  'ISG-015': { legalBasis: 'Hijyen Eğitimi Yönetmeliği' },
  'ISG-016': { legalBasis: safetyLaw, repeatMonths: 12 },
  'BIL-001': { aliases: ['Bilgisayar kullanımı', 'Temel bilgisayar'] },
  'BIL-002': { aliases: ['Word', 'MS Word'] },
  'BIL-003': {
    aliases: ['Excel', 'Excel Temel', 'Temel Excel', 'MS Excel', 'Hesap tablosu'],
    objectives: objectives(
      ['oluşturur', 'Verisi bozulmadan süzülebilen bir tablo oluşturur.'],
      ['hesaplar', 'Toplam, ortalama ve koşullu toplam formülleriyle hesap yapar.'],
    ),
    behaviours: [
      'Aylık tablolarını elle toplamak yerine formülle hazırlıyor.',
      'Sicil numarası gibi alanları metin olarak saklıyor.',
    ],
  },
  'BIL-004': {
    prerequisites: ['BIL-003'],
    aliases: ['İleri Excel', 'İleri Düzey Excel', 'Excel ileri', 'Makro'],
    behaviours: [
      'Özet tablo ile kendi raporunu hazırlıyor.',
      'Birden çok dosyayı elle birleştirmek yerine sorgu kullanıyor.',
      'Hazırladığı tabloyu iş arkadaşlarına anlatıyor.',
    ],
  },
  'BIL-005': { aliases: ['PowerPoint', 'Sunum hazırlama'] },
  'BIL-006': { prerequisites: ['BIL-003'], aliases: ['Power BI'] },
  'BIL-007': { aliases: ['Bilgi güvenliği'], repeatMonths: 12 },
  'BIL-012': { aliases: ['Python'] },
  'BIL-014': { aliases: ['Yapay zekâ', 'Yapay zeka eğitimi', 'ChatGPT kullanımı'] },
  'MEV-007': { aliases: ['Resmi yazışma', 'Yazışma kuralları', 'Resmi yazışma kuralları'] },
  'MEV-009': { aliases: ['EBYS', 'EBYS eğitimi'] },
  'MEV-019': {
    aliases: ['KVKK', 'Kişisel verilerin korunması'],
    legalBasis: '6698 sayılı Kanun m. 12',
    repeatMonths: 24,
  },
  'MEV-020': { prerequisites: ['MEV-019'] },
  'IHL-001': { aliases: ['İhale mevzuatı', 'Kamu ihale kanunu', '4734'] },
  'IHL-006': { aliases: ['Doğrudan temin', 'EKAP'] },
  'MAL-002': { aliases: ['Taşınır mal', 'Taşınır kayıt'] },
  'IMR-012': { aliases: ['CBS', 'GIS', 'Coğrafi bilgi sistemleri'] },
  'IMR-013': { prerequisites: ['IMR-012'] },
  'IMR-014': { aliases: ['AutoCAD'] },
  'KIS-001': { aliases: ['İletişim', 'İletişim becerileri', 'Etkili iletişim'] },
  'KIS-003': { aliases: ['Stresle başa çıkma'] },
  'KIS-006': { aliases: ['Diksiyon', 'Güzel konuşma'] },
  'KIS-017': { aliases: ['İşaret dili'] },
  'YON-001': { level: 'EXECUTIVE', aliases: ['Liderlik', 'Yöneticilik eğitimi'] },
  'YON-006': { prerequisites: ['YON-005'] },
  'YON-010': { level: 'EXECUTIVE' },
  'YON-012': { aliases: ['Eğiticilerin eğitimi'], level: 'CERTIFIED_COURSE' },
  'YON-014': { level: 'EXECUTIVE' },
  'DIS-005': { provider: 'Boğaz Üniversitesi Dil Öğretim Merkezi', aliases: ['İngilizce', 'İngilizce A1'] },
  'DIS-006': { prerequisites: ['DIS-005'], provider: 'Boğaz Üniversitesi Dil Öğretim Merkezi' },
  'DIS-008': { provider: 'Boğaz Üniversitesi Dil Öğretim Merkezi', aliases: ['Arapça'] },
  'HLK-003': { aliases: ['Zor insanlarla iletişim'] },
  'ULS-001': { aliases: ['Güvenli sürüş', 'İleri sürüş teknikleri'], provider: 'Emniyetli Yol Sürüş Akademisi' },
  'ZAB-001': { legalBasis: 'Belediye Zabıta Yönetmeliği' },
  'ITF-001': { legalBasis: 'Belediye İtfaiye Yönetmeliği' },
}
