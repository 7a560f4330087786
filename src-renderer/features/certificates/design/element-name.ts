import { useTranslation } from 'react-i18next'
import { type FieldName, fieldNames } from '../../../../src-core/certificates/field-names.ts'
import type { Element } from '../../../../src-core/certificates/layout.ts'

/** What an element is called on the screen: its words, with the fields by their names. */
export function useElementName(): (element: Element) => string {
  const { t } = useTranslation('certificates')
  const isField = (name: string): name is FieldName => (fieldNames as readonly string[]).includes(name)
  return (element) => {
    if (element.type === 'text') {
      const words = element.text.replaceAll(/\{(\w+)\}/g, (whole, name: string) =>
        isField(name) ? `‹${t(`design.fields.${name}`)}›` : whole,
      )
      return words.trim().slice(0, 60) || t('design.kinds.text')
    }
    if (element.type === 'image') return element.alt || t('design.kinds.image')
    return t(`design.kinds.${element.type}`)
  }
}
