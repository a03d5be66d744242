import { describe, expect, it } from 'vitest'
import { judged, lowerPython, probes } from './print.js'

describe('classes', () => {
  it.each([
    [
      'constructor',
      ['class A(B):', '  def __init__(self, x):', '    super().__init__(x)', '    self.y = 1', '    probe(self)'],
      ['<<this:A after super(@x)> with .y = 1>'],
    ],
    [
      'super with its class',
      ['class A(B):', '  def __init__(self):', '    super(A, self).__init__(1)', '    probe(self)'],
      ['<this:A after super(1)>'],
    ],
    [
      'constructor of the base',
      ['class A(B):', '  def __init__(self):', '    B.__init__(self, 1, k=2)', '    probe(self)'],
      ['<this:A after super(1, k: 2)>'],
    ],
    ['method of the base', ['class A(B):', '  def m(self, x):', '    probe(super().m(x))'], ['super.m(@x)']],
    ['method of the base by its name', ['from b import B', 'class A(B):', '  def m(self, x):', '    probe(B.m(self, x))'], ['super.m(@x)']],
    ['method of another class', ['class A(B):', '  def m(self, x):', '    probe(C.m(self, x))'], ['C.m(this:A, @x)']],
    [
      'class method and static method',
      ['class A:', '  @classmethod', '  def c(cls, a): probe(cls, a)', '  @staticmethod', '  def s(a): probe(a)'],
      ['@a', 'this:A, @a'],
    ],
    ['no receiver', ['class A:', '  def m(): probe(1)', '  def n(*args): probe(args)'], ['...@args', '1']],
    [
      'functions in methods',
      ['class A:', '  def m(self, x):', '    def n(y): probe(self, y)', '    f = lambda: probe(self)'],
      ['this:A', 'this:A, @y'],
    ],
    [
      'methods that a test chooses',
      ['class A:', '  if c:', '    def m(self): probe(self)', '  else:', '    def m(self): probe(self.x)'],
      ['this:A', 'this:A.x'],
    ],
    ['call of `__call__`', ['a = A()', 'probe(a.__call__(1))'], ['a=A()(1)']],
  ])('%s', (_, lines, expected) => {
    expect(probes(...lines).sort()).toEqual(expected)
  })

  it('tells their members apart', () => {
    const text = [
      'class A(B, C, Generic[T], metaclass=M):',
      '  x = 1',
      '  y: int',
      '  z: B = f()',
      '  def __init__(self): pass',
      '  def __call__(self): pass',
      '  def m(self): pass',
      '  @property',
      '  def p(self): pass',
      '  @p.setter',
      '  def p(self, v): pass',
      '  @functools.cached_property',
      '  def q(self): pass',
      '  @classmethod',
      '  def c(cls): pass',
      '  @staticmethod',
      '  def s(): pass',
      '  def __new__(cls): pass',
      '  if w:',
      '    def n(self): pass',
      '  r = property(m, n)',
      '  k = m',
      '  class D: pass',
    ].join('\n')
    const { classNamed, print } = lowerPython(text)
    const { definition } = classNamed('A')
    const names = (map: ReadonlyMap<string, unknown>) => [...map.keys()].join(' ')
    expect(print(definition.extends)).toBe('B')
    expect(definition.mixins?.map(print)).toEqual(['C'])
    expect(print(definition.construct)).toBe('function A.constructor')
    expect(print(definition.call)).toBe('function A.__call__')
    expect(names(definition.methods)).toBe('__call__ m c s __new__ n k')
    expect(names(definition.getters)).toBe('p q r')
    expect(names(definition.setters)).toBe('p r')
    expect(names(definition.statics)).toBe('c s __new__ x z D')
    expect(names(definition.fields)).toBe('x z D')
    expect(names(definition.types)).toBe('z')
  })

  it('makes a constructor of the fields of a dataclass, with those that it inherits', () => {
    const text = [
      '@dataclass',
      'class A:',
      '  a: int',
      '  b: list = field(default_factory=list)',
      '@dataclass(frozen=True)',
      'class B(A):',
      '  c: int = 3',
    ].join('\n')
    const { classNamed, builder, print } = lowerPython(text)
    const parameters = (name: string) => {
      const fn = builder.nodes[classNamed(name).definition.construct!]!
      const nodes = fn.type === 'function' ? fn.definition.params.map((id) => builder.nodes[id]!) : []
      return nodes.map((node) => node.type === 'parameter' && `${node.index} ${node.name} ${print(node.fallback)}`)
    }
    expect(parameters('A')).toEqual(['0 a nothing', '1 b list()'])
    expect(parameters('B')).toEqual(['0 a nothing', '1 b list()', '2 c c=3'])
  })

  it('takes the last of several methods of one name', () => {
    const { classNamed, builder, print } = lowerPython('class A:\n  @overload\n  def m(self): return 1\n  def m(self): return 2\n')
    const method = builder.nodes[classNamed('A').definition.methods.get('m')!]!
    expect(method.type === 'function' && print(method.definition.result)).toBe('2')
  })
})

