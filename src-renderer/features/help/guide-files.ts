import { type GuidePage, guidePages } from './guide.ts'

const texts = import.meta.glob<string>('../../../docs/guide/*/*.md', { query: '?raw', import: 'default', eager: true })

const pictures = import.meta.glob<string>('../../../docs/guide/*/pictures/*.webp', {
  query: '?url',
  import: 'default',
  eager: true,
})

/** The guide as it lies in `docs/guide`, in every language of the window. */
export const guide: Readonly<Record<'tr' | 'en', readonly GuidePage[]>> = {
  tr: guidePages(texts, 'tr'),
  en: guidePages(texts, 'en'),
}

/** The address of a picture that a page names by its path beside the page. */
export const pictureAddress = (language: string, source: string): string | undefined =>
  pictures[`../../../docs/guide/${language}/${source}`]
