import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const places = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Where a Chromium is installed. Continuous integration has to have one; elsewhere the tests that need it are skipped, and say so. */
export const chromiumPath = places.find((path) => path && existsSync(path))

if (!chromiumPath && (process.env.CI || process.env.REQUIRE_CHROMIUM))
  throw new Error('no Chromium is installed, and continuous integration must not skip what needs one')

/** Everything off that would reach for the network; the rest of the flags is the caller's. */
export function launch(flags: readonly string[] = []): Promise<Browser> {
  const quiet = ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update']
  return chromium.launch({ executablePath: chromiumPath, headless: true, args: [...quiet, '--disable-sync', ...flags] })
}

/** WebGL drawn by the processor, and WebGPU likewise where this Chromium offers it: what machines without a GPU have. */
export const softwareWebgl = ['--disable-gpu', '--use-angle=swiftshader', '--enable-unsafe-swiftshader']
export const softwareWebgpu = [
  '--enable-unsafe-webgpu',
  '--use-webgpu-adapter=swiftshader',
  '--use-vulkan=swiftshader',
  '--enable-features=Vulkan',
]
