import type { OwnColumns } from '../database/schema.ts'
import { sampleRows } from '../people/index.ts'
import { holidayColumns } from './holiday.handlers.ts'
import type { HolidayFields } from './holiday.ts'
import { providerColumns } from './provider.handlers.ts'
import { needsPermission, type ProviderKind } from './provider.ts'
import { roomColumns } from './room.handlers.ts'
import type { RoomLayout } from './room.ts'

export type SampleProvider = OwnColumns<'provider'> & { readonly id: string }
export type SampleRoom = OwnColumns<'room'> & { readonly id: string }
export type SampleHoliday = OwnColumns<'holiday'> & { readonly id: string }

/** Made-up institutions; none of them exists under this name. */
const providers: readonly (readonly [name: string, kind: ProviderKind, contact: string])[] = [
  ['Boğaz Üniversitesi Dil Öğretim Merkezi', 'university', 'Nesrin Aksoy'],
  ['Haliç Kıyısı Üniversitesi Sürekli Eğitim Merkezi', 'university', 'Tuncay Ersoy'],
  ['Yedi Tepe Teknik Üniversitesi Yaşam Boyu Öğrenme Merkezi', 'university', 'Şule Karadağ'],
  ['Marmara Kıyı Üniversitesi Kamu Yönetimi Bölümü', 'university', 'Işıl Çetin'],
  ['Kent Bilimleri Üniversitesi Afet Araştırma Merkezi', 'university', 'Onur Güngör'],
  ['Su ve Kanal İşletmesi Eğitim Merkezi', 'affiliate', 'Rıza Yücel'],
  ['Kent İçi Ulaşım İşletmesi Eğitim Müdürlüğü', 'affiliate', 'Gülşen Uçar'],
  ['Park ve Ağaç A.Ş. Uygulama Bahçesi', 'affiliate', 'Ömer Tuna'],
  ['Kıyı Belediyeleri Birliği', 'union', 'Ümit Saygılı'],
  ['Tarihî Kentler Dayanışma Birliği', 'union', 'Çiğdem Öner'],
  ['Yerel Yönetim Uzmanları Derneği', 'association', 'İlker Şen'],
  ['Kamu İhale Uygulayıcıları Derneği', 'association', 'Gönül Işık'],
  ['Kent ve Çevre Vakfı', 'foundation', 'Özlem Durmaz'],
  ['Afete Hazırlık Vakfı', 'foundation', 'Serhat Ünlü'],
  ['Can Damarı İlk Yardım Eğitim Merkezi', 'company', 'Dilek Ateş'],
  ['Emniyetli Yol Sürüş Akademisi', 'company', 'Bülent Koşar'],
  ['Sayısal Adım Bilişim Eğitimleri Ltd. Şti.', 'company', 'Ece Bozkurt'],
  ['Ölçek Harita ve Yazılım A.Ş.', 'company', 'Ufuk Çınar'],
  ['İşte Güvenlik Ortak Sağlık Birimi', 'company', 'Hülya Gök'],
  ['Yerel Yönetimler Genel Müdürlüğü', 'ministry', 'Eğitim Şubesi'],
]

export const sampleProviders = (newId: () => string): readonly SampleProvider[] =>
  providers.map(([name, kind, contact], at) => ({
    id: newId(),
    ...providerColumns(
      {
        name,
        kind,
        permissionRequired: needsPermission(kind),
        contacts: [
          {
            name: contact,
            duty: 'Eğitim sorumlusu',
            email: `egitim${at + 1}@kurulus.example`,
            phone: `0212 000 ${String(10 + at)} 00`,
          },
        ],
      },
      true,
    ),
  }))

const basic = ['Projeksiyon', 'Yazı tahtası']

type RoomKind = {
  readonly name: string
  readonly seats: number
  readonly layout: RoomLayout
  readonly equipment: readonly string[]
}

const kinds = {
  class: { name: 'Derslik', seats: 28, layout: 'classroom', equipment: basic },
  seminar: { name: 'Seminer Odası', seats: 20, layout: 'uShape', equipment: [...basic, 'Etkileşimli ekran'] },
  lab: { name: 'Bilgisayar Sınıfı', seats: 24, layout: 'computers', equipment: [...basic, 'Bilgisayar', 'Yazıcı'] },
  hall: {
    name: 'Konferans Salonu',
    seats: 220,
    layout: 'theatre',
    equipment: [...basic, 'Ses düzeni', 'Çeviri kabini', 'Sahne'],
  },
  meeting: {
    name: 'Toplantı Odası',
    seats: 14,
    layout: 'boardroom',
    equipment: ['Etkileşimli ekran', 'Görüntülü görüşme'],
  },
  group: { name: 'Atölye Odası', seats: 30, layout: 'groups', equipment: [...basic, 'Kâğıt tahta'] },
  workshop: {
    name: 'Uygulama Atölyesi',
    seats: 16,
    layout: 'workshop',
    equipment: ['Tezgâh', 'Koruyucu donanım dolabı'],
  },
  field: { name: 'Tatbikat Alanı', seats: 60, layout: 'outdoor', equipment: ['Yangın eğitim havuzu'] },
} as const satisfies Readonly<Record<string, RoomKind>>

