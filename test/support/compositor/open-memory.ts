/** The compositor's memory in a test under Node. */
import { setFlagsFromString } from 'node:v8';
import { readBytes } from '../../../renderer/media/compositor/kernels/index.ts?kernel';
import { PlaneMemory } from '../../../renderer/media/compositor/memory.ts';

export function openMemory(): PlaneMemory {
  // Node 20 knows relaxed SIMD behind a flag alone; every Electron of ours has it.
  if (!WebAssembly.validate(readBytes())) setFlagsFromString('--experimental-wasm-relaxed-simd');
  return new PlaneMemory();
}
