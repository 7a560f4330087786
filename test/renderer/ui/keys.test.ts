import { describe, expect, test } from 'vitest'
import { matches } from '../../../src-renderer/ui/keys.ts'

const press = (
  key: string,
  modifiers: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {},
) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...modifiers,
})

describe('a key', () => {
  test('needs exactly its modifiers', () => {
    expect(matches('Ctrl+K', press('k', { ctrlKey: true }))).toBe(true)
    expect(matches('Ctrl+K', press('k'))).toBe(false)
    expect(matches('Ctrl+K', press('k', { ctrlKey: true, shiftKey: true }))).toBe(false)
    expect(matches('n', press('n', { ctrlKey: true }))).toBe(false)
    expect(matches('Alt+Shift+L', press('L', { altKey: true, shiftKey: true }))).toBe(true)
  })

  test('may use Command where a Mac has it', () => {
    expect(matches('Ctrl+K', press('k', { metaKey: true }))).toBe(true)
  })

  test('that is a sign is found wherever the keyboard has it', () => {
    // On a Turkish Q keyboard `/` is Shift+7 and `?` is Shift with the key beside zero.
    expect(matches('/', press('/', { shiftKey: true }))).toBe(true)
    expect(matches('?', press('?', { shiftKey: true }))).toBe(true)
    // A sign behind AltGr comes with Ctrl and Alt.
    expect(matches('/', press('/', { ctrlKey: true, altKey: true }))).toBe(true)
    expect(matches('/', press('/', { ctrlKey: true }))).toBe(false)
  })

  test('is the same letter with Caps Lock', () => {
    expect(matches('n', press('N'))).toBe(true)
  })

  test('of the space bar and of plus have names', () => {
    expect(matches('Space', press(' '))).toBe(true)
    expect(matches('+', press('+', { shiftKey: true }))).toBe(true)
  })
})
