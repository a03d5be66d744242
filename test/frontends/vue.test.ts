import { expect, it } from 'vitest'
import { errors, placed } from './places.js'
import { lowerText } from './print.js'

const vue = (text: string) => placed(text, 'App.vue')

it('keeps places, behind a template with code of its own', () => {
  expect(vue('<template>\n  <p v-if="a < b">{{ "<script>" }} &amp; é</p>\n</template>\r\n<script>\r\n  probe(1)\r\n</script>')).toEqual([
    '5:3 1',
  ])
})

it('has one scope for both scripts', () => {
  expect(vue('<script>const a = 1</script>\n<script setup>\nprobe(a)</script>')).toEqual(['3:1 a=1'])
})

it.each([
  ['ts', 'probe(<number>1)', '1'],
  ['tsx', 'probe((<A />) as B)', 'A({})'],
  ['jsx', 'probe(<A />)', 'A({})'],
])('reads `lang="%s"`', (lang, code, value) => {
  const text = `<script setup lang="${lang}">${code}</script>`
  expect(vue(text)).toEqual([`1:${text.indexOf('probe') + 1} ${value}`])
  expect(errors(text, 'App.vue')).toEqual([])
})

it('tells of a language that it does not read', () => {
  expect(errors('<template/>\n<script lang="coffee">a = -> 1</script>', 'App.vue')).toEqual([
    '2:1 `lang="coffee"` is a language that is not read',
  ])
})

it.each([
  ['pug, in which tags are text', '<template lang="pug">\np(v-if="i<n")\n  b </template>\n<script>probe(1)</script>', ['4:9 1']],
  ['blocks of its own', '<docs>\n<script>probe(1)</script>\n</docs><i18n>{"a": "<b"}</i18n>\n<script>probe(2)</script>', ['4:9 2']],
  ['a comment', '<!-- <script>probe(1)</script> -->', []],
  ['a template alone', '<template><div/></template>', []],
  ['nothing', '', []],
  ['a script that is never closed', '<script>\nprobe(1)\n', ['2:1 1']],
])('is read with %s', (_, text, expected) => {
  expect(vue(text)).toEqual(expected)
})

it('tells of a block that is never closed', () => {
  expect(errors('<template>\n<div>\n<script>\nprobe(1)\n</script>', 'App.vue')).toEqual(['1:1 `<template>` is never closed'])
})

it('takes the exports of its source', () => {
  const { module, exported } = lowerText('<script src="./app.ts"></script>', 'App.vue')
  expect([exported('default'), module.stars, module.imports]).toEqual(['./app.ts#default', ['./app.ts'], ['./app.ts']])
})
