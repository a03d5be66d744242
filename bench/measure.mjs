import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** @typedef {{ name: string, command: readonly string[], memory?: boolean }} Contender */

// A command this slow is timed once: its ratio to the others is beyond doubt, and the rest keep their time.
const slow = { seconds: 5, rounds: 1 }

/**
 * Runs every command once a round, in turn, so that a busy moment of the machine hits all of them; the first round
 * warms the page cache and is dropped.
 *
 * @param {readonly Contender[]} contenders
 * @param {{ cwd: string, rounds: number, env: NodeJS.ProcessEnv }} options
 * @returns {Map<string, { ms: number, megabytes: number | undefined }>} medians of wall time; peak memory where asked for and where the system tells it
 */
export async function measure(contenders, options) {
  const times = new Map(contenders.map(({ name }) => [name, []]))
  for (let round = 0; round <= options.rounds; round++) {
    for (const { name, command } of contenders) {
      const runs = times.get(name)
      if (runs.length > slow.rounds && median(runs) > slow.seconds * 1000) continue
      runs.push(time(command, options))
    }
  }
  const results = new Map()
  for (const { name, command, memory } of contenders) {
    results.set(name, { ms: median(times.get(name).slice(1)), megabytes: memory ? await peakMemory(command, options) : undefined })
  }
  return results
}

function time([file, ...args], { cwd, env }) {
  const start = process.hrtime.bigint()
  const { error, signal } = spawnSync(file, args, { cwd, env, stdio: 'ignore' })
  if (error || signal) throw error ?? new Error(`${file} was killed by ${signal}`)
  return Number(process.hrtime.bigint() - start) / 1e6
}

/** In a run of its own, as watching takes time. Linux counts the peak itself; it is read until the process is gone. */
function peakMemory([file, ...args], { cwd, env }) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd, env, stdio: 'ignore' })
    let kilobytes
    const watch = setInterval(() => {
      kilobytes = readPeak(child.pid) ?? kilobytes
    }, 2)
    child.on('error', reject)
    child.on('exit', () => {
      clearInterval(watch)
      resolve(kilobytes && kilobytes / 1024)
    })
  })
}

function readPeak(pid) {
  try {
    const kilobytes = readFileSync(`/proc/${pid}/status`, 'utf8').match(/VmHWM:\s+(\d+)/)?.[1]
    return kilobytes && Number(kilobytes)
  } catch {
    return undefined
  }
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}
