import { Button, Select } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Design } from '../../../../src-core/certificates/design.contract.ts'
import { exact } from '../../../../src-core/certificates/design.rules.ts'
import { NumberField } from '../../../ui/form/NumberField.tsx'
import { toNumber } from '../../../ui/form/to-number.ts'
import classes from './design.module.css'
import { PictureChoice } from './PictureChoice.tsx'
import type { Editing } from './use-editing.ts'

const sizes: Readonly<Record<string, readonly [number, number]>> = {
  a4Lying: [297, 210],
  a4: [210, 297],
  a5Lying: [210, 148],
  a3Lying: [420, 297],
}

/** What holds for the page: its measures, the picture behind it, and whether there is a second one. */
export function PageProperties({ editing, design }: { readonly editing: Editing; readonly design: Design }) {
  const { t } = useTranslation('certificates')
  const [choosing, setChoosing] = useState(false)
  const { layout, page, shown } = editing
  const { width, height, pages } = layout
  const size = Object.keys(sizes).find((name) => sizes[name]?.[0] === width && sizes[name]?.[1] === height) ?? 'own'
  const side = (name: 'width' | 'height') => (
    <NumberField
      size="xs"
      label={t(`design.${name}`)}
      suffix=" mm"
      decimalScale={2}
      value={layout[name]}
      onChange={(said) => {
        const value = toNumber(said)
        if (value !== null && value >= 50 && value <= 600 && value !== layout[name])
          editing.change({ ...layout, [name]: exact(value) }, name)
      }}
    />
  )
  return (
    <div className={classes.fields}>
      <h2 className={classes.title}>{t('design.pageTitle')}</h2>
      <p className={classes.dim}>{t('design.chooseHint')}</p>
      <Select
        size="xs"
        label={t('design.paper')}
        allowDeselect={false}
        data={[...Object.keys(sizes), ...(size === 'own' ? ['own'] : [])].map((value) => ({
          value,
          label: t(`design.sizes.${value}` as 'design.sizes.own'),
        }))}
        value={size}
        onChange={(said) => {
          const [w, h] = sizes[said ?? ''] ?? []
          if (w && h) editing.change({ ...layout, width: w, height: h })
        }}
      />
      <div className={classes.pair}>
        {side('width')}
        {side('height')}
      </div>
      <h2 className={classes.title}>{t('design.background')}</h2>
      {choosing ? (
        <PictureChoice
          onClose={() => setChoosing(false)}
          onChoose={({ hash }) => {
            editing.changePage({ background: hash })
            setChoosing(false)
          }}
        />
      ) : (
        <div className={classes.buttons}>
          <Button size="compact-xs" variant="default" onClick={() => setChoosing(true)}>
            {t(shown.background === null ? 'design.setBackground' : 'design.changeBackground')}
          </Button>
          {shown.background !== null && (
            <Button size="compact-xs" variant="default" onClick={() => editing.changePage({ background: null })}>
              {t('design.clearBackground')}
            </Button>
          )}
        </div>
      )}
      <h2 className={classes.title}>{t('design.pages')}</h2>
      {pages.length === 1 ? (
        <>
          {design.language === 'both' && <p className={classes.dim}>{t('design.twoPagesHint')}</p>}
          <div className={classes.buttons}>
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => {
                editing.change({ ...layout, pages: [...pages, { background: shown.background, elements: [] }] })
                editing.turn(1)
              }}
            >
              {t('design.addPage')}
            </Button>
          </div>
        </>
      ) : (
        <div className={classes.buttons}>
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => editing.change({ ...layout, pages: pages.filter((_, at) => at !== page) }, undefined, [])}
          >
            {t('design.removePage', { page: page + 1 })}
          </Button>
        </div>
      )}
    </div>
  )
}
