import { afterEach, describe, expect, it, vi } from 'vitest'
import { type Diagnosed, DiagnosisError, diagnose } from '../../src/runtime/index.js'

type Rows = number[][]
const contract = 'F.cross_entropy'
const softmaxed: Rows = [
  [0.1, 0.7, 0.2],
  [0.3, 0.4, 0.3],
]
const logits: Rows = [
  [1, 3, -1],
  [-0.5, 0.8, 0.3],
]

/** Cross-entropy with class indices, as anyone might write it. */
function crossEntropy(rows: Rows, target: number[]): number {
  const each = rows.map((row, i) => Math.log(row.reduce((sum, x) => sum + Math.exp(x), 0)) - row[target[i]!]!)
  return each.reduce((a, b) => a + b) / rows.length
}

function fakeConsole() {
  const lines: string[] = []
  return { lines, warn: (line: string) => void lines.push(line) }
}

describe('diagnose', () => {
  it('passes this, arguments and result through', () => {
    const self = { scale: 2 }
    function loss(this: typeof self, rows: Rows, _target: number[]) {
      return { value: this.scale * rows.length }
    }
    const watched = diagnose(loss, { contract, onFinding: 'collect' })
    expect(watched.call(self, logits, [1, 0])).toEqual({ value: 4 })
    expect(Object.assign(Object.create(self), { watched }).watched(logits, [1, 0])).toEqual({ value: 4 })
    expect([watched.name, watched.length]).toEqual(['loss', 2])
  })

  it('tells at once how to name a loss that it cannot recognise', () => {
    expect(() => diagnose(crossEntropy)).toThrow(
      "loss: cannot tell what `crossEntropy` expects of its arguments; name the loss that it is, as in diagnose(loss, { contract: 'tf.losses.softmaxCrossEntropy' })",
    )
    // The name of a library's function is anyone's to use.
    const categoricalCrossentropy = (a: Rows, _b: Rows) => a.length
    expect(() => diagnose(categoricalCrossentropy)).toThrow("diagnose(loss, { contract: 'categoricalCrossentropy' })")
    expect(() => diagnose(crossEntropy, { contract: 'F.cros_entropy' })).toThrow(
      'contract: no loss is named "F.cros_entropy"; the nearest is "F.cross_entropy"',
    )
    expect(() => diagnose(crossEntropy, { contract: 'tf.softmax' })).toThrow('contract: "tf.softmax" is no loss')
    expect(() => diagnose(crossEntropy, { contract: 'logLoss' })).toThrow(
      'contract: "logLoss" may be tf.losses.logLoss or tf.losses.log_loss or ',
    )
    expect(() => diagnose(null as never)).toThrow('loss: expected a function, got null')
  })

  it.each([
    [{ onfinding: 'throw' }, "options: no option is named 'onfinding'; the nearest is 'onFinding'"],
    [{ thorough: true }, "options: no option is named 'thorough'; there are onFinding, contract, name, firstSteps,"],
    ['F.cross_entropy', 'options: expected an object, got string'],
    [null, 'options: expected an object, got null'],
    [{ firstSteps: '8' }, "firstSteps: expected an integer of at least 0, got '8'"],
    [{ full: 'no' }, "full: expected true or false, got 'no'"],
    [{ name: 5 }, 'name: expected a string, got 5'],
    [{ console: () => {} }, 'console: expected an object with a method `warn`'],
    [{ contract: 3 }, 'contract: expected the name of a loss, or an object that describes one, got 3'],
    [{ minCertainty: 'sure' }, "minCertainty: expected 'possible', 'likely', 'proved', got 'sure'"],
    [{ rules: { 'probabilities-as-logit': 'off' } }, "rules: expected names of rules, got 'probabilities-as-logit'; the nearest is"],
    [{ rules: { 'zero-loss': 'warn' } }, "rules: expected 'off', 'info', 'warning', 'error' for 'zero-loss', got 'warn'"],
  ])('refuses %j, which would be a silent slip', (options, message) => {
    const given = typeof options === 'object' && options !== null ? { contract, ...options } : options
    expect(() => diagnose(crossEntropy, given as never)).toThrow(message)
  })

  it('says that the loss threw, and that it returned no number', () => {
    const refusing = diagnose(
      () => {
        throw new RangeError('not today')
      },
      { contract, onFinding: 'collect' },
    ) as Diagnosed<typeof crossEntropy>
    for (let i = 0; i < 2; i++) expect(() => refusing(logits, [1, 0])).toThrow('not today')
    expect(refusing.summary()).toContain('\nout of 2 examined calls the loss threw an error: not today\n')
    const later = diagnose(async (rows: Rows, target: number[]) => crossEntropy(rows, target), { contract, onFinding: 'collect' })
    later(logits, [1, 0])
    expect(later.summary()).toContain('not examined: what the loss returned, which is no number; where')
  })

  it('keeps what it found before there was NaN, which may come of it', () => {
    const watched = diagnose(crossEntropy, { contract, onFinding: 'collect' })
    watched(softmaxed, [1, 0])
    watched([[Number.NaN, 1, 2]], [1])
    expect(watched.summary()).toMatch(/error non-finite-input [\s\S]*\nfound before there was NaN:\nce-lint error probabilities-as-logits/)
    expect(watched.summary()).not.toContain('withdrawn')
  })

  it('blames labels that are NaN, and not what comes of them', () => {
    const watched = diagnose((_t: Rows, _p: Rows) => Number.NaN, { contract: 'tf.losses.softmaxCrossEntropy', onFinding: 'collect' })
    const [missing, spoilt] = [logits, softmaxed].map((rows) => rows.map((row) => row.map(() => Number.NaN)))
    watched(missing!, logits)
    watched(missing!, spoilt!)
    expect(
      watched
        .reports()
        .at(-1)!
        .findings.map(({ rule, role }) => [rule, role]),
    ).toEqual([['non-finite-input', 'target']])
  })

  it('does not approve of what is too uncertain to be told, and says when no further call is examined', () => {
    const watched = diagnose(crossEntropy, { contract, onFinding: 'collect', minCertainty: 'proved', firstSteps: 1, every: Infinity })
    for (let i = 0; i < 2; i++) watched(softmaxed, [1, 0])
    expect(watched.summary()).toContain('examined 1 of 2 calls (the first 1, then none)')
    expect(watched.summary()).toContain('not understood: it is likely to be probabilities-as-logits, which was not asked for')
  })

  it('says that numbers leave open what they may be', () => {
    const watched = diagnose(crossEntropy, { contract, onFinding: 'collect' })
    watched([[0.2, 0.3, 0.4]], [1])
    expect(watched.summary()).toContain('not understood: it may be probabilities-as-logits, but its numbers also fit a right use')
  })

  it('takes a description of a loss of one’s own', () => {
    const contract = {
      callee: './losses#mine',
      takes: [{ role: 'target' }, { role: 'prediction', wants: 'logits' }],
      applies: 'softmax',
    } as const
    const watched = diagnose((_target: Rows, _scores: Rows) => 1, { contract, onFinding: 'collect', name: 'mine' })
    watched([[1, 0, 0]], [[0.2, 0.3, 0.5]])
    expect(watched.reports()[0]!.findings[0]!.message.what).toBe('`prediction` holds a distribution, but `mine` expects logits.')
    const wrong = { callee: './losses#mine', takes: [{ role: 'prediction', wants: 'logit' }] } as never
    expect(() => diagnose(crossEntropy, { contract: wrong })).toThrow(/^contract\.takes\[0\]\.wants: expected/)
    expect(() => diagnose(crossEntropy, { contract: { callee: './losses#mine', takes: [] } })).toThrow(/^contract\.takes: expected/)
  })

  it('warns once a rule, with all that is needed to act', () => {
    const console = fakeConsole()
    const watched = diagnose(crossEntropy, { contract, console })
    for (let i = 0; i < 5; i++) watched(softmaxed, [1, 0])
    expect(console.lines).toEqual([
      [
        'ce-lint error probabilities-as-logits (likely)',
        '  `input` holds a distribution, but `torch.nn.functional.cross_entropy` expects logits.',
        '  seen: 2 rows of 3 sum to 1 exactly; scores would do so by chance with probability under 0.01',
        '  It applies softmax itself, so the loss cannot fall below 0.5514 = ln(1 + 2/e) with 3 classes, and gradients shrink.',
        '  Pass the raw scores, as they are before softmax.',
        '  seen in call 1 of torch.nn.functional.cross_entropy',
      ].join('\n'),
    ])
  })

  it('sees what only a run shows: a value that stays the same, or at that of guessing', () => {
    const rows = Array.from({ length: 8 }, (_, r) => [0, 1, 2].map((c) => Math.sin(r * 3 + c) - 2))
    const labels = rows.map((_, r) => r % 3)
    const ruled = (returned: (step: number) => number, steps: number) => {
      let step = 0
      const watched = diagnose(() => returned(step++), { contract, onFinding: 'collect', firstSteps: steps }) as unknown as Diagnosed<
        typeof crossEntropy
      >
      for (let i = 0; i < steps; i++) watched(rows, labels)
      return watched
        .reports()
        .at(-1)!
        .findings.map(({ rule }) => rule)
    }
    expect(ruled(() => 0.8, 8)).toEqual(['constant-loss'])
    expect(ruled((step) => Math.log(3) + 0.001 * Math.sin(step), 32)).toEqual(['loss-at-chance'])
    expect(ruled((step) => Math.log(3) - 0.01 * step, 32)).toEqual([])
    expect(ruled((step) => (step === 5 ? Number.NaN : 0.8 - step / 100), 8)).toEqual(['non-finite-loss'])
  })

  it('throws on request after the loss was computed, and only on calls that it examines', () => {
    const loss = vi.fn(crossEntropy)
    const watched = diagnose(loss, { contract, onFinding: 'throw', firstSteps: 1, every: 3 })
    expect(() => watched(softmaxed, [1, 0])).toThrow(DiagnosisError)
    expect(loss).toHaveBeenCalledTimes(1)
    expect(watched(softmaxed, [1, 0])).toBeCloseTo(0.9505, 4)
    watched(softmaxed, [1, 0])
    try {
      watched(softmaxed, [1, 0])
      expect.unreachable()
    } catch (error) {
      expect((error as DiagnosisError).findings[0]!.rule).toBe('probabilities-as-logits')
      expect((error as DiagnosisError).report.summary.findings.error).toBe(1)
      expect((error as Error).message).toMatch(/^probabilities-as-logits: `input` holds a distribution/)
    }
  })

  it('looks at the first calls and then at each n-th', () => {
    const watched = diagnose(crossEntropy, { contract, onFinding: 'collect', firstSteps: 2, every: 10 })
    for (let i = 0; i < 32; i++) watched(logits, [1, 0])
    expect(watched.summary()).toBe(
      [
        'ce-lint: examined 5 of 32 calls (the first 2, then one in 10) of torch.nn.functional.cross_entropy; 10 rows of predictions read',
        'no misuse found',
        '  input: logits (raw scores), likely: entries from -1 to 3',
        '  target: class indices, likely: integers of shape [2]',
        'not examined: the other 27 calls; where the values come from, and whether the labels are right',
      ].join('\n'),
    )
  })

  it('says so when nothing was examined, or not understood', () => {
    const watched = diagnose(crossEntropy, { contract, onFinding: 'collect' })
    expect(watched.summary()).toBe('ce-lint: torch.nn.functional.cross_entropy was never called, so nothing was examined')
    expect(watched.reports()).toMatchObject([{ summary: { uses: 0 } }])
    watched([[0.2, 0.3, 0.1]], [0])
    expect(watched.reports()).toMatchObject([{ summary: { uses: 1, unknown: 1 } }])
    expect(watched.summary()).toMatch(/\nnot understood: /)
  })

  it('takes back what later batches refute, and keeps a report of each state', () => {
    const console = fakeConsole()
    const watched = diagnose(crossEntropy, { contract, console })
    watched([[0.2, 0.3, 0.5]], [0])
    watched([[0.2, 0.3, 0.5]], [0])
    watched([[0.2, 0.3, -1.5]], [0])
    expect(watched.reports().map(({ uses }) => uses[0]!.verdict)).toEqual(['finding', 'clean'])
    expect(watched.summary()).toContain('withdrawn: probabilities-as-logits, which later calls refuted')
    expect(console.lines).toHaveLength(1)
  })

  it('reads a sample of rows and says how many', () => {
    const rows = Array.from({ length: 1000 }, (_, i) => [Math.sin(i), Math.cos(i) * 3, 1])
    const target = rows.map(() => 0)
    const watched = diagnose(crossEntropy, { contract, onFinding: 'collect', rows: 50 })
    watched(rows, target)
    expect(watched.summary()).toContain('50 of 1000 rows of predictions read')
    expect(watched.summary()).toContain('rows that were not read')
  })

  it('lets rules be switched off and relabelled', () => {
    const run = (options: object) => {
      const watched = diagnose(crossEntropy, { contract, onFinding: 'collect', ...options })
      watched(softmaxed, [1, 0])
      return watched.reports()[0]!.findings.map(({ rule, severity }) => `${severity} ${rule}`)
    }
    expect(run({})).toEqual(['error probabilities-as-logits'])
    expect(run({ rules: { 'probabilities-as-logits': 'off' } })).toEqual([])
    expect(run({ rules: { 'probabilities-as-logits': 'info' } })).toEqual(['info probabilities-as-logits'])
    expect(run({ minCertainty: 'proved' })).toEqual([])
    expect(() => run({ rules: { 'probability-as-logits': 'off' } })).toThrow("rules: expected names of rules, got 'probability-as-logits'")
  })

  it.each([
    [{ every: 0 }, 'every: expected an integer of at least 1, got 0'],
    [{ firstSteps: -1 }, 'firstSteps: expected an integer of at least 0, got -1'],
    [{ rows: 1.5 }, 'rows: expected an integer of at least 1, got 1.5'],
    [{ onFinding: 'shout' as never }, "onFinding: expected 'warn', 'throw' or 'collect', got 'shout'"],
  ])('refuses %o', (options, message) => {
    expect(() => diagnose(crossEntropy, { contract, ...options })).toThrow(new TypeError(message))
  })

  it('keeps its own faults out of the program', () => {
    const console = { warn: () => expect.unreachable('never printed') }
    const watched = diagnose((_p: unknown, _t: unknown) => 1, { contract, console })
    const hostile = new Proxy(
      {},
      {
        get: () => {
          throw new Error('hands off')
        },
        has: () => {
          throw new Error('hands off')
        },
      },
    )
    expect(watched(hostile, [1])).toBe(1)
    expect(watched('text', [1])).toBe(1)
    expect(watched([[1, 2], [3]], [1])).toBe(1)
    expect(
      watched
        .reports()
        .at(-1)!
        .problems.map(({ message }) => message),
    ).toEqual([
      'a call could not be examined: hands off',
      'a call could not be examined: prediction: expected a tensor, { data, shape }, a typed array or nested arrays, got string',
      'a call could not be examined: prediction: expected arrays of length 2 at depth 1, got one of length 1',
    ])
    expect(watched.summary()).toContain('problem: a call could not be examined: hands off')
  })

  it('passes promises and foreign results over', async () => {
    const watched = diagnose(async (_p: Rows, _t: number[]) => 3, { contract, onFinding: 'collect' })
    expect(await watched(logits, [1, 0])).toBe(3)
    expect(watched.reports()[0]!).toMatchObject({ summary: { clean: 1 }, problems: [] })
  })
})

