import { ModelProvider } from './ModelContext';
import { TrainButton } from './TrainButton';
import { xs, ys } from './data';

export const App = () => (
  <ModelProvider>
    <TrainButton xs={xs} ys={ys} />
  </ModelProvider>
);
