/** Kept equal to package.json by a test, so that no file is read at start-up and the browser bundle has it too. */
export const version = '0.1.0'
