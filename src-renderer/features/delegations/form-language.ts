import type { LinkLanguage } from '../../../src-core/links/purpose.ts'

const arabic = 'AE BH DJ DZ EG IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SY TN YE'.split(' ')
const french = 'BE BF BI BJ CD CF CG CI CM FR GA GN HT LU MC MG ML NE RW SN TD TG'.split(' ')
const turkish = ['TR', 'AZ']

/** The language a form probably opens in for somebody of a country; the coordinator and the holder may choose another. */
export function formLanguageOf(country: string): LinkLanguage {
  if (turkish.includes(country)) return 'tr'
  if (arabic.includes(country)) return 'ar'
  return french.includes(country) ? 'fr' : 'en'
}
