import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LinkSubject } from '../../../src-core/links/link.ts'
import type { LinkLanguage } from '../../../src-core/links/purpose.ts'
import { client } from '../../app/api.ts'
import { tellError } from '../../app/errors/tell-error.tsx'
import { tell } from '../../ui/feedback/toast.tsx'

type For = {
  readonly subject: LinkSubject
  readonly name: string
  readonly email: string
  readonly language: LinkLanguage
}

/** Making links, putting the address of one on the clipboard, taking them back. */
export function useLinks() {
  const { t } = useTranslation('links')
  const [busy, setBusy] = useState(false)
  const doing = async (work: () => Promise<void>): Promise<boolean> => {
    setBusy(true)
    try {
      await work()
      return true
    } catch (error) {
      tellError(error)
      return false
    } finally {
      setBusy(false)
    }
  }
  return {
    busy,
    make: (holders: readonly For[], expiresOn: string, mail: boolean) =>
      doing(async () => {
        const { tokens } = await client.links.drawTokens({ count: holders.length })
        const links = holders.map(({ subject, name, email, language }, at) => ({
          ...{ subject, holderName: name, holderEmail: email.trim() || null, language },
          tokenSealed: tokens[at] ?? '',
        }))
        const { ids } = await client.links.makeLinks({ links, expiresOn, mail })
        tell({ text: t(mail ? 'madeAndMailed' : 'made', { count: ids.length }), tone: 'good' })
      }),
    copy: (id: string, address: string) =>
      doing(async () => {
        const { links } = await client.links.showLinks({ ids: [id] })
        const [link] = links
        if (!link) return
        await navigator.clipboard.writeText(`${address.replace(/\/+$/, '')}${link.path}`)
        tell({ text: t('copied'), tone: 'good' })
      }),
    revoke: (ids: readonly string[]) =>
      doing(async () => {
        const { revoked } = await client.links.revokeLinks({ ids: [...ids] })
        tell({ text: t('revoked', { count: revoked }), tone: 'good' })
      }),
  }
}
