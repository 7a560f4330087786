import { beforeEach, describe, expect, test, vi } from 'vitest'
import { dropDraft, readDraft, writeDraft } from '../../../src-renderer/ui/form/draft.ts'
import { oneOf, setSettingsOwner, setting } from '../../../src-renderer/ui/stored.ts'

function storage(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  const kept = new Map<string, string>()
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  }
}

beforeEach(() => {
  vi.stubGlobal('sessionStorage', storage())
  vi.stubGlobal('localStorage', storage())
  setSettingsOwner(undefined)
})

describe('a draft', () => {
  test('comes back to the officer who typed it, and to nobody else', () => {
    setSettingsOwner('ayse')
    writeDraft('staff.new', { name: 'Işık' })
    setSettingsOwner('mehmet')
    expect(readDraft('staff.new')).toBeUndefined()
    setSettingsOwner('ayse')
    expect(readDraft('staff.new')).toEqual({ name: 'Işık' })
    dropDraft('staff.new')
    expect(readDraft('staff.new')).toBeUndefined()
  })

  test('that cannot be read or kept does not stop the form', () => {
    sessionStorage.setItem('akademi.draft..broken', '{')
    expect(readDraft('broken')).toBeUndefined()
    vi.stubGlobal('sessionStorage', {
      setItem: () => {
        throw new Error('quota')
      },
    })
    expect(() => writeDraft('any', 1)).not.toThrow()
  })
})

describe('a setting', () => {
  test('is the officer’s own, and the last choice on this computer for who has not chosen', () => {
    const language = setting<'tr' | 'en'>('language', 'tr', oneOf('tr', 'en'))
    setSettingsOwner('ayse')
    language.set('en')
    expect(language.get()).toBe('en')
    setSettingsOwner('mehmet')
    language.set('tr')
    setSettingsOwner('ayse')
    expect(language.get()).toBe('en')
    setSettingsOwner(undefined)
    expect(language.get()).toBe('tr')
  })

  test('falls back when an older version left something else behind', () => {
    localStorage.setItem('akademi.density', '"huge"')
    expect(setting('density', 'compact', oneOf('compact', 'comfortable')).get()).toBe('compact')
    localStorage.setItem('akademi.density', 'not json')
    expect(setting('density', 'compact', oneOf('compact', 'comfortable')).get()).toBe('compact')
  })

  test('tells who listens', () => {
    const density = setting('density', 'compact', oneOf('compact', 'comfortable'))
    const heard: string[] = []
    const stop = density.subscribe(() => heard.push(density.get()))
    density.set('comfortable')
    stop()
    density.set('compact')
    expect(heard).toEqual(['comfortable'])
  })
})
