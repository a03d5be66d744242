import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { expectedFindings, twins } from '../../scripts/expected-findings.mjs'
import { runExample } from '../../scripts/run-example.mjs'
import type { Report } from '../../src/report.js'
import { inspectLoss } from '../../src/runtime/index.js'
import { batch } from '../contracts/tf.js'

const root = join(import.meta.dirname, '../..')
const expected = expectedFindings(join(root, 'examples/README.md'))
const tensors = readdirSync(join(root, 'examples/tensors')).map((name) => `tensors/${name}`)

describe('the table of examples', () => {
  it('lists every example', () => {
    const programs = readdirSync(join(root, 'examples')).filter((name) => /\.(?:ts|py|ipynb)$/.test(name) && !name.startsWith('blobs.'))
    expect(expected.map(({ file }) => file).sort()).toEqual([...programs, ...tensors].sort())
  })

  it('says what linting the programs finds', () => {
    expect(findings(lint('examples'))).toEqual(wanted((file) => !file.startsWith('tensors/')))
  })

  it('says the same of both languages', () => {
    expect(twins(expected)).toEqual(
      [
        ['forum-question.ts', 'forum_question.py'],
        ['blog-batch.ts', 'blog_batch.py'],
        ['double-softmax.ts', 'double_softmax.py'],
        ['double-softmax-repaired.ts', 'double_softmax_repaired.py'],
      ].map(([typescript, python]) => ({ typescript, python, different: false })),
    )
  })

  it('says what inspecting the tensors finds', () => {
    expect(findings(inspected(...tensors))).toEqual(wanted((file) => file.startsWith('tensors/')))
  })
})

describe('the famous batches', () => {
  const stored = ['probabilities-as-logits.json', 'blog-batch.npz', 'blog-batch.safetensors', 'blog-batch.csv']
  it.each(stored)('come to the same from %s as at runtime', (name) => {
    expect(telling(inspected(`tensors/${name}`))).toEqual(
      telling(inspectLoss({ ...torchLoss, prediction: batch.probabilities, target: batch.classes })),
    )
  })

  it('come to the same from logits, and from the row of the forum', () => {
    const logits = inspected('tensors/blog-logits.npz')
    expect(telling(logits)).toEqual(telling(inspectLoss({ ...torchLoss, prediction: batch.logits, target: batch.classes })))
    expect(logits.uses[0]?.picture?.loss?.value).toBeCloseTo(1.0369, 4)
    const row = inspected('tensors/forum-row.npz')
    expect(telling(row)).toEqual(telling(inspectLoss({ ...torchLoss, prediction: [[1, 0, 0]], target: [0] })))
    expect(row.uses[0]?.picture?.loss?.value).toBeCloseTo(Math.log(1 + 2 / Math.E), 12)
  })
})

const torchLoss = { loss: 'torch.nn.CrossEntropyLoss' }

function inspected(...names: string[]): Report {
  return lint('inspect', '--loss', torchLoss.loss, ...names.map((name) => `examples/${name}`))
}

/** What a report says of the numbers, without where they are. Single precision rounds probabilities at the eighth digit. */
function telling({ uses, findings }: Report) {
  return {
    findings: findings.map(({ rule, severity, certainty, message }) => ({ rule, severity, certainty, message })),
    uses: uses.map(({ loss, verdict, picture }) => [loss, verdict, picture?.reading, picture?.loss?.value?.toFixed(6)]),
  }
}

