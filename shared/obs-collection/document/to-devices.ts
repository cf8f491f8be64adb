/** Devices of a collection that are to be chosen again: another computer or program has other ids. Pure. */
import type { ImportedDevice } from '../../studio/collections/collection-import.ts';
import type { StudioDocument } from '../../studio/document-schema.ts';
import type { ObsCollection, ObsSource } from '../collection.ts';
import { isNamedDevice } from './to-channels.ts';
import { toVideoInput } from './to-input.ts';

/** Of the sources that the document has. */
export function devicesOf({ sources }: ObsCollection, document: StudioDocument): readonly ImportedDevice[] {
  const taken = new Set(document.sources.map(({ id }) => id));
  return sources.flatMap((source) => {
    const device = taken.has(source.key) ? deviceOf(source) : undefined;
    return device === undefined ? [] : [{ sourceId: source.key, name: source.name, ...device }];
  });
}

function deviceOf(source: ObsSource): Pick<ImportedDevice, 'kind' | 'device'> | undefined {
  const { input } = source;
  switch (input.type) {
    case 'camera':
    case 'screen':
    case 'window': {
      const { loss } = toVideoInput(source);
      const kind = input.type === 'camera' ? 'camera' : 'screen';
      return loss === undefined ? undefined : { kind, device: String(loss.details['device'] ?? '') };
    }
    case 'microphone':
      return isNamedDevice(input.device)
        ? { kind: 'microphone', device: input.device.label || input.device.id }
        : undefined;
    default:
      return undefined;
  }
}
