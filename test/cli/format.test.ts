import { expect, it } from 'vitest'
import { chooseFormat, useColor } from '../../src/cli/format.js'

it.each([
  [undefined, {}, true, 'pretty'],
  [undefined, {}, false, 'concise'],
  [undefined, { GITHUB_ACTIONS: 'true' }, true, 'github'],
  [undefined, { GITHUB_ACTIONS: 'false' }, false, 'concise'],
  ['json', { GITHUB_ACTIONS: 'true' }, true, 'json'],
] as const)('format %s in %o on a terminal (%s) is %s', (name, env, terminal, expected) => {
  expect(chooseFormat(name, env, terminal)).toBe(expected)
})

it('names the nearest format', () => {
  expect(() => chooseFormat('jsn', {}, true)).toThrow(
    '--format: no format is named "jsn"; the nearest is "json" (pretty, concise, json, sarif, github, gitlab, junit, markdown, agent)',
  )
})

it.each([
  [undefined, {}, true, true],
  [undefined, {}, false, false],
  [undefined, { TERM: 'dumb' }, true, false],
  [undefined, { NO_COLOR: '1' }, true, false],
  [undefined, { NO_COLOR: '' }, true, true],
  [undefined, { FORCE_COLOR: '1' }, false, true],
  [undefined, { FORCE_COLOR: '' }, false, true],
  [undefined, { FORCE_COLOR: '0' }, true, false],
  [undefined, { NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
  [true, { NO_COLOR: '1' }, false, true],
  [false, { FORCE_COLOR: '1' }, true, false],
] as const)('colour %s in %o on a terminal (%s) is %s', (option, env, terminal, expected) => {
  expect(useColor(option, env, terminal)).toBe(expected)
})
