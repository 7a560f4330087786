import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** Families in the order they are tried; Libertinus Serif is inside the typesetter and has every Turkish letter. */
export const documentFamilies = ['Noto Sans', 'Libertinus Serif'] as const

const wanted = /_(400Regular|400Regular_Italic|600SemiBold|700Bold)\.ttf$/

let fonts: Buffer[] | undefined

/** The font files of documents, read once; none where their package is not installed. */
export function documentFonts(): Buffer[] {
  fonts ??= filesBelow(packageFolder()).map((file) => readFileSync(file))
  return fonts
}

function packageFolder(): string | undefined {
  try {
    return dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans/package.json'))
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
