/** The embedded receiver as a destination of a broadcast: started with it, closed after it, its report handed on. */
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { destinationSchema, REHEARSAL_ID } from '../../shared/destinations/destination.ts';
import type { DestinationWithSecrets } from '../../shared/destinations/destination.ts';
import type { RehearsalReport } from '../../shared/broadcast/rehearsal-report.ts';
import { startReceiver } from '../transport/receiver.ts';
import type { Receiver } from '../transport/receiver.ts';

export interface RehearsalOptions {
  readonly isTls: boolean;
  /** Where the take is kept; its folder is made when missing. */
  readonly takePath?: string;
}

export class Rehearsal {
  readonly #receiver: Receiver;

  private constructor(receiver: Receiver) {
    this.#receiver = receiver;
  }

  static async start(options: RehearsalOptions): Promise<Rehearsal> {
    if (options.takePath !== undefined) await mkdir(dirname(options.takePath), { recursive: true });
    return new Rehearsal(await startReceiver(options));
  }

  /** With the receiver's own random key and authority. */
  destination(): DestinationWithSecrets {
    const { url, key, caPem } = this.#receiver;
    const destination = destinationSchema.parse({
      id: REHEARSAL_ID,
      name: 'Rehearsal',
      serviceId: 'custom',
      url,
      isEnabled: true,
      hasKey: true,
      tls: caPem === undefined ? {} : { extraAuthorityPem: caPem },
    });
    return { ...destination, key };
  }

  /** Closes the receiver; the report over what it got, `null` when nothing came. */
  async end(): Promise<RehearsalReport | null> {
    // Asked for after the close: only then is the take whole and the goodbye counted.
    await this.#receiver.close();
    return this.#receiver.report();
  }
}
