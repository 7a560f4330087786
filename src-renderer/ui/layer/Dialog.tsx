import { ActionIcon, Modal, type ModalProps } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './Dialog.module.css'

type Props = {
  readonly opened: boolean
  readonly onClose: () => void
  readonly title: ReactNode
  readonly size: NonNullable<ModalProps['size']>
  readonly withClose?: boolean
  /** Above everything, also above a locked screen. */
  readonly onTop?: boolean
  readonly children: ReactNode
}

const above = { portalProps: { target: 'body' }, zIndex: 500 }

/** A layer over the window, for a question or a list of keys; anything longer is a screen or a panel. */
export function Dialog({ opened, onClose, title, size, withClose = false, onTop = false, children }: Props) {
  const { t } = useTranslation('common')
  return (
    <Modal.Root opened={opened} onClose={onClose} size={size} centered {...(onTop && above)}>
      <Modal.Overlay />
      <Modal.Content>
        <div className={classes.head}>
          <Modal.Title className={classes.title ?? ''}>{title}</Modal.Title>
          {withClose && (
            <ActionIcon aria-label={t('actions.close')} onClick={onClose}>
              <IconX size={16} />
            </ActionIcon>
          )}
        </div>
        <div className={classes.body}>{children}</div>
      </Modal.Content>
    </Modal.Root>
  )
}
