import { expect, it } from 'vitest'
import { errors, placed } from './places.js'

const svelte = (text: string) => placed(text, 'App.svelte')

it('keeps places, behind and before markup with code of its own', () => {
  const text =
    '{#if a < b}{@html "<b>"}<textarea bind:value />{/if}\n<script context="module">const a = 1</script>\n<script lang="ts">\n  probe(a as number)\n</script><p>'
  expect(svelte(text)).toEqual(['4:3 a=1'])
  expect(errors(text, 'App.svelte')).toEqual([])
})

it('judges calls in reactive statements', () => {
  expect(svelte('<script>let n = 1\n$: double = n * 2\n$: { probe(n) }\n$: probe(double)</script>')).toEqual([
    '3:6 n=1',
    '4:4 double=(* n=1 2)',
  ])
})

it('gives a property what its user may give it, or its default', () => {
  expect(svelte('<script>export let a = "softmax"; export let b; export const c = 1; let d = 2; probe(a, b, c, d)</script>')).toEqual([
    '1:80 a=(?? ?it is what the component is given "softmax"), b=?it is what the component is given, c=1, d=2',
  ])
})

it('tells of a language that it does not read', () => {
  expect(errors('<script lang="coffee">a = -> 1</script>', 'App.svelte')).toEqual(['1:23 `lang="coffee"` is a language that is not read'])
})
