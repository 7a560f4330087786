import { Anchor } from '@mantine/core'
import { useCallback, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useAddress } from '../../app/address.ts'
import { language } from '../../app/i18n.ts'
import { useCrumb } from '../../app/shell/crumb.ts'
import { EmptyState } from '../../ui/screen/EmptyState.tsx'
import { PageHeader } from '../../ui/screen/PageHeader.tsx'
import { Screen } from '../../ui/screen/Screen.tsx'
import { Toolbar } from '../../ui/screen/Toolbar.tsx'
import { useSetting } from '../../ui/stored.ts'
import { Contents } from './Contents.tsx'
import { GuideLink } from './GuideLink.tsx'
import { type GuidePage, guidePlace, searchGuide } from './guide.ts'
import { guide, pictureAddress } from './guide-files.ts'
import classes from './Help.module.css'
import { Markdown } from './Markdown.tsx'

/** The guide: chapters on the left, one of them open, and a search through all. Speaks the officer's language. */
export function HelpScreen() {
  const { t } = useTranslation('help')
  const [words] = useSetting(language)
  const [search, change] = useAddress()
  const pages = guide[words]
  const page = pages.find(({ id }) => id === search.page) ?? pages[0]
  const at = typeof search.at === 'string' ? search.at : undefined
  const asked = typeof search.q === 'string' ? search.q : ''
  useCrumb(page?.title)
  const onSearch = useCallback((text: string) => change({ q: text || undefined }), [change])
  return (
    <Screen
      header={<PageHeader title={t('title')} />}
      toolbar={<Toolbar search={{ value: asked, onChange: onSearch, placeholder: t('search') }} />}
    >
      <div className={classes.body}>
        <Contents pages={pages} open={asked ? undefined : page} at={at} />
        {asked && <Matches pages={pages} asked={asked} />}
        {!asked && page && <Chapter key={page.id} page={page} pages={pages} at={at} words={words} />}
      </div>
    </Screen>
  )
}

type ChapterProps = {
  readonly page: GuidePage
  readonly pages: readonly GuidePage[]
  readonly at: string | undefined
  readonly words: 'tr' | 'en'
}

function Chapter({ page, pages, at, words }: ChapterProps) {
  const { t } = useTranslation('help')
  const article = useRef<HTMLElement>(null)
  useEffect(() => {
    const place = at && document.getElementById(at)
    if (place) {
      place.focus({ preventScroll: true })
      place.scrollIntoView()
    } else article.current?.scrollTo({ top: 0 })
  }, [at])
  const here = pages.indexOf(page)
  const before = pages[here - 1]
  const after = pages[here + 1]
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keys that scroll it
    <article ref={article} className={classes.article} tabIndex={0} aria-label={page.title}>
      <h2 className={classes.title}>{page.title}</h2>
      <Markdown
        blocks={page.blocks}
        picture={(source) => pictureAddress(words, source)}
        link={(text, target) => <Link text={text} target={target} words={words} />}
      />
      <nav className={classes.around} aria-label={t('around')}>
        {before && <GuideLink page={before.id}>{`← ${before.title}`}</GuideLink>}
        {after && <GuideLink page={after.id} className={classes.after}>{`${after.title} →`}</GuideLink>}
      </nav>
    </article>
  )
}

/** A link of a page: to another chapter as its file is called, or to the web. */
function Link({ text, target, words }: { readonly text: string; readonly target: string; readonly words: string }) {
  const [file = '', at] = target.split('#')
  if (/^https:/.test(target))
    return (
      <Anchor href={target} target="_blank" rel="noreferrer">
        {text}
      </Anchor>
    )
  return (
    <GuideLink page={guidePlace(`${words}/${file}`).id} at={at}>
      {text}
    </GuideLink>
  )
}

function Matches({ pages, asked }: { readonly pages: readonly GuidePage[]; readonly asked: string }) {
  const { t } = useTranslation('help')
  const matches = searchGuide(pages, asked)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keys that scroll it
    <section className={classes.article} tabIndex={0} aria-label={t('results')}>
      <p role="status" className={classes.count}>
        {t('found', { count: matches.length })}
      </p>
      {matches.length === 0 && <EmptyState title={t('none', { text: asked })} text={t('noneHint')} />}
      <ul className={classes.matches}>
        {matches.map(({ page, section, excerpt }) => (
          <li key={`${page.id} ${section?.slug ?? ''}`}>
            <GuideLink page={page.id} at={section?.slug}>
              {section ? `${page.title} › ${section.text}` : page.title}
            </GuideLink>
            <p>{excerpt}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
