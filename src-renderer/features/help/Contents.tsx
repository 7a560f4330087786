import { useTranslation } from 'react-i18next'
import { GuideLink } from './GuideLink.tsx'
import type { GuidePage } from './guide.ts'
import classes from './Help.module.css'

type Props = {
  readonly pages: readonly GuidePage[]
  readonly open: GuidePage | undefined
  readonly at: string | undefined
}

/** The table of contents; the chapter being read shows its sections. */
export function Contents({ pages, open, at }: Props) {
  const { t } = useTranslation('help')
  return (
    <nav className={classes.contents} aria-label={t('contents')}>
      <ol>
        {pages.map((page) => (
          <li key={page.id}>
            <GuideLink page={page.id} current={page === open && !at} className={classes.chapter}>
              {page.title}
            </GuideLink>
            {page === open && (
              <ul>
                {page.sections.map(({ slug, text }) => (
                  <li key={slug}>
                    <GuideLink page={page.id} at={slug} current={slug === at} className={classes.part}>
                      {text}
                    </GuideLink>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
