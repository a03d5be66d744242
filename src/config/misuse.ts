/** The user asked for what cannot be done: a message on standard error and exit code 2, never a stack. */
export class Misuse extends Error {
  override name = 'Misuse'
}
