import type { SiteFields } from './site.ts'

const site = (
  nameTr: string,
  nameEn: string,
  owner: string,
  contactPerson: string,
  more: Partial<SiteFields> = {},
): SiteFields => ({
  nameTr,
  nameEn,
  owner,
  contactPerson,
  phone: '0 (212) 000 00 00',
  address: 'İstanbul',
  capacity: 40,
  minutesOnSite: 90,
  weekdays: [1, 2, 3, 4, 5],
  safetyTr: null,
  safetyEn: null,
  ppe: [],
  accessible: true,
  photoAllowed: true,
  textTr: null,
  textEn: null,
  ...more,
})

const plantSafety = {
  safetyTr: 'Baret ve yelek takılır; gruptan ayrılınmaz, havuzların kenarına yaklaşılmaz.',
  safetyEn: 'Helmet and vest are worn; stay with the group and keep away from the edge of the tanks.',
  ppe: ['helmet', 'vest'] as SiteFields['ppe'],
}

/** Places of the sample academy; names are like those of the city, everything else is invented. */
export const sampleSites: readonly SiteFields[] = [
  site(
    'Ataköy İleri Biyolojik Atık Su Arıtma Tesisi',
    'Ataköy Advanced Biological Waste Water Treatment Plant',
    'İSKİ (örnek)',
    'Kemal Durmaz',
    {
      ...plantSafety,
      textTr: 'Kentin batı yakasındaki atık suyu ileri biyolojik yöntemle arıtır; çamurdan enerji üretir.',
      textEn: 'Treats waste water of the western side of the city biologically, and makes energy of the sludge.',
    },
  ),
  site(
    'Kâğıthane İçme Suyu Arıtma Tesisi',
    'Kâğıthane Drinking Water Treatment Plant',
    'İSKİ (örnek)',
    'Nesrin Akıncı',
    {
      ...plantSafety,
      textTr: 'İçme suyunun ham sudan musluğa kadar izlendiği tesis; laboratuvarı gezilebilir.',
      textEn: 'Where drinking water is followed from source to tap; its laboratory is open to visitors.',
    },
  ),
  site(
    'Odayeri Katı Atık Depolama ve Enerji Tesisi',
    'Odayeri Landfill and Energy Plant',
    'Atık Yönetimi A.Ş. (örnek)',
    'Serdar Yücel',
    {
      safetyTr: 'Baret, yelek ve bot zorunludur; araçtan yalnızca gösterilen yerlerde inilir.',
      safetyEn: 'Helmet, vest and boots are required; leave the bus only where you are shown.',
      ppe: ['helmet', 'vest', 'boots'],
      minutesOnSite: 120,
      textTr: 'Depo gazından elektrik üreten düzenli depolama alanı.',
      textEn: 'A sanitary landfill that makes electricity of its gas.',
    },
  ),
  site(
    'Kemerburgaz Geri Kazanım ve Kompost Tesisi',
    'Kemerburgaz Recovery and Compost Plant',
    'Atık Yönetimi A.Ş. (örnek)',
    'Serdar Yücel',
    { ...plantSafety, photoAllowed: false, capacity: 25 },
  ),
  site('Saraçhane Belediye Sarayı', 'Saraçhane City Hall', 'Genel Sekreterlik (örnek)', 'Özel Kalem', {
    minutesOnSite: 45,
    capacity: 60,
  }),
  site(
    'Üniversite eğitim merkezi',
    'University training centre',
    'Yıldız Teknik Üniversitesi (örnek)',
    'Prof. Dr. Lale Uygun',
    {
      minutesOnSite: 90,
      capacity: 50,
    },
  ),
  site('Sultanahmet Meydanı', 'Sultanahmet Square', 'Kültür Dairesi Başkanlığı (örnek)', 'Rehber Deniz Kurt', {
    minutesOnSite: 120,
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    capacity: null,
  }),
  site('Metro Kontrol Merkezi', 'Metro Control Centre', 'Metro İstanbul (örnek)', 'Burcu Ersoy', {
    photoAllowed: false,
    capacity: 20,
  }),
  site('Metrobüs İşletme Garajı', 'Metrobus Depot', 'İETT (örnek)', 'Hüseyin Şahin'),
  site('Afet Koordinasyon Merkezi', 'Disaster Coordination Centre', 'AKOM (örnek)', 'Tülay Ünal', {
    photoAllowed: false,
  }),
  site('İtfaiye Eğitim Merkezi', 'Fire Brigade Training Centre', 'İtfaiye Dairesi Başkanlığı (örnek)', 'Volkan Ateş', {
    ppe: ['helmet'],
  }),
]

/** Minutes between sites, by their places in the list above. */
export const sampleTravel: readonly (readonly [number, number, number])[] = [
  [0, 1, 50],
  [0, 5, 40],
  [1, 5, 30],
  [2, 3, 25],
  [3, 4, 60],
  [2, 5, 55],
  [4, 5, 25],
  [5, 6, 35],
  [5, 7, 40],
  [5, 8, 45],
  [9, 10, 30],
  [4, 6, 20],
]
