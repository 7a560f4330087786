import { IconUser } from '@tabler/icons-react'
import { describe, expect, test } from 'vitest'
import type { Screen } from '../../../src-renderer/app/feature.ts'
import { ranked } from '../../../src-renderer/app/palette/rank.ts'
import { railGroups, screenAt } from '../../../src-renderer/app/rail.ts'

const titles = ['İhtiyaç satırları', 'Yanıtlar', 'Vekil giriş', 'Öncelikler', 'Işıkların bakımı', 'Giriş kapısı']
const find = (query: string) => ranked(titles, (title) => title, query)

describe('the palette', () => {
  test('finds a title in any spelling', () => {
    expect(find('oncelik')).toEqual(['Öncelikler'])
    expect(find('ISIK')).toEqual(['Işıkların bakımı'])
  })

  test('puts what begins with the word before what only contains it', () => {
    expect(find('giris')).toEqual(['Giriş kapısı', 'Vekil giriş'])
  })

  test('wants every word, in any order', () => {
    expect(find('satir ihtiyac')).toEqual(['İhtiyaç satırları'])
    expect(find('satir vekil')).toEqual([])
  })

  test('lists everything as it stands while nothing is typed', () => {
    expect(find('  ')).toEqual(titles)
  })
})

const screen = (path: string, group: Screen['group'], inRail = true): Screen => ({
  path,
  group,
  inRail,
  labelKey: 'common:product',
  icon: IconUser,
  roles: 'signedIn',
  load: () => Promise.reject(new Error('not drawn here')),
})

describe('the screens', () => {
  const screens = [
    screen('/people/staff', 'people'),
    screen('/people/staff/$id', 'people', false),
    screen('/people/staff/new', 'people', false),
    screen('/', 'today'),
  ]

  test('are found by their address, a fixed one before one that varies', () => {
    expect(screenAt('/people/staff', screens)?.path).toBe('/people/staff')
    expect(screenAt('/people/staff/0190-a', screens)?.path).toBe('/people/staff/$id')
    expect(screenAt('/people/staff/new', screens)?.path).toBe('/people/staff/new')
    expect(screenAt('/', screens)?.path).toBe('/')
    expect(screenAt('/people', screens)).toBeUndefined()
  })

  test('stand in the rail in its order, and a group without one is left out', () => {
    expect(
      railGroups(['today', 'needs', 'people'], screens).map(({ group, screens: own }) => [group, own.length]),
    ).toEqual([
      ['today', 1],
      ['people', 1],
    ])
  })
})
