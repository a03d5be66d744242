import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

/** Bytes that can be read anywhere. */
export interface Bytes {
  size: number
  /** A copy of `length` bytes. Throws an error when there are not as many. */
  read(offset: number, length: number): Buffer
  close(): void
}

/** Opens a file. Throws the error of the operating system, and one of our own for what is no file. */
export function openBytes(path: string): Bytes {
  const fd = openSync(path, 'r')
  const status = fstatSync(fd)
  if (!status.isFile()) {
    closeSync(fd)
    throw new Error(status.isDirectory() ? 'is a folder, no file' : 'is no regular file; write it to the disk first')
  }
  let open = true
  const close = () => {
    if (open) closeSync(fd)
    open = false
  }
  return { size: status.size, read: (offset, length) => readFully(fd, offset, length), close }
}

/** A part of other bytes; closing it leaves them open. */
export function part(bytes: Bytes, start: number, size: number): Bytes {
  return {
    size,
    read: (offset, length) => {
      if (offset + length > size) throw shortened()
      return bytes.read(start + offset, length)
    },
    close: () => {},
  }
}

export function bytesOf(buffer: Buffer): Bytes {
  return {
    size: buffer.length,
    read: (offset, length) => {
      if (offset + length > buffer.length) throw shortened()
      // A copy, so that what is read lies where a typed array can begin.
      return Buffer.from(buffer.subarray(offset, offset + length))
    },
    close: () => {},
  }
}

function readFully(fd: number, offset: number, length: number): Buffer {
  // Of its own memory, not of Node's pool, so that it begins where a typed array can.
  const buffer = Buffer.from(new ArrayBuffer(length))
  for (let done = 0; done < length; ) {
    const count = readSync(fd, buffer, done, length - done, offset + done)
    if (count === 0) throw shortened()
    done += count
  }
  return buffer
}

function shortened(): Error {
  return new Error('ends before its data does; write it again')
}
