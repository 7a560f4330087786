import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { resourcesFolder } from '../resources.ts'

// In Akademi Arabic a letter and its dots are one glyph, so that copied text has every letter. Noto Naskh draws the dots apart, and
// is there for the rare letters that the first has not.
const arabic = ['Akademi Arabic', 'Noto Naskh Arabic'] as const

/** Families in the order they are tried; Libertinus Serif is inside the typesetter and has every Turkish letter. */
export const documentFamilies = ['Noto Sans', ...arabic, 'Libertinus Serif'] as const

/** The families a certificate is set in: a letter that none of a list has is not printed, and is named beforehand. */
export const certificateFamilies = {
  sans: ['Noto Sans', ...arabic],
  serif: ['Noto Serif', ...arabic, 'Noto Sans'],
} as const

const packages = ['noto-sans', 'noto-serif', 'noto-naskh-arabic'] as const

const wanted = /_(400Regular|400Regular_Italic|600SemiBold|700Bold)\.ttf$/

let fonts: readonly FontFile[] | undefined

export type FontFile = { readonly family: string; readonly bytes: Buffer }

/** The font files of documents, read once: our own, and those of packages that are installed. */
export function documentFonts(): readonly FontFile[] {
  fonts ??= [
    ...filesOf('akademi-arabic', join(resourcesFolder(), 'fonts', 'akademi-arabic')),
    ...packages.flatMap((name) => filesOf(name, packageFolder(name))),
  ]
  return fonts
}

const filesOf = (name: string, folder: string | undefined): FontFile[] =>
  filesBelow(folder).map((file) => ({ family: familyOf(name), bytes: readFileSync(file) }))

const familyOf = (name: string): string =>
  name
    .split('-')
    .map((word) => word[0]?.toUpperCase() + word.slice(1))
    .join(' ')

function packageFolder(name: string): string | undefined {
  try {
    return dirname(createRequire(import.meta.url).resolve(`@expo-google-fonts/${name}/package.json`))
  } catch {
    return undefined
  }
}

const filesBelow = (folder: string | undefined): string[] =>
  folder === undefined
    ? []
    : readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && wanted.test(entry.name))
        .map((entry) => join(entry.parentPath, entry.name))
        .sort()
