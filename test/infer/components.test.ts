import { describe, expect, test } from 'vitest'
import { verdicts } from '../support/verdicts.js'

const head = `// file: main.tsx
import * as tf from '@tensorflow/tfjs'
import * as React from 'react'
import { useState, useRef, useEffect, useMemo, useCallback, createContext, useContext } from 'react'
const CE = tf.losses.softmaxCrossEntropy
const net = (activation: any) => tf.sequential({ layers: [tf.layers.dense({ units: 10, activation })] })
`

/** Values that pass through the state, the references and the properties of components. */
const programs: Record<string, string> = {
  'a state that an effect sets': `
export function Wrong() {
  const [model, setModel] = useState<any>(null)
  useEffect(() => { setModel(net('softmax')) }, [])
  const train = async () => {
    if (!model) return
    model.compile({ optimizer: 'sgd', loss: CE }) //! probabilities-as-logits
  }
  return <button onClick={train}>go</button>
}
export function Right() {
  const [model, setModel] = useState<any>()
  const make = () => { const m = net('linear'); setModel(m) }
  return <button onClick={() => model.compile({ optimizer: 'sgd', loss: CE })} onBlur={make} /> //! clean
}
export function Function() {
  const [model] = React.useState(() => net('softmax'))
  useEffect(() => { model.compile({ optimizer: 'sgd', loss: CE }) }) //! probabilities-as-logits
  return null
}
export function Two() {
  const [model, setModel] = useState<any>(net('linear'))
  const swap = () => setModel(() => net('softmax'))
  return <button onClick={() => model.compile({ optimizer: 'sgd', loss: CE })} onBlur={swap} /> //! unknown
}
`,
  references: `
export function Wrong() {
  const ref = useRef<any>(null)
  useEffect(() => { ref.current = net('softmax') }, [])
  const train = () => ref.current.compile({ optimizer: 'sgd', loss: CE }) //! probabilities-as-logits
  return <button onClick={train}>go</button>
}
export function Right() {
  const ref = useRef(net('linear'))
  const train = useCallback(() => {
    const model = ref.current
    model.compile({ optimizer: 'sgd', loss: CE }) //! clean
  }, [])
  return <button onClick={train}>go</button>
}
`,
  'memos and hooks of the project': `
function useNet(activation: any) {
  const model = useMemo(() => net(activation), [activation])
  const train = useCallback(() => {}, [])
  return { model, train }
}
export function Wrong() {
  const { model } = useNet('softmax')
  return <button onClick={() => model.compile({ optimizer: 'sgd', loss: CE })} /> //! probabilities-as-logits
}
export function Right() {
  const { model } = useNet('linear')
  return <button onClick={() => model.compile({ optimizer: 'sgd', loss: CE })} /> //! clean
}
`,
  properties: `
function Trainer({ model, loss }: { model: any; loss: any }) {
  return <button onClick={() => model.compile({ optimizer: 'sgd', loss })} /> //! probabilities-as-logits
}
export const App = () => <Trainer model={net('softmax')} loss={CE} />
const Other = (props: { model: any }) => <button onClick={() => props.model.compile({ optimizer: 'sgd', loss: CE })} /> //! clean
export const Page = () => <div><Other model={net('linear')} /></div>
`,
  contexts: `
const Wrong = createContext<any>(null)
const Right = createContext<any>(null)
export const App = () => (
  <Wrong.Provider value={net('softmax')}>
    <Right.Provider value={net('linear')}>
      <Inner />
    </Right.Provider>
  </Wrong.Provider>
)
function Inner() {
  const wrong = useContext(Wrong)
  const right = React.useContext(Right)
  wrong.compile({ optimizer: 'sgd', loss: CE }) //! probabilities-as-logits
  right.compile({ optimizer: 'sgd', loss: CE }) //! clean
  return null
}
`,
  'functions that a function of the project calls': `
const withModel = (use: (m: any) => void) => use(net('softmax'))
withModel((m) => m.compile({ optimizer: 'sgd', loss: CE })) //! probabilities-as-logits
function run(f: (p: tf.Tensor) => tf.Tensor, x: tf.Tensor2D) { return f(x.matMul(x)) }
export const a = (x: tf.Tensor2D, y: tf.Tensor) => run((p) => CE(y, p), x) //! clean
export const b = (x: tf.Tensor2D, y: tf.Tensor) => run((p) => CE(y, tf.softmax(p)), x) //! probabilities-as-logits
`,
}

describe('components', () => {
  test.each(Object.entries(programs))('%s', (_, program) => {
    const { found, expected } = verdicts(head + program)
    expect(found).toEqual(expected)
  })
})
