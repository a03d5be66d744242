import type { Place } from '../place.js'

/** `train.ts:31:47`; in a notebook `nb.ipynb:cell 4:3:10`. */
export function placeText(place: Place): string {
  const cell = place.cell === undefined ? '' : `cell ${place.cell}:`
  return `${place.file}:${cell}${place.line}:${place.column}`
}
