/** One row for each device of an OBS collection: what of this computer stands for it. */
import { useId, useState } from 'react';
import type { ImportedDevice } from '../../../../shared/studio/collections/collection-import.ts';
import { useCapture } from '../../../state/services.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { screenInput, ScreenPicker } from '../../sources/index.ts';
import { chosenDevice, devicesFor } from './matched-devices.ts';
import type { ChosenDevices } from './matched-devices.ts';
import { texts } from '../../../../shared/text/text.ts';
import css from './ImportDialog.module.css';

export interface DeviceRowsProps {
  readonly devices: readonly ImportedDevice[];
  readonly chosen: ChosenDevices;
  readonly onChange: (chosen: ChosenDevices) => void;
}

export function DeviceRows({ devices, chosen, onChange }: DeviceRowsProps) {
  const [picked, setPicked] = useState<string>();
  const headingId = useId();
  if (devices.length === 0) return undefined;
  return (
    <section className={css['part']} aria-labelledby={headingId}>
      <h3 id={headingId} className={css['heading']}>
        {texts.collectionImport.devices}
      </h3>
      <p className={css['note']}>{texts.collectionImport.devicesHint}</p>
      <ul className={css['devices']}>
        {devices.map((device) => (
          <li key={device.sourceId} className={css['device']}>
            <DeviceRow
              device={device}
              chosen={chosen}
              onChange={onChange}
              onPick={() => setPicked(device.sourceId)}
            />
          </li>
        ))}
      </ul>
      {picked === undefined ? undefined : (
        <ScreenPicker
          onClose={() => setPicked(undefined)}
          onChoose={(screen) => {
            setPicked(undefined);
            onChange(new Map([...chosen, [picked, { sourceId: picked, input: screenInput(screen) }]]));
          }}
        />
      )}
    </section>
  );
}

interface DeviceRowProps extends Omit<DeviceRowsProps, 'devices'> {
  readonly device: ImportedDevice;
  /** A screen or window is chosen by its picture. */
  readonly onPick: () => void;
}

function DeviceRow({ device, chosen, onChange, onPick }: DeviceRowProps) {
  const { sourceId, kind, name } = device;
  const cameras = useCapture((state) => state.cameras);
  const microphones = useCapture((state) => state.microphones);
  const inputId = useId();
  const input = chosen.get(sourceId)?.input;
  const offered = devicesFor(kind, { cameras, microphones });
  const choose = (deviceId: string) => {
    const found = offered.find((each) => each.deviceId === deviceId);
    const next = found && chosenDevice(device, found);
    const others = [...chosen].filter(([id]) => id !== sourceId);
    onChange(new Map(next === undefined ? others : [...others, [sourceId, next]]));
  };
  return (
    <>
      <label htmlFor={inputId} className={css['deviceName']}>
        <bdi>{name}</bdi>
        {device.device === '' ? undefined : (
          <small className={css['note']}>
            <bdi>{texts.collectionImport.inObs(device.device)}</bdi>
          </small>
        )}
      </label>
      {kind === 'screen' ? (
        <Button id={inputId} size="small" onClick={onPick}>
          {input?.type === 'screen'
            ? input.title || texts.sources.wholeScreen
            : texts.collectionImport.chooseScreen}
        </Button>
      ) : (
        <select
          id={inputId}
          className={css['select']}
          value={input !== undefined && 'deviceId' in input ? input.deviceId : ''}
          onChange={({ target }) => choose(target.value)}
        >
          <option value="">{texts.collectionImport.later}</option>
          {offered.map(({ deviceId, label }) => (
            <option key={deviceId} value={deviceId}>
              {label}
            </option>
          ))}
        </select>
      )}
    </>
  );
}
