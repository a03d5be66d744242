import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tree } from '../scan/tree.js'
import { cli } from './cli.js'

const batch = '{\n  "loss": "torch.nn.CrossEntropyLoss",\n  "input": [[0.1, 0.7, 0.2], [0.3, 0.4, 0.3]],\n  "target": [1, 0]\n}\n'
const logits = '{ "prediction": [[1, 3, -1], [-0.5, 0.8, 0.3]], "target": [1, 0] }\n'

describe('inspect', () => {
  it('judges stored tensors and points into their file', () => {
    expect(cli(tree({ 'batch.json': batch }), ['inspect', 'batch.json', '-f', 'pretty'])).toMatchInlineSnapshot(`
      {
        "code": 1,
        "stderr": "ce-lint: batch.json: took "input" for the prediction; --prediction can name others
      ",
        "stdout": "error probabilities-as-logits  likely
        batch.json:3:3
        3 │   "input": [[0.1, 0.7, 0.2], [0.3, 0.4, 0.3]],
          │   ─────── \`input\` holds a distribution, but \`torch.nn.CrossEntropyLoss\` expects logits.
        seen  2 rows of 3 sum to 1 exactly; scores would do so by chance with probability under 0.01
        why   It applies softmax itself, so the loss cannot fall below 0.5514 = ln(1 + 2/e) with 3 classes, and gradients shrink.
        do    Pass the raw scores, as they are before softmax.

      batch.json: input [2, 3], target [2]
        values          0.1 |+     +      @      +                   +| 0.7
        row sums          0 |                    @                    | 2
        loss        0.55144 |================o=====+==================| 1.5514
                 = of probabilities, 0.5514 to 1.5514   + undecided 1.0986
                 o computed 0.9505
        reads as distribution: 2 rows of 3 sum to 1 exactly; scores would do so by
        chance with probability under 0.01

      1 loss call in 1 file: 0 clean, 1 finding
      ",
      }
    `)
  })

  it('takes the loss from the command line, by any name that people write', () => {
    const cwd = tree({ 'logits.json': logits })
    const clean = { code: 0, stdout: '1 loss call in 1 file: 1 clean\n', stderr: '' }
    expect(cli(cwd, ['inspect', 'logits.json', '--loss', 'F.cross_entropy'])).toEqual(clean)
    expect(cli(cwd, ['inspect', 'logits.json', '--loss', 'torch.nn.CrossEntropyLoss'])).toEqual(clean)
    expect(cli(cwd, ['inspect', 'logits.json', '--loss', 'torch.nn.CrosEntropyLoss'])).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/^ce-lint: --loss: no loss is named "torch\.nn\.CrosEntropyLoss"; the nearest is /),
    })
  })

  it('goes on after a file that cannot be judged, and fails when none can', () => {
    const cwd = tree({
      'a.json': batch,
      'b.json': '{ "input": [[1]',
      'c.json': logits,
      'd.txt': '',
      'e.json': '{ "loss": "torch.nn.CrossEntropyLoss", "input": "x" }',
    })
    const { code, stdout } = cli(cwd, ['inspect', 'e.json', 'd.txt', 'c.json', 'b.json', 'a.json', 'nope.json'])
    // Node words the fault of the text in its own way, which changes with its version.
    expect(stdout.replace(/(does not parse: ).*/, '$1…')).toMatchInlineSnapshot(`
      "b.json: problem does not parse: …
      c.json: problem names no loss; give --loss, or in JSON the key "loss"
      d.txt: problem is none of the formats that are read: .npy, .npz, .safetensors, .json, .csv
      e.json: problem input: expected a tensor, { data, shape }, a typed array or nested arrays, got string
      nope.json: problem cannot be read: ENOENT: no such file or directory, open 'nope.json'
      a.json:3:3: error probabilities-as-logits \`input\` holds a distribution, but \`torch.nn.CrossEntropyLoss\` expects logits. Pass the raw scores, as they are before softmax.
      1 loss call in 1 file: 0 clean, 1 finding · 5 problems
      "
    `)
    expect(code).toBe(1)
    expect(cli(cwd, ['inspect', 'a.json', 'b.json', '--exit-zero', '--strict']).code).toBe(2)
    expect(cli(cwd, ['inspect', 'b.json', '--exit-zero']).code).toBe(2)
  })

  it('judges each file as the config above it says, and one that has none as that of the working directory does', () => {
    const config = (level: string) => JSON.stringify({ rules: { 'probabilities-as-logits': level } })
    const cwd = tree({
      'ce-lint.config.json': config('warning'),
      'own/ce-lint.config.json': config('info'),
      'own/a.json': batch,
      'a.json': batch,
    })
    const apart = join(tree({ 'b.json': batch }), 'b.json')
    const found = JSON.parse(cli(cwd, ['inspect', 'a.json', 'own/a.json', apart, '-f', 'json']).stdout).findings
    expect(found.map(({ severity }: { severity: string }) => severity).sort()).toEqual(['info', 'warning', 'warning'])
    expect(cli(cwd, ['inspect', apart, '--no-config-lookup']).stdout).toContain(': error probabilities-as-logits')
  })

  it('takes the levels of rules as check does', () => {
    const cwd = tree({ 'a.json': batch, 'ce-lint.config.json': '{ "rules": { "probabilities-as-logits": "warning" } }' })
    expect(cli(cwd, ['inspect', 'a.json']).code).toBe(0)
    expect(cli(cwd, ['inspect', 'a.json', '--max-warnings', '0']).code).toBe(1)
    expect(cli(cwd, ['inspect', 'a.json', '--min-certainty', 'proved']).stdout).not.toContain('probabilities-as-logits ')
    expect(cli(cwd, ['inspect', 'a.json', '--skip', 'probabilities-as-logits']).stdout).not.toContain('probabilities-as-logits ')
  })
})
