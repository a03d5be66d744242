// Preloaded to see what a fault of the command line itself looks like: asking for the terminal fails.
Object.defineProperty(process.stdout, 'isTTY', {
  get() {
    throw new Error('no such terminal')
  },
})
