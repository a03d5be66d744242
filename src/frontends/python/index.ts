import type { Frontend } from '../frontend.js'
import { inner, link } from './link.js'
import { lowerFile } from './lower.js'
import { pinned } from './pinned.js'

export const python: Frontend = {
  handles: (file) => /\.pyw?$/i.test(file),
  lower: lowerFile,
  link,
  inner,
  pinned,
}
