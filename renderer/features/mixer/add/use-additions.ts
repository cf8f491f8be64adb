/** What can be added to the mixer, as a menu lists it: microphones, the computer's sound, a tone, sources that have no channel. */
import type { AudioInput } from '../../../../shared/studio/inputs.ts';
import { hasSound, isSameDevice } from '../../../../shared/studio/inputs.ts';
import { runOrShowError, useCapture, useServices, useSettings } from '../../../state/services.ts';
import type { MenuItem } from '../../../ui/overlays/MenuEntries.tsx';
import { describeError } from '../../../../shared/text/error-text.ts';
import { texts } from '../../../../shared/text/text.ts';
import { useApplicationItem } from './use-applications.ts';

export function useAdditions(): readonly MenuItem[] {
  const services = useServices();
  const sources = useSettings(({ studio }) => studio.sources);
  const channels = useSettings(({ studio }) => studio.channels);
  const microphones = useCapture((state) => state.microphones);
  const systemAudioError = useCapture((state) => state.systemAudioError);
  const add = (input: AudioInput, name: string | undefined) =>
    runOrShowError(services, services.run({ type: 'addAudioSource', input, name }));
  const isThere = (input: AudioInput) =>
    sources.some((source) => source.kind === 'audio' && isSameDevice(source.input, input));
  const application = useApplicationItem(texts.mixer.applicationAudio, isThere, (input) =>
    add(input, undefined),
  );
  const silent = sources.filter(
    ({ id, kind, input }) =>
      kind === 'video' && hasSound(input) && !channels.some(({ sourceId }) => sourceId === id),
  );
  const named = microphones.map(({ deviceId, label }, index) => ({
    label: label === '' ? texts.mixer.microphoneNumber(index + 1) : label,
    input: { type: 'microphone', deviceId, label } as const,
  }));
  const shown =
    named.length === 0 ? [{ label: texts.mixer.microphone, input: { type: 'microphone' } as const }] : named;
  return [
    ...shown.map(({ label, input }) => ({
      label,
      isDisabled: isThere(input),
      onSelect: () => add(input, label),
    })),
    'line',
    {
      label: systemAudioError === undefined ? texts.mixer.systemAudio : describeError(systemAudioError).title,
      isDisabled: systemAudioError !== undefined || isThere({ type: 'system' }),
      onSelect: () => add({ type: 'system' }, texts.mixer.systemAudio),
    },
    application,
    { label: texts.mixer.tone, onSelect: () => add({ type: 'tone' }, texts.mixer.tone) },
    ...(silent.length === 0 ? [] : ['line' as const]),
    ...silent.map(({ id, name }) => ({
      label: name,
      onSelect: () => runOrShowError(services, services.run({ type: 'addChannel', sourceId: id })),
    })),
  ];
}
