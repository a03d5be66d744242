import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { build } from 'esbuild'

const root = join(import.meta.dirname, '../..')
const scripts = ['/tf.js', '/webgpu.js']
const files: Record<string, string> = {
  '/tf.js': 'node_modules/@tensorflow/tfjs/dist/tf.min.js',
  '/webgpu.js': 'node_modules/@tensorflow/tfjs-backend-webgpu/dist/tf-backend-webgpu.min.js',
  '/runtime.js': 'dist/runtime.js',
}

/** Serves a page, and a worker, that have tfjs from script tags, the runtime as it is built, and the tests' scenarios. */
export async function serve(): Promise<{ address: string; close(): void }> {
  const scenarios = await bundled()
  const page = `<!doctype html><title>ce-lint</title>${scripts.map((src) => `<script src="${src}"></script>`).join('')}
    <script type="module">
      import { scenarios } from '/scenarios.js'
      let worker
      globalThis.run = async (place, name, args) => {
        if (place === 'page') return (await scenarios())[name](...args)
        worker ??= new Worker('/worker.js')
        return new Promise((resolve, reject) => {
          worker.onerror = (event) => reject(new Error(event.message))
          worker.onmessage = ({ data }) => 'error' in data ? reject(new Error(data.error)) : resolve(data.result)
          worker.postMessage([name, ...args])
        })
      }
    </script>`
  const worker = `importScripts(${scripts.map((src) => JSON.stringify(src)).join(', ')})
    onmessage = async ({ data: [name, ...args] }) => {
      try { postMessage({ result: await (await (await import('/scenarios.js')).scenarios())[name](...args) }) }
      catch (error) { postMessage({ error: String(error?.stack ?? error) }) }
    }`
  const server = createServer(({ url = '/' }, response) => {
    const file = files[url]
    const made: Record<string, string> = { '/': page, '/worker.js': worker, '/scenarios.js': scenarios }
    const body = file ? readFileSync(join(root, file)) : made[url]
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': url === '/' ? 'text/html' : 'text/javascript' })
    response.end(body)
  })
  return { address: await listening(server), close: () => server.close() }
}

async function bundled(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'page.ts')],
    bundle: true,
    format: 'esm',
    write: false,
    external: ['/runtime.js'],
    logLevel: 'error',
    tsconfigRaw: {},
  })
  return outputFiles[0]!.text
}

function listening(server: Server): Promise<string> {
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      if (address && typeof address === 'object') resolve(`http://127.0.0.1:${address.port}/`)
    }),
  )
}
