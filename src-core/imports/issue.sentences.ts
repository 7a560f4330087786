import type { ImportIssue, IssueCode, IssueValues } from './issue.ts'
import { englishSentences } from './issue-sentences-en.ts'
import { turkishSentences } from './issue-sentences-tr.ts'

type Language = 'tr' | 'en'

const mostSuggestions = 3

const nearest = {
  tr: (labels: readonly string[]) =>
    labels.length === 1 ? `En yakını: ${labels[0]}.` : `En yakınları: ${labels.join('; ')}.`,
  en: (labels: readonly string[]) =>
    labels.length === 1 ? `Did you mean ${labels[0]}?` : `Did you mean one of these: ${labels.join('; ')}?`,
} as const

/**
 * A finding in words: what happened, what it means, what to do, and the nearest values where there are some. The
 * place is not part of it.
 */
export function sentence(issue: ImportIssue, language: Language): string {
  // `issueOf` is the only maker of findings and has checked that the values are those of the code.
  const texts = (language === 'tr' ? turkishSentences : englishSentences) as Readonly<
    Record<IssueCode, (values: IssueValues[IssueCode]) => string>
  >
  const said = texts[issue.code](issue.values as IssueValues[IssueCode])
  const labels = (issue.suggestions ?? []).slice(0, mostSuggestions).map((suggestion) => suggestion.label)
  return labels.length > 0 ? `${said} ${nearest[language](labels)}` : said
}
