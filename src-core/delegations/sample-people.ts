export type SampleGuest = {
  readonly givenNames: string
  readonly surname: string
  readonly title?: string
  readonly nationality: string
  readonly institution: string
  readonly position: string
  readonly head?: boolean
}

const guest = (
  names: readonly [givenNames: string, surname: string],
  nationality: string,
  institution: string,
  position: string,
  more: Pick<SampleGuest, 'title' | 'head'> = {},
): SampleGuest => ({ givenNames: names[0], surname: names[1], nationality, institution, position, ...more })

/** The worked example: nine invented experts of five countries, nine of metropolitan municipalities. */
export const environmentGuests: readonly SampleGuest[] = [
  guest(['Grace Wanjiku', 'KARIUKI'], 'KE', 'Nairobi City County', 'Director of Environment', {
    title: 'Dr',
    head: true,
  }),
  guest(['Daniel Kiprono', 'CHERUIYOT'], 'KE', 'Nairobi City County', 'Solid Waste Engineer'),
  guest(['Mohamed Aziz', 'GHARBI'], 'TN', 'Commune de Tunis', 'Chef de service propreté'),
  guest(['Ines', "BEN M'RAD"], 'TN', 'Commune de Tunis', 'Environmental Planner'),
  guest(['Fatma-Zohra', 'BOUAZIZ'], 'DZ', 'Wilaya d’Alger', 'Ingénieure en environnement'),
  guest(['Karim', 'AÏT OUARAB'], 'DZ', 'Wilaya d’Alger', 'Head of Landfill Operations'),
  guest(['Laith Mahmoud', 'AL-ZOUBI'], 'JO', 'Greater Amman Municipality', 'Climate Action Officer'),
  guest(['Dana', 'KHRAISAT'], 'JO', 'Greater Amman Municipality', 'Water Quality Specialist'),
  guest(['Najibullah', 'RAHIMI'], 'AF', 'Kabul Municipality', 'Sanitation Manager'),
  guest(['Gülşen', 'IŞIKTEPE'], 'TR', 'Balıkesir Büyükşehir Belediyesi', 'Çevre Mühendisi'),
  guest(['İlker', 'ÇAKIROĞLU'], 'TR', 'Balıkesir Büyükşehir Belediyesi', 'Şube Müdürü'),
  guest(['Şerife Nur', 'ÖZTOPRAK'], 'TR', 'Şanlıurfa Büyükşehir Belediyesi', 'Çevre Mühendisi'),
  guest(['Halil İbrahim', 'KAYAALP'], 'TR', 'Şanlıurfa Büyükşehir Belediyesi', 'Teknisyen'),
  guest(['Uğur', 'ÜNLÜSOY'], 'TR', 'Malatya Büyükşehir Belediyesi', 'Atık Yönetimi Uzmanı'),
  guest(['Özlem', 'GÖKDENİZ'], 'TR', 'Malatya Büyükşehir Belediyesi', 'Kimyager'),
  guest(['Muhammed Çağrı', 'ILGAZ'], 'TR', 'Erzurum Büyükşehir Belediyesi', 'İklim Şefi'),
  guest(['Ayşegül', 'ŞENTÜRK'], 'TR', 'Samsun Büyükşehir Belediyesi', 'Peyzaj Mimarı'),
  guest(['Tuğrul', 'AĞAOĞLU'], 'TR', 'Samsun Büyükşehir Belediyesi', 'Deniz Temizliği Sorumlusu'),
]

/** Visitors of earlier delegations. */
export const mobilityGuests: readonly SampleGuest[] = [
  guest(['Elira', 'HOXHA'], 'AL', 'Bashkia Tiranë', 'Head of Transport', { head: true }),
  guest(['Besnik', 'GJONI'], 'AL', 'Bashkia Tiranë', 'Traffic Engineer'),
  guest(['Aida', 'HADŽIĆ'], 'BA', 'Grad Sarajevo', 'Urban Planner'),
  guest(['Damir', 'BEGOVIĆ'], 'BA', 'Grad Sarajevo', 'Public Transport Manager'),
  guest(['Blerta', 'KRASNIQI'], 'XK', 'Komuna e Prishtinës', 'Mobility Officer'),
  guest(['Ivana', 'STOJANOVSKA'], 'MK', 'Grad Skopje', 'Adviser'),
]
