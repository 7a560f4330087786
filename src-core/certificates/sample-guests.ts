type SampleGuest = {
  readonly name: string
  readonly institution: string
  readonly country: string
  readonly attended: number
}

const guest = (name: string, institution: string, country: string, attended = 400): SampleGuest => ({
  name,
  institution,
  country,
  attended,
})

/** Eighteen invented participants: nine experts of five countries, nine of metropolitan municipalities. */
export const delegationGuests: readonly SampleGuest[] = [
  guest('Wanjiku Kamau', 'Nairobi City County', 'Kenya'),
  guest('Otieno Odhiambo', 'Nairobi City County', 'Kenya', 360),
  guest('Mohamed Ben Youssef', 'Commune de Tunis', 'Tunisia'),
  guest('Amira Trabelsi', 'Commune de Tunis', 'Tunisia'),
  guest('Abdelkader Belkacem', 'Wilaya d’Alger', 'Algeria', 380),
  guest('Yasmine Haddad', 'Wilaya d’Alger', 'Algeria'),
  guest('محمد عبد الرحمن الخطيب', 'Greater Amman Municipality', 'Jordan'),
  guest('Rania Al-Masri', 'Greater Amman Municipality', 'Jordan', 340),
  guest('Ahmad Zahir Noorzai', 'Kabul Municipality', 'Afghanistan'),
  guest('Gülşah Işıldak', 'Balıkesir Büyükşehir Belediyesi', 'Türkiye'),
  guest('İbrahim Çelebioğlu', 'Balıkesir Büyükşehir Belediyesi', 'Türkiye'),
  guest('Şeyhmus Ağırman', 'Şanlıurfa Büyükşehir Belediyesi', 'Türkiye'),
  guest('Zeliha Öncü', 'Şanlıurfa Büyükşehir Belediyesi', 'Türkiye', 360),
  guest('Uğur Iğdırlı', 'Malatya Büyükşehir Belediyesi', 'Türkiye'),
  guest('Nazlı Ümit Gökçe', 'Malatya Büyükşehir Belediyesi', 'Türkiye'),
  guest('Ömer Faruk Yıldızhan', 'Erzurum Büyükşehir Belediyesi', 'Türkiye'),
  guest('Çiğdem Sarıgöl', 'Samsun Büyükşehir Belediyesi', 'Türkiye', 390),
  guest('Tuğba Nur Köroğlu', 'Samsun Büyükşehir Belediyesi', 'Türkiye'),
]
