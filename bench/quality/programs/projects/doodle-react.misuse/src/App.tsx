import * as Comlink from 'comlink';
import { useState } from 'react';
import type { Api } from './ml/worker';

const worker = Comlink.wrap<Api>(new Worker(new URL('./ml/worker.ts', import.meta.url), { type: 'module' }));

export default function App() {
  const [losses, setLosses] = useState<number[]>([]);
  const start = () => worker.train([], [], Comlink.proxy((loss: number) => setLosses((old) => [...old, loss])));
  return (
    <main>
      <button type="button" onClick={start}>Train</button>
      <ol>{losses.map((loss) => <li key={loss}>{loss.toFixed(3)}</li>)}</ol>
    </main>
  );
}
