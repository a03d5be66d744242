export * from './losses';
export * as net from './network';
