/** What is no slider: colors, choices, sides and sizes, files. */
import type { FilterSettings, SettingsOf } from '../../../../shared/studio/filters/filter.ts';
import { MAX_FILTER_PIXELS } from '../../../../shared/studio/filters/filter.ts';
import { describeError, titleAndAction } from '../../../../shared/text/error-text.ts';
import { runOrShowError, useCapture, useServices } from '../../../state/services.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { SwitchField } from '../../../ui/controls/Field.tsx';
import { ColourField } from '../../../ui/editing/ColourField.tsx';
import { NumberField } from '../../../ui/editing/NumberField.tsx';
import { texts } from '../../../../shared/text/text.ts';
import css from '../filters.module.css';

/** Settings that change: those of the filter's own kind. */
export type ChangeSettings = (
  change: Readonly<Record<string, unknown>>,
  gestureId: string | undefined,
) => void;

export interface OtherFieldsProps<Settings = FilterSettings> {
  readonly filterId: string;
  readonly settings: Settings;
  readonly onChange: ChangeSettings;
}

export function OtherFields(props: OtherFieldsProps) {
  const { filterId, settings, onChange } = props;
  switch (settings.kind) {
    case 'crop':
      return <CropFields {...{ filterId, settings, onChange }} />;
    case 'colourCorrection':
      return (
        <>
          <Colour
            label={texts.filters.multiply}
            name="multiply"
            value={settings.multiply}
            onChange={onChange}
          />
          <Colour label={texts.filters.addColour} name="add" value={settings.add} onChange={onChange} />
        </>
      );
    case 'chromaKey':
    case 'colourKey':
      return (
        <Colour label={texts.filters.keyColour} name="colour" value={settings.colour} onChange={onChange} />
      );
    case 'mask':
      return (
        <>
          <FileField filterId={filterId} path={settings.path} button={texts.filters.chooseImage} />
          <Choice
            label={texts.filters.by}
            name="by"
            value={settings.by}
            names={texts.filters.bys}
            onChange={onChange}
          />
          <Flag
            label={texts.filters.isInverted}
            name="isInverted"
            isOn={settings.isInverted}
            onChange={onChange}
          />
          <Flag
            label={texts.filters.isStretched}
            name="isStretched"
            isOn={settings.isStretched}
            onChange={onChange}
          />
        </>
      );
    case 'lut':
      return <FileField filterId={filterId} path={settings.path} button={texts.filters.chooseLut} />;
    case 'blur':
      return (
        <Choice
          label={texts.filters.form}
          name="form"
          value={settings.form}
          names={texts.filters.forms}
          onChange={onChange}
        />
      );
    case 'scroll':
      return (
        <>
          <Flag
            label={texts.filters.isLooping}
            name="isLooping"
            isOn={settings.isLooping}
            onChange={onChange}
          />
          <Limit label={texts.filters.limitWidth} name="width" value={settings.width} onChange={onChange} />
          <Limit
            label={texts.filters.limitHeight}
            name="height"
            value={settings.height}
            onChange={onChange}
          />
        </>
      );
    default:
      return undefined;
  }
}

const sides = ['left', 'top', 'right', 'bottom'] as const;

function CropFields({ settings, onChange }: OtherFieldsProps<SettingsOf<'crop'>>) {
  const { size } = settings;
  const shown = size === undefined ? sides : (['left', 'top'] as const);
  return (
    <>
      <div className={css['pair']}>
        {shown.map((side) => (
          <NumberField
            key={side}
            label={texts.filters[side]}
            unit={texts.filters.pixels}
            value={settings[side]}
            min={-MAX_FILTER_PIXELS}
            max={MAX_FILTER_PIXELS}
            onChange={(value, gestureId) => onChange({ [side]: value }, gestureId)}
          />
        ))}
        {size === undefined
          ? undefined
          : (['width', 'height'] as const).map((side) => (
              <NumberField
                key={side}
                label={texts.filters[side]}
                unit={texts.filters.pixels}
                value={size[side]}
                min={1}
                max={MAX_FILTER_PIXELS}
                onChange={(value, gestureId) => onChange({ size: { ...size, [side]: value } }, gestureId)}
              />
            ))}
      </div>
      <p className={css['note']}>{texts.filters.cropHint}</p>
      <SwitchField
        label={texts.filters.setsSize}
        isOn={size !== undefined}
        onChange={(isOn) => onChange({ size: isOn ? { width: 1280, height: 720 } : undefined }, undefined)}
      />
    </>
  );
}

interface NamedField {
  readonly label: string;
  /** In the filter's settings. */
  readonly name: string;
  readonly onChange: ChangeSettings;
}

function Colour({ label, name, value, onChange }: NamedField & { readonly value: string }) {
  return (
    <ColourField
      label={label}
      value={value}
      hasOpacity={false}
      onChange={(colour, gestureId) => onChange({ [name]: colour }, gestureId)}
    />
  );
}

function Flag({ label, name, isOn, onChange }: NamedField & { readonly isOn: boolean }) {
  return (
    <SwitchField label={label} isOn={isOn} onChange={(value) => onChange({ [name]: value }, undefined)} />
  );
}

interface ChoiceProps extends NamedField {
  readonly value: string;
  readonly names: Readonly<Record<string, string>>;
}

function Choice({ label, name, value, names, onChange }: ChoiceProps) {
  return (
    <label className={css['choice']}>
      {label}
      <select value={value} onChange={({ target }) => onChange({ [name]: target.value }, undefined)}>
        {Object.entries(names).map(([each, text]) => (
          <option key={each} value={each}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

/** A length that may be absent. */
function Limit({ label, name, value, onChange }: NamedField & { readonly value: number | undefined }) {
  return (
    <>
      <SwitchField
        label={label}
        isOn={value !== undefined}
        onChange={(isOn) => onChange({ [name]: isOn ? 100 : undefined }, undefined)}
      />
      {value === undefined ? undefined : (
        <NumberField
          label=""
          name={label}
          unit={texts.filters.pixels}
          value={value}
          min={1}
          max={MAX_FILTER_PIXELS}
          onChange={(pixels, gestureId) => onChange({ [name]: pixels }, gestureId)}
        />
      )}
    </>
  );
}

interface FileFieldProps {
  readonly filterId: string;
  readonly path: string | undefined;
  readonly button: string;
}

/** A person chooses the file in main's own dialog. */
function FileField({ filterId, path, button }: FileFieldProps) {
  const services = useServices();
  const error = useCapture(({ filterErrors }) => filterErrors[filterId]);
  const problem = error === undefined ? undefined : describeError(error);
  return (
    <>
      <p className={css['note']} title={path}>
        {path === undefined ? texts.filters.noFile : <bdi>{texts.properties.fileName(path)}</bdi>}
      </p>
      {problem === undefined ? undefined : <p className={css['problem']}>{titleAndAction(problem)}</p>}
      <Button
        size="small"
        onClick={() =>
          runOrShowError(services, services.client.invoke('sourceFiles:chooseForFilter', { filterId }))
        }
      >
        {button}
      </Button>
    </>
  );
}
