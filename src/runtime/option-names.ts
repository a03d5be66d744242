import { nearest } from '../nearest.js'

/** The options that there are: a type's keys, so that none is forgotten. */
export type Names<Options> = Readonly<Record<keyof Options, true>>

/** Throws a `TypeError` for what is no object of options, and for a key that is none of `names`: a slip would be silent. */
export function checkNames<Options>(given: Options, parameter: string, names: Names<Options>): void {
  if (typeof given !== 'object' || given === null)
    throw new TypeError(`${parameter}: expected an object, got ${given === null ? 'null' : typeof given}`)
  const known = Object.keys(names)
  for (const name of Object.keys(given)) {
    if (known.includes(name)) continue
    const near = nearest(name, known)
    throw new TypeError(
      `${parameter}: no option is named '${name}'; ${near ? `the nearest is '${near}'` : `there are ${known.join(', ')}`}`,
    )
  }
}
