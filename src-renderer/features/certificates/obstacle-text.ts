import type { Holder } from '../../../src-core/certificates/group.ts'
import { textOf } from '../../app/i18n.ts'

/** Why somebody gets no certificate, in a few words. */
export const obstacleText = ({ kind, ...values }: Holder['obstacles'][number]): string =>
  textOf(`certificates:obstacle.${kind}`, values)
