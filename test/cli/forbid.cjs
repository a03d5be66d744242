// Preloaded to see what a command loads: the compiler cannot be.
const Module = require('node:module')
const load = Module._load
Module._load = (request, ...rest) => {
  if (request === 'ts-morph' || request === 'typescript') throw new Error('the compiler was loaded')
  return load(request, ...rest)
}
