import { useTranslation } from 'react-i18next'
import { textIfAny } from '../../app/i18n.ts'

/** The word for a stage of long work on the store. */
export function useStageWord(): (stage: string) => string {
  const { t } = useTranslation('common')
  return (stage) => textIfAny(`administration:verify.stage.${stage}`) ?? t('work.starting')
}