describe('on a GPU backend', () => {
  const engine = '_tfengine' as keyof typeof globalThis
  const before = globalThis[engine]
  afterEach(() => void Object.assign(globalThis, { [engine]: before }))

  function gpuTensor(rows: Rows, read: () => Promise<Float32Array>) {
    const dataSync = () => expect.unreachable('the program would wait')
    return { shape: [rows.length, rows[0]!.length], dtype: 'float32', dataSync, data: read }
  }

  it('reads without making the program wait, and judges when the data come', async () => {
    Object.assign(globalThis, { [engine]: { backendName: 'webgl' } })
    const console = fakeConsole()
    let deliver = (_: Float32Array) => {}
    const tensor = gpuTensor(softmaxed, () => new Promise((resolve) => (deliver = resolve)))
    const watched = diagnose((_p: unknown, _t: unknown) => 0.9505, { contract, console })
    expect(watched(tensor, [1, 0])).toBe(0.9505)
    expect(watched.summary()).toContain('1 of which the GPU has yet to deliver')
    deliver(Float32Array.from(softmaxed.flat()))
    await watched.settled()
    expect(console.lines).toHaveLength(1)
    expect(watched.summary()).toContain('error probabilities-as-logits')
  })

  it('keeps failed reads as problems, and throws at the next call on request', async () => {
    Object.assign(globalThis, { [engine]: { backendName: 'webgpu' } })
    const failing = gpuTensor(softmaxed, () => Promise.reject(new Error('device lost')))
    const watched = diagnose((_p: unknown, _t: unknown) => 1, { contract, onFinding: 'throw' })
    watched(failing, [1, 0])
    watched(
      gpuTensor(softmaxed, async () => Float32Array.from(softmaxed.flat())),
      [1, 0],
    )
    await watched.settled()
    expect(watched.reports().at(-1)!.problems).toMatchObject([{ message: 'a call could not be examined: device lost', internal: true }])
    expect(() => watched(logits, [1, 0])).toThrow(DiagnosisError)
  })
})
