import { formatDateRange } from '../kernel/date-range.ts'
import { formatLongDate } from '../kernel/dates.ts'
import { formatNumber } from '../kernel/numbers.ts'
import { upperTr } from '../kernel/turkish.ts'
import type { HolderSnapshot, TrainingSnapshot } from './certificate.ts'
import { showCode } from './code.rules.ts'
import { type FieldName, fieldNames } from './field-names.ts'
import type { Layout } from './layout.ts'
import { issueLine, paperWords, sentence, titleIn } from './wording.ts'

type Filled = {
  readonly holder: HolderSnapshot
  readonly training: TrainingSnapshot
  readonly serial: string
  readonly code: string
}

const upperEn = (text: string): string => text.toLocaleUpperCase('en')

/** What each field says on one certificate. */
export function fieldsOf({ holder, training, serial, code }: Filled): Readonly<Record<FieldName, string>> {
  const { language, institutionTr, institutionEn, unitTr, unitEn, labelTr, labelEn, portal, validUntil } = training
  const words = paperWords[language === 'en' ? 'en' : 'tr']
  const address = `${portal}/d/${code}`
  const hours = (tenths: number) => formatNumber(tenths / 10, undefined, language === 'en' ? 'en' : 'tr')
  return {
    name: holder.name,
    holderLine: [holder.institution, holder.country].filter(Boolean).join(', '),
    institution: holder.institution ?? '',
    country: holder.country ?? '',
    labelTr: upperTr(labelTr),
    labelEn: upperEn(labelEn),
    titleTr: titleIn(training, 'tr'),
    titleEn: titleIn(training, 'en'),
    sentenceTr: sentence(holder, training, 'tr'),
    sentenceEn: sentence(holder, training, 'en'),
    datesTr: formatDateRange(training.fromDate, training.toDate, 'tr'),
    datesEn: formatDateRange(training.fromDate, training.toDate, 'en'),
    hours: hours(training.lessonHoursTenths),
    attended: hours(holder.attendedTenths ?? training.lessonHoursTenths),
    testScore: holder.testScore === null ? '' : String(holder.testScore),
    partner: training.partner ?? '',
    issueTr: issueLine(training, 'tr'),
    issueEn: issueLine(training, 'en'),
    validUntilTr: validUntil === null ? '' : formatLongDate(validUntil, 'tr'),
    validUntilEn: validUntil === null ? '' : formatLongDate(validUntil, 'en'),
    // Capitals are for what we word ourselves; names stay as they were typed.
    institutionTr: upperTr(institutionTr),
    institutionEn,
    unitTr,
    unitEn,
    headingEn: [institutionEn, unitEn].filter(Boolean).join(' · '),
    serial,
    code: showCode(code),
    address,
    numberLine: `${words.number} ${serial} · ${words.verify}${language === 'both' ? ` · ${paperWords.en.verify}` : ''} ${address}`,
  }
}

const named = /\{(\w+)\}/g

/** A text with its fields filled; what is in a field is never read as a field again. */
export const filledText = (text: string, fields: Readonly<Record<string, string>>): string =>
  text.replaceAll(named, (whole, name: string) => fields[name] ?? whole)

/** What a layout must not go to print with. */
export type LayoutFault =
  | { readonly fault: 'fieldUnknown'; readonly field: string }
  /** Nobody could tell whose certificate it is, which one, or whether it is real. */
  | { readonly fault: 'lacks'; readonly what: 'name' | 'serial' | 'code' }

const isField = (name: string): name is FieldName => (fieldNames as readonly string[]).includes(name)

/** Faults of a layout as such, whatever it is filled with. */
export function layoutFaults({ pages }: Layout): readonly LayoutFault[] {
  const elements = pages.flatMap((page) => page.elements)
  const fields = new Set(
    elements.flatMap((element) =>
      element.type === 'text' ? [...element.text.matchAll(named)].map(([, name = '']) => name) : [],
    ),
  )
  const has = (...names: readonly FieldName[]) => names.some((name) => fields.has(name))
  const lacking = [
    !has('name') && ('name' as const),
    !has('serial', 'numberLine') && ('serial' as const),
    !has('code', 'address', 'numberLine') && !elements.some(({ type }) => type === 'qr') && ('code' as const),
  ].filter((what) => what !== false)
  return [
    ...[...fields].filter((name) => !isField(name)).map((field) => ({ fault: 'fieldUnknown', field }) as const),
    ...lacking.map((what) => ({ fault: 'lacks', what }) as const),
  ]
}
