import type { LinkLanguage } from '../../../src-core/links/purpose.ts'

/** Words of the pages on which hosts and trainers answer: Turkish and English. */
const tr = {
  hostTitle: 'Ev sahipliği',
  hostLead:
    '{host} için programda ayrılan saatler. Heyet {persons} kişidir, {from} – {to} tarihleri arasında buradadır.',
  trainerTitle: 'Eğitim oturumlarınız',
  trainerLead: 'Sizden eğitmenlik beklenen oturumlar. Her biri için yanıtınızı bildirin.',
  closed: 'Program kapandı; saatler yalnızca gösterilir.',
  none: 'Şu anda yanıtınızı bekleyen bir saat yok.',
  noSessions: 'Şu anda yanıtınızı bekleyen bir oturum yok.',
  place: 'Yer',
  room: 'Salon',
  people: 'Katılımcı',
  peopleOf: '{people} kişi',
  language: 'Dil',
  equipment: 'Donanım',
  ppe: 'Koruyucu donanım',
  ppeOf: {
    helmet: 'baret',
    vest: 'yelek',
    boots: 'koruyucu ayakkabı',
    goggles: 'gözlük',
    earplugs: 'kulak tıkacı',
    mask: 'maske',
  },
  whole: 'tam gün',
  am: 'öğleden önce',
  pm: 'öğleden sonra',
  yours: 'Yanıtınız',
  waiting: 'Yanıtınız bekleniyor',
  answer: { ACCEPTED: 'Kabul edildi', ALTERNATIVE: 'Başka zaman önerildi', DECLINED: 'Kabul edilmedi' },
  choice: { ACCEPTED: 'Kabul ediyorum', ALTERNATIVE: 'Başka zaman öneriyorum', DECLINED: 'Uygun değil' },
  day: 'Önerdiğiniz gün',
  time: 'Önerdiğiniz saat',
  person: 'Karşılayacak kişi',
  note: 'Açıklama',
  send: 'Yanıtı gönder',
  change: 'Yanıtı değiştir',
  sent: 'Yanıtınız alındı. Alındı numaranız: {receipt}',
} as const

type Loose<T> = T extends string ? string : { readonly [Key in keyof T]: Loose<T[Key]> }

export type AnswerWords = Loose<typeof tr>

const en: AnswerWords = {
  hostTitle: 'Hosting',
  hostLead:
    'The hours of the programme that are set aside for {host}. The delegation counts {persons} people and is here from {from} to {to}.',
  trainerTitle: 'Your training sessions',
  trainerLead: 'The sessions for which you are asked to be the trainer. Please answer each of them.',
  closed: 'The programme is closed; the hours are only shown.',
  none: 'No hour waits for your answer at the moment.',
  noSessions: 'No session waits for your answer at the moment.',
  place: 'Place',
  room: 'Room',
  people: 'Participants',
  peopleOf: '{people} people',
  language: 'Language',
  equipment: 'Equipment',
  ppe: 'Protective equipment',
  ppeOf: {
    helmet: 'helmet',
    vest: 'vest',
    boots: 'safety shoes',
    goggles: 'goggles',
    earplugs: 'earplugs',
    mask: 'mask',
  },
  whole: 'whole day',
  am: 'morning',
  pm: 'afternoon',
  yours: 'Your answer',
  waiting: 'Your answer is awaited',
  answer: { ACCEPTED: 'Accepted', ALTERNATIVE: 'Another time proposed', DECLINED: 'Declined' },
  choice: { ACCEPTED: 'I accept', ALTERNATIVE: 'I propose another time', DECLINED: 'Not possible' },
  day: 'Day you propose',
  time: 'Time you propose',
  person: 'Who will receive the group',
  note: 'Remarks',
  send: 'Send the answer',
  change: 'Change the answer',
  sent: 'Your answer has been received. Your receipt number: {receipt}',
}

/** Hosts and trainers read Turkish or, in any other language, English. */
export const answerWords = (language: LinkLanguage): AnswerWords => (language === 'tr' ? tr : en)
