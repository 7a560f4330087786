import { Liquid } from 'liquidjs'
import { type MailCode, type MailLanguage, mailCodes } from './mail.rules.ts'
import { templates } from './templates.ts'

const plain = new Liquid({ strictVariables: true, strictFilters: true })
const escaping = new Liquid({ strictVariables: true, strictFilters: true, outputEscape: 'escape' })

export type Composed = { readonly subject: string; readonly text: string; readonly html: string }

type Fields = Readonly<Record<string, unknown>>

/** A mail whose text names a field that nothing fills. */
export class MissingField extends Error {}

/** The subject and both texts of a mail. Throws MissingField rather than leaving a hole. */
export function compose(code: string, language: MailLanguage, data: Fields, portal: string): Composed {
  const known = mailCodes.find((one): one is MailCode => one === code)
  if (!known) throw new MissingField(code)
  const spoken = templates[known]
  const { subject, body, action } = spoken[language] ?? spoken.en
  const fields = { ...data, portal }
  const link = action && `${portal}${fill(plain, action.path, fields)}`
  const lines = body.map((paragraph) => fill(plain, paragraph, fields))
  const paragraphs = body.map((paragraph) => `<p>${fill(escaping, paragraph, fields)}</p>`)
  return {
    // A line break in a name must not become a header of its own.
    subject: fill(plain, subject, fields).replaceAll(/\s+/g, ' '),
    text: [...lines, ...(link ? [`${action.label}: ${link}`] : [])].join('\n\n'),
    html: page(spoken[language] ? language : 'en', [
      ...paragraphs,
      ...(link ? [`<p><a href="${escapeHtml(link)}">${action.label}</a></p>`] : []),
    ]),
  }
}

function fill(engine: Liquid, template: string, fields: Fields): string {
  try {
    return String(engine.parseAndRenderSync(template, fields))
  } catch (error) {
    const [, field] = /undefined variable: (\S+?),/.exec((error as Error).message) ?? []
    throw new MissingField(field ?? (error as Error).message)
  }
}

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

/** Mail programs drop `html` and keep what stands in `body`: language and direction are said there again. */
function page(language: MailLanguage, parts: readonly string[]): string {
  const [direction, side] = language === 'ar' ? ['rtl', 'right'] : ['ltr', 'left']
  const style = `font:15px/1.5 system-ui,sans-serif;color:#1d2427;max-width:36rem;text-align:${side}`
  const text = `<div lang="${language}" dir="${direction}" style="${style}">${parts.join('')}</div>`
  return `<!doctype html><html lang="${language}" dir="${direction}"><body>${text}</body></html>`
}
