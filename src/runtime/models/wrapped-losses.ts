import { examine } from '../diagnose.js'
import type { Watch } from '../watch.js'
import type { LossFunction, TrainedModel } from './model.js'

const originals = new WeakMap<object, LossFunction>()

/** The loss function behind one that is being watched. */
export function unwrapped(loss: LossFunction | undefined): LossFunction | undefined {
  return (loss && originals.get(loss)) ?? loss
}

/**
 * Puts watched losses in the place of those that training reads anew in each step, and returns what puts these back. That is
 * done by itself when a loss throws, and at the next call after a training that ended otherwise before its callbacks were told.
 */
export function wrapLosses(model: TrainedModel, watches: readonly (Watch | undefined)[]): () => void {
  const before = model.lossFunctions ?? []
  const restore = () => {
    if (model.lossFunctions === wrapped) model.lossFunctions = before
  }
  const wrapped = before.map((loss, index) => {
    const watch = watches[index]
    return watch ? watchedLoss(loss, watch, model, restore) : loss
  })
  model.lossFunctions = wrapped
  return restore
}

function watchedLoss(loss: LossFunction, watch: Watch, model: TrainedModel, restore: () => void): LossFunction {
  const watched = new Proxy(loss, {
    apply(_, self, args: never[]) {
      if (!model.isTraining) {
        restore()
        return Reflect.apply(loss, self, args)
      }
      try {
        return examine(loss, self, args, watch)
      } catch (error) {
        restore()
        throw error
      }
    },
  })
  originals.set(watched, unwrapped(loss)!)
  return watched
}
