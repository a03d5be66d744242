export { output as serve } from './serving/output';
export { output } from './training/output';
