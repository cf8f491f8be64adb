/** The bands of a parametric equaliser. */
import { Trash2 } from 'lucide-react';
import { bandDefaults, bandKinds } from '../../../../shared/studio/mixer/sound-filter.ts';
import {
  MAX_BAND_HZ,
  MAX_EQUALISER_BANDS,
  MIN_BAND_HZ,
} from '../../../../shared/studio/mixer/sound-filter-limits.ts';
import type { EqualiserBand, SoundSettingsOf } from '../../../../shared/studio/mixer/sound-filter.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { IconButton } from '../../../ui/controls/IconButton.tsx';
import { Switch } from '../../../ui/controls/Switch.tsx';
import { ChoiceField } from '../../../ui/editing/ChoiceField.tsx';
import { NumberField } from '../../../ui/editing/NumberField.tsx';
import { texts } from '../../../../shared/text/text.ts';
import css from './SoundFilterFields.module.css';

type Settings = SoundSettingsOf<'parametric'>;

export interface EqualiserFieldsProps {
  readonly settings: Settings;
  readonly onChange: (settings: Settings, gestureId?: string) => void;
}

/** A pass or a notch has no gain. */
const WITH_GAIN: ReadonlySet<EqualiserBand['kind']> = new Set(['peak', 'lowShelf', 'highShelf']);
const MAX_BAND_DB = 24;
const MIN_Q = 0.1;
const MAX_Q = 20;

export function EqualiserFields({ settings, onChange }: EqualiserFieldsProps) {
  const { bands } = settings;
  const setBands = (next: EqualiserBand[], gestureId?: string) =>
    onChange({ ...settings, bands: next }, gestureId);
  return (
    <>
      {bands.map((band, index) => (
        <Band
          // A band is its place.
          // oxlint-disable-next-line react/no-array-index-key
          key={index}
          band={band}
          number={index + 1}
          canRemove={bands.length > 1}
          onChange={(next, gestureId) =>
            setBands(
              bands.map((each, at) => (at === index ? next : each)),
              gestureId,
            )
          }
          onRemove={() => setBands(bands.filter((_each, at) => at !== index))}
        />
      ))}
      <Button
        size="small"
        disabled={bands.length >= MAX_EQUALISER_BANDS}
        onClick={() => setBands([...bands, bandDefaults])}
      >
        {texts.soundFilters.addBand}
      </Button>
    </>
  );
}

interface BandProps {
  readonly band: EqualiserBand;
  readonly number: number;
  readonly canRemove: boolean;
  readonly onChange: (band: EqualiserBand, gestureId?: string) => void;
  readonly onRemove: () => void;
}

function Band({ band, number, canRemove, onChange, onRemove }: BandProps) {
  const words = texts.soundFilters;
  return (
    <div className={css['band']} role="group" aria-label={words.band(number)}>
      <div className={css['bandRow']}>
        <span className={css['bandName']} aria-hidden>
          {words.band(number)}
        </span>
        <ChoiceField
          label={words.bandKind}
          isLabelHidden
          value={band.kind}
          options={bandKinds.map((value) => ({ value, label: words.bandKinds[value] }))}
          onChange={(kind) => onChange({ ...band, kind })}
        />
        <Switch
          label={words.bandOn(number)}
          isOn={band.isEnabled}
          onChange={(isEnabled) => onChange({ ...band, isEnabled })}
        />
        <IconButton
          label={words.removeBand(number)}
          disabled={!canRemove}
          icon={<Trash2 size={14} aria-hidden />}
          onClick={onRemove}
        />
      </div>
      <div className={css['numbers']}>
        <NumberField
          label=""
          name={words.frequency}
          unit={words.units.hertz}
          value={band.hz}
          min={MIN_BAND_HZ}
          max={MAX_BAND_HZ}
          step={10}
          onChange={(hz, gestureId) => onChange({ ...band, hz }, gestureId)}
        />
        {WITH_GAIN.has(band.kind) ? (
          <NumberField
            label=""
            name={words.db}
            unit={words.units.decibels}
            value={band.db}
            min={-MAX_BAND_DB}
            max={MAX_BAND_DB}
            step={0.5}
            decimals={1}
            onChange={(db, gestureId) => onChange({ ...band, db }, gestureId)}
          />
        ) : undefined}
        <NumberField
          label={words.quality}
          unit=""
          value={band.q}
          min={MIN_Q}
          max={MAX_Q}
          step={0.1}
          decimals={2}
          onChange={(q, gestureId) => onChange({ ...band, q }, gestureId)}
        />
      </div>
    </div>
  );
}
