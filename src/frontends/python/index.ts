import type { Frontend } from '../frontend.js'
import { inner, link } from './link.js'
import { lowerFile } from './lower.js'

export const python: Frontend = {
  handles: (file) => /\.pyw?$/i.test(file),
  lower: lowerFile,
  link,
  inner,
}
