import { nearest } from '../nearest.js'

/** `no rule is named "x"; the nearest is "y"`: for names given on the command line. */
export function unknownName(name: string, noun: string, names: readonly string[]): string {
  const near = nearest(name, names)
  return `no ${noun} is named ${JSON.stringify(name)}${near ? `; the nearest is ${JSON.stringify(near)}` : ''}`
}
