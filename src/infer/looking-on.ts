import { changingModels } from '../contracts/words.js'
import type { Graph, NodeOf } from '../graph/graph.js'
import { changingCollections, type Words } from '../graph/language.js'
import { remembered } from '../remembered.js'
import { methodOf } from './steps.js'

/** Names of methods that change what their receiver holds, of collections and of models; looking on and training change nothing that matters here. */
export function isChanging({ words }: Graph, method: string): boolean {
  return remembered(changing, words, () => new Set([...changingModels, ...changingCollections(words)])).has(method)
}

const changing = new WeakMap<Words, ReadonlySet<string>>()

/** Whether a step is a call of a method that changes nothing. */
export function isLookingOn(graph: Graph, step: NodeOf<'changed'>): boolean {
  return !isChanging(graph, methodOf(graph, step) ?? '')
}
