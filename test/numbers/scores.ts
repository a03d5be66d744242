import { gaussian, type Random } from '../random.js'

/** Families of real scores: what last layers without, or with the wrong, activation give. */
export const families: Record<string, (next: Random) => number> = {
  'N(0, 1)': (next) => gaussian(next),
  'N(0, 0.3)': (next) => 0.3 * gaussian(next),
  'N(0, 0.1)': (next) => 0.1 * gaussian(next),
  'U[0, 1]': (next) => next(),
  'U[-1, 1]': (next) => 2 * next() - 1,
  'relu N(0, 1)': (next) => Math.max(0, gaussian(next)),
  'relu N(0, 0.3)': (next) => Math.max(0, 0.3 * gaussian(next)),
  'relu N(0, 0.1)': (next) => Math.max(0, 0.1 * gaussian(next)),
  'sigmoid of N(0, 1)': (next) => 1 / (1 + Math.exp(-gaussian(next))),
  'sigmoid of N(-2, 1)': (next) => 1 / (1 + Math.exp(2 - gaussian(next))),
}
