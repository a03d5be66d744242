import { describe, expect, it } from 'vitest'
import { directiveIn } from '../../src/filters/directives.js'

const at = { file: 'a.ts', line: 1, column: 1, endLine: 1, endColumn: 9 }
const read = (text: string) => {
  const found = directiveIn({ at, text })
  if (!found) return undefined
  const { at: _, ...rest } = found
  return rest
}

describe('directiveIn', () => {
  it.each([
    ['ce-lint-disable-line a', { action: 'ce-lint-disable-line', rules: ['a'] }],
    [' ce-lint-disable-next-line a, b,c -- why not', { action: 'ce-lint-disable-next-line', rules: ['a', 'b', 'c'], reason: 'why not' }],
    ['* ce-lint-disable a\n * -- a reason\n * of two lines', { action: 'ce-lint-disable', rules: ['a'], reason: 'a reason of two lines' }],
    [' ce-lint-enable', { action: 'ce-lint-enable', rules: [] }],
    [' ce-lint-disable', { action: 'ce-lint-disable', rules: [] }],
    [' ce-lint-disable-line -- no name', { action: 'ce-lint-disable-line', rules: [], reason: 'no name' }],
    [' ce-lint-disable-line a a', { action: 'ce-lint-disable-line', rules: ['a'] }],
    [' ce-lint-disable-line a -- b -- c', { action: 'ce-lint-disable-line', rules: ['a'], reason: 'b -- c' }],
    [' ce-lint-disable-line one-hot-as-indices --', { action: 'ce-lint-disable-line', rules: ['one-hot-as-indices'] }],
    [' noqa: E501  # ce-lint-disable-line a', { action: 'ce-lint-disable-line', rules: ['a'] }],
    [' ce-lint-disable-line a -- see #12  # noqa: E501', { action: 'ce-lint-disable-line', rules: ['a'], reason: 'see #12' }],
    [' ts-ignore // ce-lint-disable-line a // b', { action: 'ce-lint-disable-line', rules: ['a'] }],
  ])('reads %j', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  it.each([
    [' ce-lint-disabel-line a', 'ce-lint-disable-line'],
    [' ce-lint-disable-nextline a', 'ce-lint-disable-next-line'],
    [' ce-lint-ignore a', 'ce-lint-disable'],
  ])('tells that %j is misspelt', (text, nearest) => {
    expect(read(text)).toEqual({ written: text.trim().split(' ')[0], nearest })
  })

  it.each([
    ' a word about ce-lint-disable-line a',
    ' ce-lint-suppressions.json is committed',
    ' ce-lint-config holds it',
    ' see ce-lint',
    ' eslint-disable-line a',
  ])('passes over %j', (text) => {
    expect(read(text)).toBeUndefined()
  })
})
