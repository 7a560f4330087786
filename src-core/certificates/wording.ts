import { formatDateRange } from '../kernel/date-range.ts'
import { formatLongDate } from '../kernel/dates.ts'
import { formatNumber } from '../kernel/numbers.ts'
import type { HolderSnapshot, TrainingSnapshot } from './certificate.ts'

type Language = 'tr' | 'en'

/** Dates are not torn apart at the end of a line. */
const days = ({ fromDate, toDate }: TrainingSnapshot, language: Language): string =>
  formatDateRange(fromDate, toDate, language).replaceAll(' ', '\u00a0')

const hours = (tenths: number, language: Language): string => formatNumber(tenths / 10, undefined, language)

/** The occasion's name in a language; where there is no English one, the Turkish one as it is. */
export const titleIn = ({ titleTr, titleEn }: TrainingSnapshot, language: Language): string =>
  language === 'en' ? (titleEn ?? titleTr) : titleTr

const attended = (holder: HolderSnapshot, training: TrainingSnapshot): number =>
  holder.attendedTenths ?? training.lessonHoursTenths

function sentenceTr(holder: HolderSnapshot, training: TrainingSnapshot): string {
  const { kind, fromDate, toDate, partner, testRequired } = training
  const when = `${days(training, 'tr')} ${fromDate === toDate ? 'tarihinde' : 'tarihlerinde'}`
  const withWhom = partner === null ? '' : ` ${partner} iş birliğiyle`
  const title = `“${titleIn(training, 'tr')}”`
  const whole = hours(training.lessonHoursTenths, 'tr')
  const part = hours(attended(holder, training), 'tr')
  switch (kind) {
    case 'PARTICIPATION':
      return `${when}${withWhom} düzenlenen ${title} programına ${part} ders saati katılmıştır.`
    case 'SUCCESS':
      return testRequired && holder.testScore !== null
        ? `${when}${withWhom} düzenlenen ${whole} ders saatlik ${title} eğitimini tamamlamış, yapılan sınavda ${holder.testScore} puan alarak başarılı olmuştur.`
        : `${when}${withWhom} düzenlenen ${whole} ders saatlik ${title} eğitimini başarıyla tamamlamıştır.`
    case 'DELEGATION':
      return `${when}${withWhom} düzenlenen ${title} heyet programına ${part} ders saati katılmıştır.`
    case 'PROGRAMME':
      return `${when}${withWhom} yürütülen ${whole} ders saatlik ${title} sertifika programını tamamlamıştır.`
  }
}

function sentenceEn(holder: HolderSnapshot, training: TrainingSnapshot): string {
  const { kind, partner, testRequired } = training
  const when = `on ${days(training, 'en')}`
  const where = training.placeEn === null ? '' : ` in ${training.placeEn}`
  const withWhom = partner === null ? '' : ` in cooperation with ${partner}`
  const title = `“${titleIn(training, 'en')}”`
  const whole = hours(training.lessonHoursTenths, 'en')
  const part = hours(attended(holder, training), 'en')
  switch (kind) {
    case 'PARTICIPATION':
      return `has attended ${part} lesson hours of the programme ${title}, held ${when}${withWhom}.`
    case 'SUCCESS':
      return testRequired && holder.testScore !== null
        ? `has completed the ${whole}-hour training ${title}, held ${when}${withWhom}, and passed its examination with ${holder.testScore} points.`
        : `has successfully completed the ${whole}-hour training ${title}, held ${when}${withWhom}.`
    case 'DELEGATION':
      return `has attended ${part} lesson hours of the delegation programme ${title}, held${where} ${when}${withWhom}.`
    case 'PROGRAMME':
      return `has completed the ${whole}-hour certificate programme ${title}, held ${when}${withWhom}.`
  }
}

/** What the certificate says of its holder. */
export const sentence = (holder: HolderSnapshot, training: TrainingSnapshot, language: Language): string =>
  language === 'tr' ? sentenceTr(holder, training) : sentenceEn(holder, training)

/** Place and day of issue, and until when it holds. */
export function issueLine(training: TrainingSnapshot, language: Language): string {
  const place = language === 'tr' ? training.place : (training.placeEn ?? training.place)
  const day = formatLongDate(training.issuedOn, language)
  const until = training.validUntil && formatLongDate(training.validUntil, language)
  const holds = until && (language === 'tr' ? `Geçerlilik sonu ${until}` : `Valid until ${until}`)
  return [place ? `${place}, ${day}` : day, holds].filter(Boolean).join(' · ')
}

export const paperWords = {
  tr: { number: 'No', code: 'Doğrulama kodu', seal: 'Mühür', verify: 'Doğrulama', copy: 'İKİNCİ NÜSHA' },
  en: { number: 'No', code: 'Verification code', seal: 'Seal', verify: 'Verify at', copy: 'DUPLICATE' },
} as const
