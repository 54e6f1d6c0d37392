// Keys as they are written everywhere, from what the browser tells.
import { expect, test } from 'vitest'
import { keysOf } from '../../../../web/commands/action.svelte.ts'

const event = (key: string, code: string, held = '') => ({
  key,
  code,
  ctrlKey: held.includes('c'),
  metaKey: held.includes('m'),
  altKey: held.includes('a'),
  shiftKey: held.includes('s'),
})

test('keys are named with their modifiers in one order', () => {
  expect(keysOf(event('k', 'KeyK', 'c'))).toBe('Ctrl K')
  expect(keysOf(event('k', 'KeyK', 'm'))).toBe('Ctrl K')
  expect(keysOf(event('Z', 'KeyZ', 'cs'))).toBe('Ctrl Shift Z')
  expect(keysOf(event('ArrowUp', 'ArrowUp', 'a'))).toBe('Alt ArrowUp')
  expect(keysOf(event(' ', 'Space'))).toBe('Space')
})
test('a sign needs no Shift in its name', () => {
  expect(keysOf(event('?', 'Slash', 's'))).toBe('?')
  expect(keysOf(event('+', 'Equal', 's'))).toBe('+')
})
test('on a Mac, Alt makes other letters: the key counts', () => {
  expect(keysOf(event('ß', 'KeyS', 'a'))).toBe('Alt S')
})
