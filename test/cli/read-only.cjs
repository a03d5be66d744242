// Preloaded where a file is to be one that cannot be written, whoever runs the tests.
const fs = require('node:fs')
const { syncBuiltinESMExports } = require('node:module')
const { basename } = require('node:path')
const { accessSync } = fs
fs.accessSync = (path, mode) => {
  if (basename(String(path)) === 'locked.js' && mode === fs.constants.W_OK)
    throw Object.assign(new Error("EACCES: permission denied, access 'locked.js'"), { code: 'EACCES' })
  return accessSync(path, mode)
}
syncBuiltinESMExports()
