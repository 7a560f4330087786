import { textIfAny } from '../../app/i18n.ts'

/** The word for a stage of issuing or printing. */
export const useStageWord =
  () =>
  (stage: string): string =>
    textIfAny(`certificates:stage.${stage}`) ?? ''
