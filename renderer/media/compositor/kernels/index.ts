/** All kernels as one module: the compositor's memory makes one instance of it. */
export { over, overMasked, mixMasked } from './blend';
export { mapColours } from './colour';
export { boxDown, sharpen } from './convolve';
export { copy, fill, split } from './copy';
export { keyChroma, premultiply, unpremultiply } from './key';
export { blendColours } from './modes';
export { lookUp, recolour } from './recolour';
export { rgba } from './rgba';
export { sample } from './sample';
export { sampleFine } from './sample-fine';
export { scale, scaleFine } from './scale';
export { transpose } from './turn';
