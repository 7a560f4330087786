/** Who sees to a standard task; a task of one's own may name anybody. */
export const taskOwners = [
  'coordinator',
  'foreignRelations',
  'finance',
  'host',
  'transport',
  'protocol',
  'press',
  'technical',
  'registrar',
] as const

type TaskOwner = (typeof taskOwners)[number]

export type StandardTask = {
  readonly code: string
  readonly owner: TaskOwner
  /** Days before (negative) or after the day of arrival. */
  readonly offset: number
  readonly tr: string
  readonly en: string
}

const task = (code: string, owner: TaskOwner, offset: number, tr: string, en: string): StandardTask => ({
  ...{ code, owner, offset, tr, en },
})

/** The forty-two tasks that every delegation begins with (product 4.4); what does not apply is marked so. */
export const standardTasks: readonly StandardTask[] = [
  task('objective', 'coordinator', -80, 'Öğrenme hedeflerini yazmak', 'Write down the learning objectives'),
  task(
    'university',
    'coordinator',
    -78,
    'Üniversiteyle ders başlıklarını kararlaştırmak',
    'Agree the lecture titles with the university',
  ),
  task('budgetDraft', 'finance', -75, 'Bütçe taslağını çıkarmak', 'Draft the budget'),
  task(
    'interpreterNeed',
    'coordinator',
    -72,
    'Tercüman gereksinimini belirlemek',
    'Decide which interpreters are needed',
  ),
  task('hostLetters', 'coordinator', -65, 'Ev sahibi birimlere yazı göndermek', 'Write to the hosting units'),
  task('hostAnswers', 'coordinator', -60, 'Ev sahiplerinin yanıtlarını toplamak', 'Collect the answers of the hosts'),
  task('approval', 'coordinator', -50, 'Program ve bütçe için olur almak', 'Obtain approval of programme and budget'),
  task(
    'hotelOptions',
    'foreignRelations',
    -48,
    'Otel tekliflerini almak ve odaları ayırtmak',
    'Get hotel offers and hold the rooms',
  ),
  task('participantForms', 'coordinator', -45, 'Katılımcı formlarını göndermek', 'Send out the participants’ forms'),
  task(
    'invitationLetters',
    'foreignRelations',
    -44,
    'Davet mektuplarını imzaya çıkarmak',
    'Have the invitation letters signed',
  ),
  task(
    'visaLetters',
    'foreignRelations',
    -42,
    'Vize yazılarını temsilciliklere göndermek',
    'Send the visa letters to the missions',
  ),
  task('interpreterContract', 'finance', -38, 'Tercümanlarla sözleşme yapmak', 'Contract the interpreters'),
  task('insurance', 'finance', -35, 'Seyahat ve kaza sigortasını yaptırmak', 'Arrange travel and accident insurance'),
  task('vehicles', 'transport', -32, 'Araçları ve sürücüleri ayırmak', 'Assign vehicles and drivers'),
  task('rooming', 'foreignRelations', -30, 'Oda dağılımını yapmak', 'Allot the hotel rooms'),
  task(
    'meals',
    'coordinator',
    -28,
    'Yemek yerlerini ve menüleri kararlaştırmak',
    'Fix the places and menus of the meals',
  ),
  task('prayerRoom', 'host', -26, 'İbadet odasını hazırlatmak', 'Have a prayer room prepared'),
  task('accessibility', 'host', -26, 'Asansör, rampa ve erişilebilirliği denetlemek', 'Check lifts, ramps and access'),
  task(
    'safety',
    'host',
    -24,
    'Saha güvenlik kurallarını ve koruyucu donanımı öğrenmek',
    'Learn the safety rules and protective equipment of the sites',
  ),
  task(
    'protocolHours',
    'protocol',
    -22,
    'Protokol ziyaretlerinin saatlerini kesinleştirmek',
    'Confirm the hours of the protocol visits',
  ),
  task('gifts', 'protocol', -20, 'Hediyeleri seçmek ve ayırmak', 'Choose the gifts and put them aside'),
  task(
    'mediaConsent',
    'press',
    -18,
    'Fotoğraf ve basın izinlerini toplamak',
    'Collect consent to photographs and press',
  ),
  task('pressNote', 'press', -15, 'Basın bültenini hazırlamak', 'Prepare the press note'),
  task('flags', 'protocol', -14, 'Bayrakları ve masa bayraklarını hazırlamak', 'Prepare flags and table flags'),
  task('seating', 'protocol', -12, 'Oturma düzenini yapmak', 'Draw up the seating plan'),
  task('materials', 'coordinator', -12, 'Ders notlarını ve sunumları toplamak', 'Collect handouts and slides'),
  task(
    'ppeSizes',
    'host',
    -10,
    'Baret, yelek ve bot ölçülerini ev sahiplerine bildirmek',
    'Tell the hosts the sizes of helmets, vests and boots',
  ),
  task('soundSystem', 'technical', -10, 'Ses ve çeviri sistemini denemek', 'Try the sound and interpreting system'),
  task('wifi', 'technical', -9, 'Konuk kablosuz ağ hesaplarını açmak', 'Open guest accounts for the wireless network'),
  task('parking', 'transport', -8, 'Otobüs park yerlerini ayırtmak', 'Reserve parking for the buses'),
  task(
    'firstAid',
    'coordinator',
    -7,
    'İlk yardım çantası ve görevlisini belirlemek',
    'Provide a first-aid kit and a first-aider',
  ),
  task(
    'emergencyList',
    'coordinator',
    -7,
    'Acil durum telefon listesini dağıtmak',
    'Hand out the list of emergency numbers',
  ),
  task(
    'airport',
    'transport',
    -6,
    'Karşılama ve uğurlama planını yapmak',
    'Plan meeting and seeing off at the airport',
  ),
  task(
    'prints',
    'coordinator',
    -5,
    'Program kitapçığı, yaka kartı ve isimlikleri bastırmak',
    'Print booklet, badges and name tents',
  ),
  task(
    'certificatePaper',
    'registrar',
    -4,
    'Sertifika kâğıdını ve imzaları hazırlamak',
    'Prepare certificate paper and signatures',
  ),
  task('rehearsal', 'coordinator', -1, 'Salonu ve açılışı prova etmek', 'Rehearse the hall and the opening'),
  task('certificates', 'registrar', 4, 'Sertifikaları bastırmak ve denetlemek', 'Print and check the certificates'),
  task('feedback', 'coordinator', 5, 'Değerlendirme formlarını toplamak', 'Collect the feedback forms'),
  task('invoices', 'finance', 10, 'E-faturaları ve gerçekleşen giderleri girmek', 'Enter e-invoices and actual costs'),
  task('thanks', 'foreignRelations', 10, 'Teşekkür mektuplarını göndermek', 'Send the letters of thanks'),
  task('report', 'coordinator', 20, 'Heyet raporunu yazmak', 'Write the delegation report'),
  task(
    'followUp',
    'coordinator',
    90,
    'Katılımcılara neyi uyguladıklarını sormak',
    'Ask the participants what they have applied',
  ),
]
