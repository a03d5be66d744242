// Preloaded to see what a command loads: the parser of Python cannot be.
WebAssembly.instantiate = () => {
  throw new Error('the parser of Python was loaded')
}
