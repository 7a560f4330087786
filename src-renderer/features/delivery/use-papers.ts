import { IconPrinter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { client } from '../../app/api.ts'
import { saveFile } from '../../ui/save-file.ts'
import { useNumberLanguage } from '../../ui/values/texts.tsx'
import { useLongOperation } from '../../ui/work/use-long-operation.ts'
import { useMaySchedule } from './use-moving.ts'

export type Paper = 'calendar' | 'rooms' | 'trainers' | 'units' | 'people'

type Input = { readonly kind: Paper; readonly ids: readonly string[] }

/** The schedule on paper: what may be printed, and its making, with progress. */
export function usePapers(planId: string) {
  const { t } = useTranslation('delivery')
  const language = useNumberLanguage()
  const { seePeople } = useMaySchedule()
  const printing = useLongOperation((input: Input, options) => {
    const common = { planId, language, ids: [...input.ids] }
    const { kind } = input
    return kind === 'units' || kind === 'people'
      ? client.delivery.peopleDocument({ ...common, kind }, options)
      : client.delivery.document({ ...common, kind }, options)
  })
  const print = async (kind: Paper, ids: readonly string[] = []) => {
    const made = await printing.start({ kind, ids })
    if (!made) return
    saveFile(made.file)
    printing.reset()
  }
  const offered: readonly Exclude<Paper, 'people'>[] = [
    'calendar',
    'rooms',
    'trainers',
    ...(seePeople ? (['units'] as const) : []),
  ]
  return {
    printing,
    print,
    /** For the header's menu: each kind as a whole. */
    actions: offered.map((kind) => ({ label: t(`paper.${kind}`), run: () => void print(kind), icon: IconPrinter })),
  }
}
