/** All kernels as one module: the compositor's memory makes one instance of it. */
export { over, overMasked, mixMasked } from './blend';
export { mapColours } from './colour';
export { copy, fill, split } from './copy';
export { keyChroma, premultiply } from './key';
export { lookUp, recolour } from './recolour';
export { rgba } from './rgba';
export { sample } from './sample';
export { scale } from './scale';
export { transpose } from './turn';
