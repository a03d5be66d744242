/** What `fit` calls at the begin and the end of training. */
export interface Handlers {
  onTrainBegin(): Promise<void>
  onTrainEnd(): Promise<void>
}

/**
 * Callbacks as `fit` and `fitDataset` of tfjs take them, which are handed the model. The library makes an object of its own of
 * plain functions and never tells them the model; it tells only instances of a class that is not ours to import, and what stands
 * in a list behind such a one. But it has a list of plain callbacks make those objects through `map`, so this is a list
 * whose `map` also adds one that is told. In a list among others it is read as plain functions.
 */
export function callbackList<T extends Handlers>(handlers: T, told: (model: unknown) => void): T {
  let isCallback = false
  // A plain callback that has handlers of batches makes the library wait for the numbers of each batch.
  const idle = () => (isCallback ? async () => {} : undefined)
  return Object.defineProperties([] as unknown as T, {
    ...Object.getOwnPropertyDescriptors(handlers),
    setParams: {
      value: () => {
        isCallback = true
      },
    },
    setModel: { value: told },
    onTrainEnd: {
      value: async () => {
        isCallback = false
        await handlers.onTrainEnd()
      },
    },
    ...Object.fromEntries(['onEpochBegin', 'onEpochEnd', 'onBatchBegin', 'onBatchEnd'].map((name) => [name, { get: idle }])),
    map: { value: (make: (callback: Handlers) => unknown) => [listener(told), make(handlers)] },
  })
}

/** A callback that only wants to know the model. */
function listener(told: (model: unknown) => void): object {
  const idle = async () => {}
  const [onTrainBegin, onTrainEnd, onEpochBegin, onEpochEnd, onBatchBegin, onBatchEnd] = Array(6).fill(idle)
  return { setParams() {}, setModel: told, onTrainBegin, onTrainEnd, onEpochBegin, onEpochEnd, onBatchBegin, onBatchEnd }
}
