/** A media source: its controls, its files, and what it does by itself. A person chooses files in main's own dialog. */
import { MAX_SOURCE_FILES } from '../../../../../shared/studio/drawn-inputs.ts';
import { MAX_MEDIA_SPEED, MIN_MEDIA_SPEED } from '../../../../../shared/studio/files/media-input.ts';
import type { MediaFileInput } from '../../../../../shared/studio/files/media-input.ts';
import { runOrShowError, useServices } from '../../../../state/services.ts';
import { Button } from '../../../../ui/controls/Button.tsx';
import { SwitchField } from '../../../../ui/controls/Field.tsx';
import { NumberField } from '../../../../ui/editing/NumberField.tsx';
import { FileList } from './FileList.tsx';
import { MediaControls } from './MediaControls.tsx';
import { texts } from '../../../../../shared/text/text.ts';
import css from '../properties.module.css';

export interface MediaPropertiesProps {
  readonly sourceId: string;
  readonly input: MediaFileInput;
  readonly onChange: (input: MediaFileInput, gestureId: string | undefined) => void;
}

const hiding = ['restart', 'pause', 'playOn'] as const;
const ends = ['nothing', 'lastPicture'] as const;

export function MediaProperties({ sourceId, input, onChange }: MediaPropertiesProps) {
  const services = useServices();
  const words = texts.media;
  const { paths } = input;
  const isList = paths.length > 1;
  const choose = (isAddition: boolean) =>
    runOrShowError(services, services.client.invoke('sourceFiles:chooseMedia', { sourceId, isAddition }));
  return (
    <div className={css['fields']}>
      <MediaControls sourceId={sourceId} isList={isList} />
      {isList ? (
        <FileList
          sourceId={sourceId}
          paths={paths}
          onChange={(next) => onChange({ ...input, paths: next }, undefined)}
        />
      ) : (
        <p className={css['note']} title={paths[0]}>
          <bdi>{texts.properties.fileName(paths[0] ?? '')}</bdi>
        </p>
      )}
      <div className={css['buttons']}>
        <Button size="small" onClick={() => choose(false)}>
          {isList ? words.chooseSeveral : words.choose}
        </Button>
        <Button size="small" disabled={paths.length >= MAX_SOURCE_FILES} onClick={() => choose(true)}>
          {words.add}
        </Button>
      </div>
      <SwitchField
        label={words.loop}
        isOn={input.isLooping}
        onChange={(isLooping) => onChange({ ...input, isLooping }, undefined)}
      />
      {isList && (
        <SwitchField
          label={words.shuffle}
          isOn={input.order === 'random'}
          onChange={(isOn) => onChange({ ...input, order: isOn ? 'random' : 'inTurn' }, undefined)}
        />
      )}
      <Choice
        label={words.whenHidden}
        names={words.hiding}
        all={hiding}
        chosen={input.whenHidden}
        onChoose={(whenHidden) => onChange({ ...input, whenHidden }, undefined)}
      />
      <Choice
        label={words.atEnd}
        names={words.ends}
        all={ends}
        chosen={input.atEnd}
        onChoose={(atEnd) => onChange({ ...input, atEnd }, undefined)}
      />
      <NumberField
        label={words.speed}
        unit={texts.properties.percent}
        value={Math.round(input.speed * 100)}
        min={MIN_MEDIA_SPEED * 100}
        max={MAX_MEDIA_SPEED * 100}
        onChange={(percent, gestureId) => onChange({ ...input, speed: percent / 100 }, gestureId)}
      />
    </div>
  );
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly names: Readonly<Record<T, string>>;
  readonly all: readonly T[];
  readonly chosen: T;
  readonly onChoose: (chosen: T) => void;
}

function Choice<T extends string>({ label, names, all, chosen, onChoose }: ChoiceProps<T>) {
  return (
    <label className={css['typed']}>
      <span className={css['label']}>{label}</span>
      <select
        className={css['input']}
        value={chosen}
        onChange={({ target }) => {
          const found = all.find((each) => each === target.value);
          if (found !== undefined) onChoose(found);
        }}
      >
        {all.map((each) => (
          <option key={each} value={each}>
            {names[each]}
          </option>
        ))}
      </select>
    </label>
  );
}
