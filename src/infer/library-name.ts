import { frameworkNamed } from '../contracts/catalog.js'
import type { Value } from './value.js'

/** How people write something of a library: `tf.losses.softmaxCrossEntropy`. */
export function nameOf(library: Extract<Value, { is: 'library' }>): string {
  const shorthand = frameworkNamed(library.package)?.shorthand
  return `\`${[shorthand ?? library.package, ...library.path].join('.')}\``
}
