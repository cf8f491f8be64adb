/** The settings of one audio filter: everything changes on air at once. */
import type { SoundFilter } from '../../../../shared/studio/document-schema.ts';
import { soundFiltersOf } from '../../../../shared/studio/document-schema.ts';
import { useEdit } from '../../../state/editing/use-edit.ts';
import { useCapture, useServices, useSettings } from '../../../state/services.ts';
import { ChoiceField } from '../../../ui/editing/ChoiceField.tsx';
import { SliderField } from '../../filters/index.ts';
import { channelName, sourceOf } from '../strip/channel-view.ts';
import { texts } from '../../../../shared/text/text.ts';
import { EqualiserFields } from './EqualiserFields.tsx';
import { ReductionMeter } from './ReductionMeter.tsx';
import { soundSliders } from './sound-sliders.ts';
import css from './SoundFilterFields.module.css';

export interface SoundFilterFieldsProps {
  readonly channelId: string;
  readonly filter: SoundFilter;
}

type Settings = SoundFilter['settings'];
const detectors = ['rms', 'peak'] as const;
/** They turn the sound down, and say by how much. */
const DYNAMICS: ReadonlySet<Settings['type']> = new Set(['gate', 'expander', 'compressor', 'limiter']);

export function SoundFilterFields({ channelId, filter }: SoundFilterFieldsProps) {
  const { settings: store } = useServices();
  const edit = useEdit();
  const { settings } = filter;
  const set = (next: Settings, gestureId?: string) =>
    edit({ type: 'setFilter', owner: { channelId }, filterId: filter.id, settings: next, gestureId });
  const change = (changed: Readonly<Record<string, number>>, gestureId: string) => {
    // From what the document says now: another field may have changed it.
    const channel = store.store.getState().studio.channels.find(({ id }) => id === channelId);
    const filters = channel === undefined ? [] : soundFiltersOf(channel);
    const now = filters.find(({ id }) => id === filter.id)?.settings ?? settings;
    set({ ...now, ...changed }, gestureId);
  };
  const numbers = settings as Readonly<Record<string, unknown>>;
  const { about } = texts.soundFilters;
  return (
    <div className={css['fields']} role="group" aria-label={filter.name}>
      {settings.type === 'noise' || settings.type === 'invert' ? (
        <p className={css['note']}>{about[settings.type]}</p>
      ) : undefined}
      {soundSliders()[settings.type].map(({ key, ...slider }) => (
        <SliderField
          key={key}
          {...slider}
          value={Number(numbers[key])}
          onChange={(value, gestureId) => change({ [key]: value }, gestureId)}
        />
      ))}
      {settings.type === 'expander' ? (
        <ChoiceField
          label={texts.soundFilters.detector}
          value={settings.detector}
          options={detectors.map((value) => ({ value, label: texts.soundFilters.detectors[value] }))}
          onChange={(detector) => set({ ...settings, detector })}
        />
      ) : undefined}
      {settings.type === 'compressor' ? (
        <SideChainField
          channelId={channelId}
          value={settings.sideChannelId}
          onChange={(sideChannelId) => {
            const { sideChannelId: _before, ...own } = settings;
            set(sideChannelId === undefined ? own : { ...own, sideChannelId });
          }}
        />
      ) : undefined}
      {settings.type === 'parametric' ? <EqualiserFields settings={settings} onChange={set} /> : undefined}
      {DYNAMICS.has(settings.type) ? <ReductionMeter filterId={filter.id} /> : undefined}
    </div>
  );
}

interface SideChainFieldProps {
  readonly channelId: string;
  readonly value: string | undefined;
  readonly onChange: (channelId: string | undefined) => void;
}

/** The channel that the compressor listens to, which makes it duck. */
function SideChainField({ channelId, value, onChange }: SideChainFieldProps) {
  const studio = useSettings((state) => state.studio);
  const states = useCapture((state) => state.channels);
  const others = studio.channels.filter(({ id, sourceId }) => id !== channelId && sourceId !== 'none');
  return (
    <ChoiceField
      label={texts.soundFilters.sideChain}
      value={value ?? ''}
      options={[
        { value: '', label: texts.soundFilters.noSideChain },
        ...others.map((channel) => ({
          value: channel.id,
          label: channelName(sourceOf(studio, channel), states[channel.id]?.label),
        })),
      ]}
      onChange={(chosen) => onChange(chosen === '' ? undefined : chosen)}
    />
  );
}
