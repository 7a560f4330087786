/** What a column of an imported sheet can mean, as the screens name it. */
export const fieldNames = {
  sequence: { tr: 'Sıra No', en: 'Row no' },
  registryNo: { tr: 'Sicil No', en: 'Registry no' },
  nationalId: { tr: 'T.C. Kimlik No', en: 'National ID' },
  fullName: { tr: 'Adı Soyadı', en: 'Full name' },
  givenNames: { tr: 'Adı', en: 'Given names' },
  surname: { tr: 'Soyadı', en: 'Surname' },
  employmentType: { tr: 'İstihdam Türü', en: 'Employment type' },
  unit: { tr: 'Birim', en: 'Unit' },
  unitCode: { tr: 'Birim Kodu', en: 'Unit code' },
  parentUnit: { tr: 'Daire Başkanlığı', en: 'Department' },
  title: { tr: 'Unvan', en: 'Title' },
  email: { tr: 'E-posta', en: 'E-mail' },
  phone: { tr: 'Telefon', en: 'Phone' },
  hireDate: { tr: 'İşe Giriş Tarihi', en: 'Hire date' },
  active: { tr: 'Aktif', en: 'Active' },
  cycle: { tr: 'Dönem', en: 'Cycle' },
  kind: { tr: 'Talep Türü', en: 'Kind of need' },
  topic: { tr: 'Eğitim Konusu', en: 'Topic' },
  topicCode: { tr: 'Eğitim Kodu', en: 'Topic code' },
  category: { tr: 'Kategori', en: 'Category' },
  freeText: { tr: 'Diğer Eğitim İhtiyacı', en: 'Other training need' },
  reason: { tr: 'Gerekçe', en: 'Reason' },
  importance: { tr: 'Önem', en: 'Importance' },
  urgency: { tr: 'Aciliyet', en: 'Urgency' },
  selfLevel: { tr: 'Mevcut Düzey', en: 'Current level' },
  targetLevel: { tr: 'Hedef Düzey', en: 'Target level' },
  quarter: { tr: 'İstenen Dönem', en: 'Preferred quarter' },
  mode: { tr: 'Eğitim Yöntemi', en: 'Mode' },
  managerPriority: { tr: 'Amir Önceliği', en: "Manager's priority" },
  headCount: { tr: 'Kişi Sayısı', en: 'Head-count' },
  decision: { tr: 'Karar', en: 'Decision' },
  decisionReason: { tr: 'Karar Gerekçesi', en: 'Reason of decision' },
  lineId: { tr: 'Satır Kimliği', en: 'Line id' },
  note: { tr: 'Açıklama', en: 'Note' },
  respondentId: { tr: 'Yanıt No', en: 'Response no' },
  submittedAt: { tr: 'Yanıt Zamanı', en: 'Time of response' },
} as const satisfies Readonly<Record<string, { readonly tr: string; readonly en: string }>>

export type FieldKey = keyof typeof fieldNames

const isFieldKey = (key: string): key is FieldKey => Object.hasOwn(fieldNames, key)

/** The name of a field on screen; a key of another feature is given back as it is. */
export const fieldName = (key: string, language: 'tr' | 'en'): string =>
  isFieldKey(key) ? fieldNames[key][language] : key
