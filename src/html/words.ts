/** Five digits. */
export function short(x: number): string {
  return String(Number(x.toPrecision(5)))
}

/** An end of a band, or what stands for one that there is not. */
export function endOf(x: number | null, none: string): string {
  return x === null ? none : x.toFixed(4).replace(/\.?0+$/, '')
}

/** Three digits: entries of rows are to be compared, not copied. */
export function brief(x: number): string {
  return String(Number(x.toPrecision(3)))
}

/** Text and attributes that come from a file must not become marks. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;')
}
