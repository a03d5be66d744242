import { describe, expect, it } from 'vitest'
import type { Host } from '../../src/frontends/frontend.js'
import { typescript } from '../../src/frontends/typescript/index.js'

function host(files: Record<string, string>): Host {
  return { read: (path) => files[path], isFile: (path) => Object.hasOwn(files, path) }
}

function linked(files: Record<string, string>, specifier: string, from: string): string {
  const link = typescript.link(specifier, from, host(files))
  return link.to === 'file' ? link.file : link.to === 'package' ? `package ${link.name}` : `nothing: ${link.reason}`
}

describe('files', () => {
  it('handles TypeScript and JavaScript', () => {
    const names = ['a.ts', 'a.tsx', 'a.mts', 'a.cts', 'a.js', 'a.jsx', 'a.mjs', 'a.cjs', 'a.py', 'a.json', 'a.d.css', 'ts']
    expect(names.filter(typescript.handles)).toEqual(names.slice(0, 8))
  })
})

describe('relative specifiers', () => {
  const files = {
    'src/a.ts': '',
    'src/b/index.tsx': '',
    'src/c.mts': '',
    'src/d.js': '',
    'src/e.v2.js': '',
    'src/k.json': '',
    'src/W.vue': '',
    'lib.ts': '',
    '../up.ts': '',
  }
  it.each([
    ['./a', 'src/a.ts'],
    ['./a.js', 'src/a.ts'],
    ['./b', 'src/b/index.tsx'],
    ['./c.mjs', 'src/c.mts'],
    ['./d', 'src/d.js'],
    ['./d.js', 'src/d.js'],
    ['./e.v2', 'src/e.v2.js'],
    ['../lib', 'lib.ts'],
    ['../../up', '../up.ts'],
    ['./W.vue', 'src/W.vue'],
    ['./k.json', 'src/k.json'],
    ['./k', 'src/k.json'],
    ['./z', 'nothing: ./z not found'],
    ['.', 'nothing: . not found'],
    ['/src/a', 'src/a.ts'],
  ])('%s', (specifier, expected) => {
    expect(linked(files, specifier, 'src/main.ts')).toBe(expected)
  })

  it('prefers the source over what was compiled beside it', () => {
    expect(linked({ 'a.ts': '', 'a.js': '' }, './a.js', 'm.ts')).toBe('a.ts')
  })
})

describe('packages', () => {
  it.each(['@tensorflow/tfjs', 'node:fs', '@tensorflow/tfjs/dist/x', 'https://esm.sh/x'])('%s', (name) => {
    expect(linked({ 'package.json': '{"name": "other"}' }, name, 'a.ts')).toBe(`package ${name}`)
  })

  it.each([
    ['https://cdn.jsdelivr.net/npm/@tensorflow/tfjs@4/+esm', '@tensorflow/tfjs'],
    ['https://esm.sh/@tensorflow/tfjs@4.22.0', '@tensorflow/tfjs'],
    ['https://esm.sh/v135/*@tensorflow/tfjs@4/es2022/tfjs.mjs?dev', '@tensorflow/tfjs'],
    ['https://unpkg.com/@tensorflow/tfjs@4.22.0/dist/tf.esm.js?module', '@tensorflow/tfjs'],
    ['//cdn.skypack.dev/@tensorflow/tfjs', '@tensorflow/tfjs'],
    ['https://ga.jspm.io/npm:@tensorflow/tfjs@4.22.0/dist/index.js', '@tensorflow/tfjs'],
    ['npm:@tensorflow/tfjs@4', '@tensorflow/tfjs'],
    ['https://cdn.jsdelivr.net/npm/three/build/three.js', 'three'],
    ['https://esm.sh/react@18', 'react'],
    ['https://cdn.jsdelivr.net/gh/tensorflow/tfjs@4/x.js', 'https://cdn.jsdelivr.net/gh/tensorflow/tfjs@4/x.js'],
    ['https://example.org/@types.js', 'https://example.org/@types.js'],
    ['data:text/javascript,export default 1', 'data:text/javascript,export default 1'],
  ])('%s is of the package %s', (address, name) => {
    expect(linked({}, address, 'a.js')).toBe(`package ${name}`)
  })

  it('knows the package itself and its `imports`', () => {
    const manifest = {
      name: 'me',
      imports: { '#ops': './src/ops.js', '#lib/*': { types: './missing.d.ts', default: './src/*.js' } },
      exports: { '.': { import: './dist/index.js', default: './src/index.js' }, './util': './src/util.js' },
    }
    const files = {
      'p/package.json': JSON.stringify(manifest),
      'p/src/ops.ts': '',
      'p/src/x.ts': '',
      'p/src/index.ts': '',
      'p/src/util.ts': '',
    }
    const all = ['#ops', '#lib/x', '#none', 'me', 'me/util', 'me/none'].map((each) => linked(files, each, 'p/src/deep/a.ts'))
    expect(all).toEqual(['p/src/ops.ts', 'p/src/x.ts', 'nothing: #none not found', 'p/src/index.ts', 'p/src/util.ts', 'package me/none'])
    expect(linked({ 'package.json': '{"name":"me","main":"lib/m.js"}', 'lib/m.js': '' }, 'me', 'a.js')).toBe('lib/m.js')
    expect(linked({ 'package.json': '{ broken' }, 'me', 'a.js')).toBe('package me')
  })
})

