/** What a browser page that is a source does, as main tells the window. */
import type { ErrorRecord } from '../errors/app-error.ts';

export interface PageState {
  /** `off`: closed while no canvas shows it. */
  readonly phase: 'off' | 'starting' | 'running' | 'failed';
  readonly host?: string | undefined;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  readonly error?: ErrorRecord | undefined;
}
