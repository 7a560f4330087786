import { useTranslation } from 'react-i18next'
import { textIfAny } from '../../app/i18n.ts'

/** The word for a stage of long work; one that has none shows as nothing. */
export function useStageWord(): (stage: string) => string {
  useTranslation('imports')
  return (stage) => textIfAny(`imports:stages.${stage}`) ?? ''
}