it('takes none of several methods for the one that a test chooses', () => {
  const one = ['  if c:', '    def m(self, x): return F.softmax(x, -1)', '  else:', '    def m(self, x): return x']
  expect(judged('class A:', ...one, 'F.cross_entropy(A().m(F.relu(x)), y)')).toEqual(['unknown'])
  const same = ['  if c:', '    def m(self, x): return F.softmax(x, -1)', '  else:', '    def m(self, x): return F.softmax(-x, -1)']
  expect(judged('class A:', ...same, 'F.cross_entropy(A().m(x), y)')).toEqual(['softmax'])
})

describe('meaning', () => {
  const probs = 'F.softmax(x, -1)'
  it.each([
    ['a property', ['class A:', '  @property', `  def p(self): return ${probs}`, 'F.cross_entropy(A().p, y)'], ['softmax']],
    [
      'a property that is assigned',
      ['class A:', `  def get(self): return ${probs}`, '  p = property(get)', 'F.cross_entropy(A().p, y)'],
      ['softmax'],
    ],
    [
      'a setter',
      [
        'class A:',
        '  @property',
        '  def p(self): return self._p',
        '  @p.setter',
        '  def p(self, v): self._p = F.softmax(v, -1)',
        'a = A()',
        'a.p = x',
        'F.cross_entropy(a.p, y)',
      ],
      ['softmax'],
    ],
    [
      'a static method',
      ['class A:', '  @staticmethod', '  def s(x): return F.softmax(x, -1)', 'F.cross_entropy(A.s(x), y)', 'F.cross_entropy(A().s(x), y)'],
      ['softmax', 'softmax'],
    ],
    [
      'a class method',
      ['class A:', '  @classmethod', '  def c(cls, x): return F.softmax(x, -1)', 'F.cross_entropy(A.c(x), y)'],
      ['softmax'],
    ],
    [
      'a variable of the class',
      ['class A:', `  p = ${probs}`, 'F.cross_entropy(A.p, y)', 'F.cross_entropy(A().p, y)'],
      ['softmax', 'softmax'],
    ],
    ['a call of an instance', ['class A:', `  def __call__(self, x): return ${probs}`, 'F.cross_entropy(A()(x), y)'], ['softmax']],
    [
      'another name for a method',
      ['class A:', `  def m(self, x): return ${probs}`, '  __call__ = m', 'F.cross_entropy(A()(x), y)'],
      ['softmax'],
    ],
    [
      'a method of the base, in every way',
      [
        'class B:',
        `  def m(self, x): return ${probs}`,
        'class A(B):',
        '  def f(self, x, y):',
        '    F.cross_entropy(super().m(x), y)',
        '    F.cross_entropy(super(A, self).m(x), y)',
        '    F.cross_entropy(B.m(self, x), y)',
        '    F.cross_entropy(self.m(x), y)',
      ],
      ['softmax', 'softmax', 'softmax', 'softmax'],
    ],
    [
      'the constructor of the base',
      [
        'class B:',
        `  def __init__(self): self.p = ${probs}`,
        'class A(B):',
        '  def __init__(self): B.__init__(self)',
        'F.cross_entropy(A().p, y)',
      ],
      ['softmax'],
    ],
    [
      'a second base',
      ['class C: pass', 'class B:', `  def m(self, x): return ${probs}`, 'class A(C, B): pass', 'F.cross_entropy(A().m(x), y)'],
      ['softmax'],
    ],
    [
      'a method that a test chooses',
      ['class A:', '  if c:', `    def m(self, x): return ${probs}`, 'F.cross_entropy(A().m(x), y)'],
      ['softmax'],
    ],
    [
      'a field of a dataclass',
      ['@dataclass', 'class A:', '  p: object', `F.cross_entropy(A(${probs}).p, y)`, `F.cross_entropy(A(p=${probs}).p, y)`],
      ['softmax', 'softmax'],
    ],
    [
      'a field that a dataclass inherits',
      [
        '@dataclass',
        'class B:',
        '  a: int',
        '@dataclass',
        'class A(B):',
        '  p: object',
        `F.cross_entropy(A(1, ${probs}).p, y)`,
        `F.cross_entropy(A(${probs}, 1).a, y)`,
      ],
      ['softmax', 'softmax'],
    ],
    ['a field of a named tuple', ['class A(NamedTuple):', '  p: object', `F.cross_entropy(A(${probs}).p, y)`], ['softmax']],
    [
      'a parameter with its type in quotes',
      ['def f(a: "A", y): F.cross_entropy(a.m(x), y)', 'class A:', `  def m(self, x): return ${probs}`],
      ['softmax'],
    ],
    [
      'a parameter with a type of types in quotes',
      ['def f(a: "Optional[A]", y): F.cross_entropy(a.m(x), y)', 'class A:', `  def m(self, x): return ${probs}`],
      ['softmax'],
    ],
    [
      'a field with its type in the constructor',
      [
        'class A:',
        '  def __init__(self, b):',
        '    self.b: B = b',
        '  def f(self, y): F.cross_entropy(self.b.m(x), y)',
        'class B:',
        `  def m(self, x): return ${probs}`,
      ],
      ['softmax'],
    ],
    ['a class in a class', ['class A:', '  class B:', `    p = ${probs}`, 'F.cross_entropy(A.B.p, y)'], ['softmax']],
  ])('%s', (_, lines, expected) => {
    expect(judged(...lines)).toEqual(expected)
  })
})