describe('tsconfig', () => {
  const config = `{ // the app's aliases
    "compilerOptions": { "baseUrl": "./src", "paths": { "@/*": ["*"], "@/models/*": ["nets/*"], "~exact": ["one.ts"], } } }`

  it('follows `paths` and `baseUrl`, comments and trailing commas allowed', () => {
    const files = { 'tsconfig.json': config, 'src/a.ts': '', 'src/nets/n.ts': '', 'src/models/n.ts': '', 'src/one.ts': '' }
    const all = ['@/a', '@/models/n', '~exact', 'a', '@/none', 'react'].map((each) => linked(files, each, 'src/deep/m.ts'))
    expect(all).toEqual(['src/a.ts', 'src/nets/n.ts', 'src/one.ts', 'src/a.ts', 'package @/none', 'package react'])
  })

  it('takes the nearest configuration, with what it extends', () => {
    const files = {
      'app/tsconfig.json': '{ "extends": "../base.json" }',
      'base.json': '{ "compilerOptions": { "paths": { "$/*": ["./shared/*"] } } }',
      'tsconfig.json': config,
      'shared/s.ts': '',
    }
    expect(linked(files, '$/s', 'app/m.ts')).toBe('shared/s.ts')
    expect(linked(files, '$/s', 'm.ts')).toBe('package $/s')
  })

  it('looks through references, and into jsconfig.json', () => {
    const references = { 'tsconfig.json': '{ "files": [], "references": [{ "path": "./tsconfig.app.json" }] }' }
    const files = { ...references, 'tsconfig.app.json': '{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }', 'src/a.ts': '' }
    expect(linked(files, '@/a', 'm.ts')).toBe('src/a.ts')
    expect(linked({ 'jsconfig.json': config, 'src/a.js': '' }, '@/a', 'm.js')).toBe('src/a.js')
  })

  it('survives configurations that are circular or broken', () => {
    expect(linked({ 'tsconfig.json': '{ "extends": "./tsconfig.json" }' }, '@/a', 'm.ts')).toBe('package @/a')
    expect(linked({ 'tsconfig.json': '{ "references": [null, 5, { "path": 5 }], "extends": [null] }' }, '@/a', 'm.ts')).toBe('package @/a')
    expect(linked({ 'tsconfig.json': '{ "compilerOptions": { "paths": 3, "baseUrl": 4 }, "references": {} ' }, '@/a', 'm.ts')).toBe(
      'package @/a',
    )
  })
})
