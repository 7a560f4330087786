import { useEffect, useState } from 'react'
import classes from './certificates.module.css'

/** A page as the typesetter drew it. As a picture it can hold no script, whatever a name says. */
export function PaperPicture({ svg, title }: { readonly svg: string; readonly title: string }) {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [svg])
  return address ? <img className={classes.paper} src={address} alt={title} /> : null
}
