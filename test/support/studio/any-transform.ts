/** Transforms for properties: every alignment and bounds, scales that aren't absurd. */
import fc from 'fast-check';
import { transformSchema } from '../../../shared/studio/transform-schema.ts';
import type { Transform } from '../../../shared/studio/transform-schema.ts';

const { alignment: alignments, bounds } = transformSchema.shape;

export function anyTransform(): fc.Arbitrary<Transform> {
  const scale = fc.tuple(fc.constantFrom(-1, 1), double(0.05, 8)).map(([sign, size]) => sign * size);
  const pixels = fc.nat(300);
  return fc.record({
    position: fc.record({ x: double(-4, 4), y: double(-4, 4) }),
    scale: fc.record({ x: scale, y: scale, referenceHeight: fc.constantFrom(360, 720, 1080) }),
    rotation: fc.oneof(fc.constantFrom(0, 90, 180, 270, -90), double(-360, 360)),
    crop: fc.record({ left: pixels, top: pixels, right: pixels, bottom: pixels }),
    alignment: fc.constantFrom(...alignments.options),
    bounds: fc.record({
      type: fc.constantFrom(...bounds.shape.type.options),
      width: double(0.1, 5),
      height: double(0.1, 5),
      alignment: fc.constantFrom(...alignments.options),
      isCropped: fc.boolean(),
    }),
  });
}

function double(min: number, max: number): fc.Arbitrary<number> {
  return fc.double({ min, max, noNaN: true });
}
