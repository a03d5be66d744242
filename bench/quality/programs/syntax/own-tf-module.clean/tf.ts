import * as tfjs from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-wasm';
import * as layersApi from '@tensorflow/tfjs-layers';

export const tf = tfjs;
export const layers = layersApi.layers;
export { sequential } from '@tensorflow/tfjs-layers';
export const { losses, train } = tfjs;