describe('the programs', () => {
  it('forum-question.ts is explained at runtime and at default settings', async () => {
    const { stdout, stderr } = await runExample('examples/forum-question.ts')
    expect(stdout).toMatch(/^loss +0\.5514\nln\(1 \+ 2\/e\) +0\.5514\n/)
    expect(stdout).toContain('0.5514 = ln(1 + 2/e) with 3 classes')
    expect(stderr).toContain('ce-lint error probabilities-as-logits')
  })

  it('forum-question.ts is explained in source', () => {
    const [finding] = lint('examples/forum-question.ts').findings
    expect(finding?.message.why).toContain('0.5514 = ln(1 + 2/e) with 3 classes')
    expect(finding?.at).toMatchObject({ file: 'examples/forum-question.ts', line: 12 })
  })

  it('forum_question.py and sigmoid_twice.ipynb are explained in source, the second by the cells', () => {
    const [question] = lint('examples/forum_question.py').findings
    expect(question?.message.why).toContain('0.5514 = ln(1 + 2/e) with 3 classes')
    expect(question?.at).toMatchObject({ file: 'examples/forum_question.py', line: 14 })
    const [twice] = lint('examples/sigmoid_twice.ipynb').findings
    expect(twice?.at).toMatchObject({ file: 'examples/sigmoid_twice.ipynb', cell: 5, line: 5 })
    expect(twice?.related.map(({ at }) => at)).toMatchObject([{ cell: 3, line: 1 }])
  })

  it('blog-batch.ts is not near zero', async () => {
    const { stdout } = await runExample('examples/blog-batch.ts')
    expect(stdout).toBe('probabilities as logits 0.9505\ntheir cross-entropy     0.7803\nlogits                  1.0369\n')
  })

  it('double-softmax.ts stops at its floor, with every point classified', async () => {
    const { losses, accuracy } = await training('examples/double-softmax.ts')
    const floor = Math.log(1 + 9 / Math.E)
    expect(Math.min(...losses)).toBeGreaterThan(floor - 1e-4)
    expect(losses.at(-1)).toBeCloseTo(floor, 3)
    expect(accuracy).toBe(1)
  })

  it.each(['double-softmax-repaired.ts', 'layers-model.ts'])('%s goes well below that floor', async (file) => {
    const { losses, accuracy } = await training(`examples/${file}`)
    expect(losses.at(-1)).toBeLessThan(0.01)
    expect(accuracy).toBe(1)
  })

  it('one-output-unit.ts has no loss at all', async () => {
    expect((await runExample('examples/one-output-unit.ts')).stdout).toBe('loss in each epoch: 0, 0, 0\n')
  })

  it('watched-training.ts is warned once, and told at the end what was looked at', async () => {
    const { stdout, stderr } = await runExample('examples/watched-training.ts')
    expect(stderr.match(/ce-lint error probabilities-as-logits \(proved\)/g)).toHaveLength(1)
    expect(stdout).toMatch(/^ce-lint: examined \d+ of 100 calls/)
    expect(stdout).toContain('1.4612 = ln(1 + 9/e) with 10 classes')
  })

  it('diagnosed-fit.ts is explained before training and after it, and ranks every class wrongly', async () => {
    const { stdout, stderr } = await runExample('examples/diagnosed-fit.ts')
    expect(stdout).toMatch(/^before training: log-probabilities-as-probabilities\nce-lint: examined 8 of 50 calls/)
    expect(stdout).toMatch(/accuracy 0\.000\n$/)
    expect(stderr.match(/ce-lint error log-probabilities-as-probabilities \(proved\)/g)).toHaveLength(1)
  })

  it('all-ignored.ts names the cause of NaN', async () => {
    expect((await runExample('examples/all-ignored.ts')).stdout).toMatch(/^warning target-ignored\n.*-100.*\n.*NaN/)
  })
})

function lint(...args: string[]): Report {
  const { stdout } = spawnSync(process.execPath, ['dist/cli.js', ...args, '--format', 'json'], { cwd: root, encoding: 'utf8' })
  return JSON.parse(stdout)
}

function findings({ findings }: Report): string[] {
  return findings.map(({ at, severity, rule }) => `${at?.file}: ${severity} ${rule}`).sort()
}

function wanted(select: (file: string) => boolean): string[] {
  return expected
    .filter(({ file }) => select(file))
    .flatMap(({ file, findings }) => findings.map(({ severity, rule }) => `examples/${file}: ${severity} ${rule}`))
    .sort()
}

async function training(file: string): Promise<{ losses: number[]; accuracy: number }> {
  const { stdout } = await runExample(file)
  const lines = [...stdout.matchAll(/loss (\S+) {2}accuracy (\S+)/g)]
  return { losses: lines.map(([, loss]) => Number(loss)), accuracy: Number(lines.at(-1)?.[2]) }
}
