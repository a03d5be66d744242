import { baseline } from './baseline';
import { deep } from './deep';
import type { Experiment } from './experiment';

export const experiments: Record<string, Experiment> = { baseline, deep };
