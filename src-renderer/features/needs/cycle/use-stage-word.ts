import { useTranslation } from 'react-i18next'

const stages = ['readNeeds', 'lockForms', 'readRows', 'writeRows', 'writingOutcomes'] as const

/** The word for what long work on needs is doing. */
export function useStageWord(): (stage: string) => string {
  const { t } = useTranslation(['needs', 'common'])
  return (stage) => {
    const known = stages.find((one) => one === stage)
    return known ? t(`cycle.stage.${known}`) : t('common:work.starting')
  }
}
