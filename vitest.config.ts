import { defineConfig } from 'vitest/config'

export default defineConfig({
  // As in the build.
  resolve: { alias: { '@vue/compiler-core': '@vue/compiler-core/dist/compiler-core.esm-bundler.js' } },
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/build.setup.ts',
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
})
