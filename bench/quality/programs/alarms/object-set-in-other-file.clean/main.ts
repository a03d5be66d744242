import { settings } from './settings';

settings.activation = 'linear';

export const ready = import('./train').then(({ model }) => model.summary());
