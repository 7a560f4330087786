import { ActionIcon, Button, Menu, SegmentedControl, Select, Tooltip } from '@mantine/core'
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconLayoutAlignBottom,
  IconLayoutAlignCenter,
  IconLayoutAlignLeft,
  IconLayoutAlignMiddle,
  IconLayoutAlignRight,
  IconLayoutAlignTop,
  IconLayoutDistributeHorizontal,
  IconLayoutDistributeVertical,
  IconPlus,
  type TablerIcon,
} from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Design } from '../../../../src-core/certificates/design.contract.ts'
import { type Alignment, aligned, around, spread } from '../../../../src-core/certificates/design.rules.ts'
import type { Element } from '../../../../src-core/certificates/layout.ts'
import classes from './design.module.css'
import { elementKinds, newElement, newImage } from './new-element.ts'
import { PictureChoice } from './PictureChoice.tsx'
import type { Editing } from './use-editing.ts'

type Props = {
  readonly editing: Editing
  readonly design: Design
  readonly readOnly: boolean
  readonly zoom: number
  readonly onZoom: (zoom: number) => void
}

const alignments: readonly (readonly [Alignment, TablerIcon])[] = [
  ['left', IconLayoutAlignLeft],
  ['centre', IconLayoutAlignCenter],
  ['right', IconLayoutAlignRight],
  ['top', IconLayoutAlignTop],
  ['middle', IconLayoutAlignMiddle],
  ['bottom', IconLayoutAlignBottom],
]

const zooms = [1, 1.5, 2, 3] as const

/** Above the page: what can be put on it, the way back, and laying things in line. */
export function DesignTools({ editing, design, readOnly, zoom, onZoom }: Props) {
  const { t } = useTranslation(['certificates', 'common'])
  const [choosing, setChoosing] = useState(false)
  const { layout, shown, chosen, chosenElements } = editing
  const add = (element: Element) =>
    editing.changePage({ elements: [...shown.elements, element] }, undefined, [shown.elements.length])
  const align = (to: Alignment) => {
    const whole = { x: 0, y: 0, w: layout.width, h: layout.height }
    const within = chosenElements.length > 1 ? around(chosenElements) : whole
    editing.changeChosen((element) => aligned(element, within, to))
  }
  const distribute = (axis: 'x' | 'y') => {
    const laid = spread(chosenElements, axis)
    const places = new Map(chosen.map((at, order) => [at, laid[order]]))
    editing.changePage({ elements: shown.elements.map((element, at) => places.get(at) ?? element) })
  }
  return (
    <>
      <div className={classes.tools} role="toolbar" aria-label={t('design.tools')}>
        {!readOnly && (
          <>
            <Menu>
              <Menu.Target>
                <Button size="xs" variant="default" leftSection={<IconPlus size={16} aria-hidden />}>
                  {t('design.add')}
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                {elementKinds.map((kind) => (
                  <Menu.Item key={kind} onClick={() => add(newElement(kind, layout, design.language))}>
                    {t(`design.kinds.${kind}`)}
                  </Menu.Item>
                ))}
                <Menu.Item onClick={() => setChoosing(true)}>{t('design.kinds.image')}</Menu.Item>
              </Menu.Dropdown>
            </Menu>
            <Tool name={t('common:actions.undo')} icon={IconArrowBackUp} run={editing.undo} off={!editing.canUndo} />
            <Tool name={t('design.redo')} icon={IconArrowForwardUp} run={editing.redo} off={!editing.canRedo} />
            {alignments.map(([to, icon]) => (
              <Tool
                key={to}
                name={t(`design.alignTo.${to}`)}
                icon={icon}
                run={() => align(to)}
                off={chosen.length === 0}
              />
            ))}
            <Tool
              name={t('design.spreadAcross')}
              icon={IconLayoutDistributeVertical}
              run={() => distribute('x')}
              off={chosen.length < 3}
            />
            <Tool
              name={t('design.spreadDown')}
              icon={IconLayoutDistributeHorizontal}
              run={() => distribute('y')}
              off={chosen.length < 3}
            />
          </>
        )}
        <span style={{ flex: 1 }} />
        {layout.pages.length > 1 && (
          <SegmentedControl
            size="xs"
            aria-label={t('design.pages')}
            data={layout.pages.map((_, at) => ({ value: String(at), label: t('design.page', { page: at + 1 }) }))}
            value={String(editing.page)}
            onChange={(said) => editing.turn(Number(said))}
          />
        )}
        <Select
          size="xs"
          w={96}
          aria-label={t('design.zoom')}
          allowDeselect={false}
          data={zooms.map((value) => ({
            value: String(value),
            label: value === 1 ? t('design.fitWidth') : `×${value.toLocaleString('tr')}`,
          }))}
          value={String(zoom)}
          onChange={(said) => onZoom(Number(said))}
        />
      </div>
      {choosing && (
        <div className={classes.notes}>
          <PictureChoice
            onClose={() => setChoosing(false)}
            onChoose={(picture) => {
              add(newImage(picture, layout))
              setChoosing(false)
            }}
          />
        </div>
      )}
    </>
  )
}

function Tool({
  name,
  icon: Icon,
  run,
  off,
}: {
  readonly name: string
  readonly icon: TablerIcon
  readonly run: () => void
  readonly off: boolean
}) {
  return (
    <Tooltip label={name}>
      <ActionIcon variant="subtle" aria-label={name} onClick={run} disabled={off}>
        <Icon size={16} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
}
