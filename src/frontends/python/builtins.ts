/** Names of the language that a module finds without an import, as far as they matter here. */
const builtins = new Set(
  (
    'abs all any bool bytes callable chr classmethod delattr dict dir divmod enumerate eval exec filter float format frozenset getattr ' +
    'globals hasattr hash help id input int isinstance issubclass iter len list locals map max memoryview min next object open ord pow ' +
    'print property range repr reversed round set setattr slice sorted staticmethod str sum super tuple type vars zip __import__ __name__ ' +
    '__file__ __doc__ __path__ __all__ NotImplemented Exception BaseException ValueError TypeError KeyError IndexError AttributeError ' +
    'ImportError ModuleNotFoundError RuntimeError NotImplementedError StopIteration AssertionError KeyboardInterrupt OSError IOError ' +
    'FileNotFoundError ZeroDivisionError EOFError MemoryError UnicodeDecodeError Warning UserWarning DeprecationWarning xrange unicode ' +
    'raw_input reduce long basestring'
  ).split(' '),
)

export function isBuiltin(name: string): boolean {
  return builtins.has(name)
}

/** Those that only look at what they are given. */
const harmless = new Set(
  'abs all any bool callable dir enumerate filter float format getattr hasattr hash id int isinstance issubclass len list map max min print range repr reversed round set sorted str sum tuple type zip'.split(
    ' ',
  ),
)

export function isHarmless(name: string): boolean {
  return harmless.has(name)
}
