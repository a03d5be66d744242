import type { Place } from '../place.js'

/** `train.ts:31:47`; in a notebook `nb.ipynb:cell 4:3:10`. */
export function placeText(place: Place): string {
  const cell = place.cell === undefined ? '' : `cell ${place.cell}:`
  return `${place.file}:${cell}${place.line}:${place.column}`
}

/** Named before a message where a place has to be told by the file's own lines, which a notebook's are not. */
export function inCell(at: Place | undefined): string {
  return at?.cell === undefined ? '' : `cell ${at.cell}, line ${at.line}: `
}
