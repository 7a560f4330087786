import { Button } from '@mantine/core'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Note } from '../../ui/feedback/Note.tsx'
import classes from './certificates.module.css'

/** The Barcode Detection API, as far as it is used here; not every browser has it. */
type Detector = { detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]> }

type DetectorMaker = {
  new (options: { readonly formats: readonly string[] }): Detector
  getSupportedFormats(): Promise<readonly string[]>
}

const detectorMaker = (): DetectorMaker | undefined =>
  (globalThis as { readonly BarcodeDetector?: DetectorMaker }).BarcodeDetector

/** Whether this browser can look for a QR in what a camera shows; only then is it offered. */
export function useMayScan(): boolean {
  const [may, setMay] = useState(false)
  useEffect(() => {
    const maker = detectorMaker()
    if (!maker || !navigator.mediaDevices) return
    let gone = false
    maker.getSupportedFormats().then(
      (formats) => !gone && setMay(formats.includes('qr_code')),
      () => setMay(false),
    )
    return () => {
      gone = true
    }
  }, [])
  return may
}

type Props = { readonly onRead: (text: string) => void; readonly onClose: () => void }

const pause = 150

/** What the camera sees, until a QR is read in it. Nothing of it is kept or sent. */
export function CameraScan({ onRead, onClose }: Props) {
  const { t } = useTranslation(['certificates', 'common'])
  const video = useRef<HTMLVideoElement>(null)
  const [refused, setRefused] = useState(false)
  const read = useEffectEvent(onRead)
  useEffect(() => {
    let stream: MediaStream | undefined
    let over = false
    const stop = () => {
      over = true
      for (const track of stream?.getTracks() ?? []) track.stop()
    }
    const look = async (maker: DetectorMaker, element: HTMLVideoElement) => {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
      if (over) return stop()
      element.srcObject = stream
      await element.play()
      const detector = new maker({ formats: ['qr_code'] })
      while (!over) {
        const [code] = await detector.detect(element)
        if (code && !over) {
          stop()
          return read(code.rawValue)
        }
        await new Promise((resolve) => setTimeout(resolve, pause))
      }
    }
    const maker = detectorMaker()
    if (maker && video.current) look(maker, video.current).catch(() => !over && setRefused(true))
    return stop
  }, [])
  return (
    <div className={classes.action}>
      {refused ? (
        <Note tone="bad" text={t('verify.cameraRefused')} />
      ) : (
        <>
          <p className={classes.dim}>{t('verify.cameraHint')}</p>
          <video ref={video} className={classes.camera} muted playsInline aria-label={t('verify.camera')} />
        </>
      )}
      <div>
        <Button size="xs" variant="default" onClick={onClose}>
          {t('common:actions.close')}
        </Button>
      </div>
    </div>
  )
}
