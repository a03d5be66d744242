import { expect, test } from 'vitest'
import { createGroups } from '../src/groups.js'

const neighbours: Record<string, string[]> = { a: ['helper'], b: ['helper'], c: [], d: ['e'], e: [], helper: ['registry'], f: ['registry'] }
const groups = createGroups(['a', 'b', 'c', 'd', 'e', 'f'], (file) => neighbours[file] ?? [])

test('files that a further one joins are of one group', () => {
  expect(groups.of('a')).toEqual(['a', 'b', 'f'])
  expect(groups.of('b')).toBe(groups.of('a'))
  expect(groups.of('helper')).toBe(groups.of('a'))
})

test('files that nothing joins are apart', () => {
  expect(groups.of('c')).toEqual(['c'])
  expect(groups.of('d')).toEqual(['d', 'e'])
})