/** Buildings, the unit each belongs to, whether it is step-free, and how many rooms of which kind it has. */
const venues: readonly {
  readonly code: string
  readonly name: string
  readonly address: string
  readonly unit: string
  readonly accessible: boolean
  readonly rooms: Readonly<Partial<Record<keyof typeof kinds, number>>>
}[] = [
  {
    code: 'MRK',
    name: 'Merkez Eğitim Binası',
    address: 'Cumhuriyet Cad. 12',
    unit: 'IKE',
    accessible: true,
    rooms: { class: 6, seminar: 2, lab: 3, hall: 1, group: 1 },
  },
  {
    code: 'KYI',
    name: 'Kıyı Yerleşkesi',
    address: 'Sahil Yolu 48',
    unit: 'IKE',
    accessible: true,
    rooms: { class: 3, seminar: 1, lab: 1, hall: 1 },
  },
  {
    code: 'BDG',
    name: 'Belediye Hizmet Binası',
    address: 'Meydan Sok. 1',
    unit: 'DES',
    accessible: true,
    rooms: { meeting: 3, hall: 1 },
  },
  {
    code: 'ITF',
    name: 'İtfaiye Eğitim Merkezi',
    address: 'İstasyon Mah. 7',
    unit: 'ITF',
    accessible: false,
    rooms: { class: 2, workshop: 1, field: 1 },
  },
  {
    code: 'BLM',
    name: 'Bilişim Merkezi',
    address: 'Teknopark Sok. 3',
    unit: 'BID',
    accessible: true,
    rooms: { lab: 3, seminar: 1 },
  },
  {
    code: 'FEN',
    name: 'Fen İşleri Şantiyesi',
    address: 'Sanayi Cad. 90',
    unit: 'FEN',
    accessible: false,
    rooms: { class: 1, workshop: 2 },
  },
  {
    code: 'PRK',
    name: 'Fidanlık Uygulama Bahçesi',
    address: 'Koru Yolu 5',
    unit: 'PBY',
    accessible: false,
    rooms: { class: 1, workshop: 1 },
  },
  {
    code: 'KLT',
    name: 'Kültür Merkezi',
    address: 'Tiyatro Sok. 21',
    unit: 'KLT',
    accessible: true,
    rooms: { hall: 1, group: 2, meeting: 1 },
  },
]

const morning = 8 * 60 + 30
const evening = 17 * 60 + 30

/** Rooms over eight made-up buildings; `unitIds` gives the id of a unit's code. */
export function sampleRooms(newId: () => string, unitIds: ReadonlyMap<string, string>): readonly SampleRoom[] {
  return venues.flatMap((venue) => {
    let floor = 0
    return Object.entries(venue.rooms).flatMap(([kind, count]) => {
      const { name, seats, layout, equipment } = kinds[kind as keyof typeof kinds]
      return Array.from({ length: count }, (_, at) => {
        const number = 100 * (1 + Math.floor(floor / 5)) + (floor % 5) + 1
        floor++
        return {
          id: newId(),
          ...roomColumns(
            {
              code: `${venue.code}-${number}`,
              name: count === 1 ? name : `${name} ${number}`,
              venue: venue.name,
              address: venue.address,
              capacity: seats - 2 * (at % 4),
              layout,
              equipment: [...equipment],
              // Old buildings have a ramp, yet no lift to the upper floors.
              accessible: venue.accessible || floor <= 1,
              unitId: unitIds.get(venue.unit) ?? null,
              bookableFrom: morning,
              bookableTo: kind === 'hall' ? evening + 240 : evening,
            },
            true,
          ),
        }
      })
    })
  })
}

/** The holidays of the list; religious days are announced or only calculated, as it says. */
export const sampleHolidays = (csv: string, newId: () => string): readonly SampleHoliday[] =>
  sampleRows(csv).map((row) => {
    const fields: HolidayFields = {
      date: row.date ?? '',
      name: row.name_tr ?? '',
      nameEn: row.name_en || null,
      kind: row.type === 'religious' ? 'religious' : 'public',
      half: row.part === 'half_pm' ? 'pm' : row.part === 'half_am' ? 'am' : 'none',
      announced: row.confidence === 'announced' || row.confidence === 'statute',
    }
    return { id: newId(), ...holidayColumns(fields) }
  })
