import type { Expected } from '../build-use.js'
import type { LossName } from '../recognise.js'
import { heldAt } from './held.js'
import { type Compiled, lossOf } from './losses.js'
import { outputName, type TrainedModel, trainedBy } from './model.js'

/** One output of a model: what its layers give, and the loss it is trained with. */
export interface Output {
  index: number
  name: string
  shape: readonly (number | null)[]
  expected: Expected
  loss: Compiled
}

export function outputsOf(model: TrainedModel, described: LossName | undefined): Output[] {
  const trained = trainedBy(model)
  return trained.outputs.map((tensor, index) => {
    const name = outputName(trained, index)
    return {
      index,
      name,
      shape: tensor.shape,
      expected: { text: `output of ${name}`, ...heldAt(tensor) },
      loss: lossOf(trained, index, described),
    }
  })
}
