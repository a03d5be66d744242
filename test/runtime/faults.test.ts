import * as tf from '@tensorflow/tfjs'
import '@tensorflow/tfjs-backend-wasm'
import { beforeAll, describe, expect, it } from 'vitest'
import { rules } from '../../rules/index.js'
import { diagnose } from '../../src/runtime/index.js'
import { deviceBackend } from '../support/device-backend.js'
import { type Fault, faults, lossOf } from '../support/faults.js'

/** What only source can show, comments in it, and what the library has to be asked for by an option. */
const ofSource = ['double-activation', 'bounded-logits', 'library-bug', 'contradicted-declaration', 'unused-disable']

describe('every rule that numbers can show', () => {
  it('has a fault here', () => {
    expect(faults.map(({ rule }) => rule).sort()).toEqual(
      rules
        .map(({ name }) => name)
        .filter((name) => !ofSource.includes(name))
        .sort(),
    )
  })

  describe.each(['cpu', 'wasm', deviceBackend])('on %s', (backend) => {
    beforeAll(async () => {
      await tf.setBackend(backend)
    })

    it.each(faults)('finds $rule within the first steps, and nothing in the repaired twin', async (fault) => {
      expect(await found(fault, 'wrong')).toContain(fault.rule)
      expect(await found(fault, 'right')).toEqual([])
    })
  })
})

async function found(fault: Fault, twin: 'wrong' | 'right'): Promise<string[]> {
  const watched = diagnose(lossOf(tf, fault, twin), {
    contract: fault.contract,
    onFinding: 'collect',
    firstSteps: Number.POSITIVE_INFINITY,
  })
  for (let step = 0; step < (fault.steps ?? 10); step++) {
    const args = tf.tidy(() => fault[twin](tf, step + 1))
    try {
      watched(...args).dispose()
    } catch {
      // Shapes that the library refuses are a fault, too.
    }
    tf.dispose(args)
  }
  await watched.settled()
  const report = watched.reports().at(-1)!
  expect(report.problems).toEqual([])
  return report.findings.map(({ rule }) => rule)
}
