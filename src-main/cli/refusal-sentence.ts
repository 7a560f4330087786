import type { OperationError, OperationErrorData } from '../../src-core/kernel/errors.ts'
import { refusalText } from '../service/refusal-text.ts'

type Language = 'tr' | 'en'
type Words = Readonly<Record<string, readonly [tr: string, en: string]>>

const fileProblems: Words = {
  empty: ['Dosya boş; dolu olanı verin.', 'The file is empty; give the one that is filled in.'],
  notAWorkbook: [
    'Dosya bir çalışma kitabı değil. Excel, LibreOffice ya da CSV dosyası verin.',
    'The file is not a workbook. Give an Excel, LibreOffice or CSV file.',
  ],
  passwordProtected: [
    'Dosya parolalı. Excel’de parolasını kaldırıp kaydedin ve yeniden deneyin.',
    'The file has a password. Remove it in Excel, save and try again.',
  ],
  truncated: [
    'Dosya yarım; kopyası kesilmiş olabilir. Kaynağından yeniden alın.',
    'The file is incomplete; its copy may have been cut short. Get it again from its source.',
  ],
  tooLarge: [
    'Dosya çok büyük ya da açılınca aşırı büyüyor. Gereksiz sayfaları silin ya da dosyayı bölün.',
    'The file is too large, or grows too large when unpacked. Remove unneeded sheets or split it.',
  ],
  tooManyRows: ['Dosyada çok fazla satır var. Bölerek verin.', 'The file has too many rows. Split it.'],
  sheetMissing: ['Bu adda bir sayfa yok. Sayfa adını denetleyin.', 'There is no sheet of this name. Check the name.'],
  mixedEncodings: [
    'Dosyada iki ayrı karakter kodlaması var. Excel’de açıp UTF-8 CSV olarak kaydedin.',
    'The file mixes two encodings. Open it in Excel and save it as UTF-8 CSV.',
  ],
}

const rules: Words = {
  backupOfOtherStore: [
    'Bu yedek başka bir akademinin; bu klasöre yüklenmez. --store ile kendi klasörünü verin.',
    'This backup is of another academy and does not go into this folder. Name its own folder with --store.',
  ],
  importHasErrors: [
    'Dosyada {count} hata var; hiçbir şey yazılmadı. Düzeltin ya da --mapping içinde "leaveOutErrors": true verin.',
    'The file has {count} errors; nothing was written. Correct them, or give "leaveOutErrors": true in --mapping.',
  ],
  importNeedsUnit: [
    'Satırlarda kişi yok; hangi birim için sayılacakları belli değil. --mapping içinde "unit" ile birimin kodunu verin.',
    'The rows name nobody and no unit is known for them. Give the unit’s code as "unit" in --mapping.',
  ],
  importNamesUnconfirmed: [
    '{count} kişi yalnızca adıyla bulundu. Denetledikten sonra --mapping içinde "confirmNames": true verin.',
    '{count} people were found by name alone. After checking them give "confirmNames": true in --mapping.',
  ],
  importEmpty: [
    'Dosyadan hiç ihtiyaç çıkmadı; hiçbir şey yazılmadı.',
    'No need results from the file; nothing was written.',
  ],
  cycleTakesNoNeeds: ['Bu dönem artık ihtiyaç almıyor.', 'This cycle takes no more needs.'],
  cycleMissing: [
    '{year} dönemi yok. Önce Akademi’de açın ya da --cycle ile var olan bir dönemi verin.',
    'There is no cycle {year}. Make it in Akademi first, or name an existing one with --cycle.',
  ],
  noOpenCycle: [
    'İhtiyaç alan tek bir dönem bulunamadı. --cycle ile yılı verin.',
    'No single cycle takes needs. Name its year with --cycle.',
  ],
  unitMissing: ['“{unit}” birimi bulunamadı. Birim kodunu denetleyin.', 'There is no unit “{unit}”. Check its code.'],
}

const fill = (text: string, details: Readonly<Record<string, string | number>> = {}): string =>
  text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? ''))

/** A refusal in words for the terminal. */
export function refusalSentence(error: OperationError, language: Language): string {
  const at = language === 'tr' ? 0 : 1
  if (error.code === 'RULE_BROKEN') {
    const { rule, details } = error.data as OperationErrorData['RULE_BROKEN']
    const words = rules[rule]
    if (words) return fill(words[at], details)
  }
  if (error.code === 'INVALID_FILE') {
    const { problem, file, sheet, details } = error.data as OperationErrorData['INVALID_FILE']
    const words = fileProblems[problem]
    const place = [file, sheet].filter(Boolean).join(', ')
    if (words) return `${place}: ${fill(words[at], details)}`
  }
  const general = generalSentence(error)
  return general ? general[at] : refusalText(error)
}

/** What is said of refusals that are the same for every operation; the details stand in the JSON. */
function generalSentence(error: OperationError): readonly [tr: string, en: string] | undefined {
  switch (error.code) {
    case 'INVALID_INPUT': {
      const { issues } = error.data as OperationErrorData['INVALID_INPUT']
      const fields = [...new Set(issues.map(({ path }) => path || '(JSON)'))].join(', ')
      return [
        `Girdi işlemin beklediği gibi değil; şu alanları düzeltin: ${fields}. “akademi operations” her işlemin alanlarını gösterir.`,
        `The input is not what the operation takes; correct these fields: ${fields}. “akademi operations” shows the fields of each operation.`,
      ]
    }
    case 'NOT_FOUND': {
      const { entity, id } = error.data as OperationErrorData['NOT_FOUND']
      return entity === 'operation'
        ? [
            `“${id}” adında bir işlem yok. “akademi operations” işlemleri listeler.`,
            `There is no operation “${id}”. “akademi operations” lists them.`,
          ]
        : [
            `“${id ?? ''}” (${entity}) bu akademide yok. Kimliğini denetleyin.`,
            `There is no ${entity} “${id ?? ''}” in this academy. Check its id.`,
          ]
    }
    case 'CONFLICT':
      return [
        'Kayıt siz okuduktan sonra değişmiş; hiçbir şey yazılmadı. Yeniden okuyup yineleyin.',
        'The record was changed after it was read; nothing was written. Read it again and repeat.',
      ]
    case 'RULE_BROKEN': {
      const { rule } = error.data as OperationErrorData['RULE_BROKEN']
      return [`Akademinin bir kuralı buna izin vermiyor: ${rule}.`, `A rule of the academy forbids it: ${rule}.`]
    }
    case 'CANCELLED':
      return ['İşlem durduruldu; hiçbir şey yazılmadı.', 'The operation was stopped; nothing was written.']
    case 'UNEXPECTED': {
      const { reference } = error.data as OperationErrorData['UNEXPECTED']
      return [
        `Beklenmeyen bir hata oldu; hiçbir şey yazılmadı. Ayrıntısı klasördeki hata günlüğünde: ${reference}.`,
        `An unexpected fault; nothing was written. Its details are in the folder’s fault log under ${reference}.`,
      ]
    }
    default:
      return undefined
  }
}
