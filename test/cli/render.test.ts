import { describe, expect, it } from 'vitest'
import { tree } from '../scan/tree.js'
import { cli } from './cli.js'
import { bounded, broken, double, model, opaque, right } from './programs.js'

const files = {
  'src/train.ts': double,
  'src/model.js': model,
  'right.ts': right,
  'opaque.ts': opaque,
  'a.ts': bounded,
  'broken.ts': broken,
}

describe('render', () => {
  it.each([
    [['-f', 'pretty']],
    [['-f', 'pretty', '--color', '--unknown']],
    [['-f', 'concise', '--unknown']],
    [['-f', 'concise', '--quiet']],
    [['-f', 'json']],
    [['-f', 'json', '--quiet']],
    [['-f', 'sarif']],
    [['-f', 'github']],
    [[]],
  ])('prints with %o what the run itself would have printed', (args) => {
    const cwd = tree(files)
    const direct = cli(cwd, args)
    cli(cwd, ['-f', 'json', '-o', 'report.json'])
    expect(cli(cwd, ['render', 'report.json', ...args])).toEqual({ ...direct, code: 0 })
    const stored = cli(cwd, ['-f', 'json']).stdout
    expect(cli(cwd, ['render', '-', ...args], { input: stored }).stdout).toBe(direct.stdout)
  })
})
