// Time of files that share a loss, a base class and a barrel: `node bench/linear.mjs [--sizes 250,500]`. Needs a built dist/.
import { parseArgs } from 'node:util'
import { lint } from '../dist/index.js'
import { sharing } from './sharing.mjs'

const { values } = parseArgs({ options: { sizes: { type: 'string', default: '250,500,1000,2000' } } })
const sizes = values.sizes.split(',').map(Number)

console.log('\nfiles that all call shared losses\n---------------------------------')
await lint({ files: sharing(20) })
let first
for (const size of sizes) {
  const files = sharing(size)
  const start = process.hrtime.bigint()
  const { summary } = await lint({ files })
  const each = Number(process.hrtime.bigint() - start) / 1e6 / files.length
  first ??= each
  const { clean, unknown, findings } = summary
  console.log(
    `${String(size).padStart(5)} files  ${each.toFixed(2).padStart(7)} ms each  ${(each / first).toFixed(2).padStart(6)} × the first` +
      `  ${clean} clean, ${findings.error + findings.warning + findings.info} findings, ${unknown} not understood`,
  )
}
