import * as tf from '@tensorflow/tfjs';
import { createContext, useContext, useMemo, type ReactNode } from 'react';

const ModelContext = createContext<tf.Sequential | null>(null);

export function ModelProvider({ children }: { children: ReactNode }) {
  const model = useMemo(() => {
    const m = tf.sequential();
    m.add(tf.layers.dense({ inputShape: [4], units: 3, activation: 'softmax' }));
    return m;
  }, []);
  return <ModelContext.Provider value={model}>{children}</ModelContext.Provider>;
}

export function useModel(): tf.Sequential {
  const model = useContext(ModelContext);
  if (!model) throw new Error('useModel outside of a ModelProvider');
  return model;
}
