import type { Frontend } from '../frontend.js'
import { language } from './language.js'
import { inner, link } from './link.js'
import { lowerFile } from './lower.js'
import { pinned } from './pinned.js'

export const python: Frontend = {
  language,
  handles: (file) => /\.pyw?$/i.test(file),
  lower: lowerFile,
  link,
  inner,
  pinned,
}
