/** What goes into a publisher over flows. */
import type { PublishSessionOptions } from '../../session/publish/publish-session-types.ts';

export interface FlowPublisherOptions extends Pick<
  PublishSessionOptions,
  'app' | 'tcUrl' | 'streamKey' | 'capabilities'
> {
  /** Take no more of the path than TCP would. Default false: losses of a radio link don't slow a live stream down. */
  readonly mustYield?: boolean | undefined;
}
