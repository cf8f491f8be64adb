/** How a measurement of the uplink is saved and sent. */
import * as z from 'zod';

/** What the uplink was measured to carry; kept, so that going live can be held against it. */
export const uplinkMeasurementSchema = z.strictObject({
  /** kbit/s that left this machine and were taken, over the measurement. */
  kbps: z.number().int().min(0),
  /** The slowest second of it. */
  lowestKbps: z.number().int().min(0),
  /** The test stopped at its own cap: the way carries this much, and perhaps more. */
  isAtLeast: z.boolean(),
  /** Milliseconds since the epoch. */
  timeMs: z.number().int().min(0),
  destinationName: z.string().max(100),
});
export type UplinkMeasurement = z.infer<typeof uplinkMeasurementSchema>;
