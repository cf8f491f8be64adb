/** What a text shows: typed words, a file, the time, a countdown. */
import { useId } from 'react';
import { wallMs } from '../../../../../shared/clock.ts';
import type { TextInput } from '../../../../../shared/studio/inputs.ts';
import { runOrShowError, useServices } from '../../../../state/services.ts';
import { Button } from '../../../../ui/controls/Button.tsx';
import { ChoiceField } from '../../../../ui/editing/ChoiceField.tsx';
import { NumberField } from '../../../../ui/editing/NumberField.tsx';
import type { TextPropertiesProps } from './text-input.ts';
import { TypedText } from './TypedText.tsx';
import { texts } from '../../../../../shared/text/text.ts';
import css from '../properties.module.css';

type Content = NonNullable<TextInput['content']>;

const kinds = ['typed', 'file', 'clock', 'countdown'] as const;
const CLOCK_FORMAT = '%H:%M:%S';
const COUNTDOWN_MS = 600_000;

export function TextContentFields({ sourceId, input, onChange }: TextPropertiesProps) {
  const services = useServices();
  const { content } = input;
  const chooseFile = () =>
    runOrShowError(services, services.client.invoke('sourceFiles:chooseText', { sourceId }));
  const setContent = (next: Content | undefined, gestureId: string | undefined) =>
    onChange({ ...input, content: next }, gestureId);
  const choose = (kind: (typeof kinds)[number]) => {
    if (kind === 'file') chooseFile();
    else if (kind === 'clock') setContent({ type: 'clock', format: CLOCK_FORMAT }, undefined);
    else if (kind === 'countdown')
      setContent({ type: 'countdown', targetMs: wallMs() + COUNTDOWN_MS, over: '' }, undefined);
    else setContent(undefined, undefined);
  };
  return (
    <>
      <ChoiceField
        label={texts.properties.content}
        isLabelHidden
        value={content?.type ?? 'typed'}
        options={kinds.map((value) => ({ value, label: texts.properties.contents[value] }))}
        onChange={choose}
      />
      {content === undefined ? (
        <TypedText
          label={texts.properties.text}
          value={input.text}
          isLong
          onChange={(text, gestureId) => onChange({ ...input, text }, gestureId)}
        />
      ) : undefined}
      {content?.type === 'file' ? (
        <>
          <p className={css['note']} title={content.path}>
            <bdi>{texts.properties.fileName(content.path)}</bdi>
          </p>
          <Button size="small" onClick={chooseFile}>
            {texts.properties.chooseFile}
          </Button>
          <NumberField
            label={texts.properties.lastLines}
            unit=""
            value={content.lastLines ?? 0}
            min={0}
            max={1000}
            onChange={(lines, gestureId) =>
              setContent({ ...content, lastLines: lines === 0 ? undefined : lines }, gestureId)
            }
          />
          <p className={css['note']}>{texts.properties.lastLinesHint}</p>
        </>
      ) : undefined}
      {content?.type === 'clock' ? (
        <>
          <TypedText
            label={texts.properties.clockFormat}
            value={content.format}
            onChange={(format, gestureId) => {
              if (format !== '') setContent({ ...content, format }, gestureId);
            }}
          />
          <p className={css['note']}>{texts.properties.clockHint}</p>
        </>
      ) : undefined}
      {content?.type === 'countdown' ? (
        <>
          <MomentField
            targetMs={content.targetMs}
            onChange={(targetMs) => setContent({ ...content, targetMs }, undefined)}
          />
          <TypedText
            label={texts.properties.countdownOver}
            value={content.over}
            onChange={(over, gestureId) => setContent({ ...content, over }, gestureId)}
          />
        </>
      ) : undefined}
    </>
  );
}

interface MomentFieldProps {
  /** Since the epoch. */
  readonly targetMs: number;
  readonly onChange: (targetMs: number) => void;
}

function MomentField({ targetMs, onChange }: MomentFieldProps) {
  const inputId = useId();
  return (
    <div className={css['typed']}>
      <label htmlFor={inputId} className={css['label']}>
        {texts.properties.countdownTo}
      </label>
      <input
        id={inputId}
        type="datetime-local"
        step={1}
        className={css['input']}
        value={localMoment(targetMs)}
        onChange={({ target }) => {
          const typed = new Date(target.value).getTime();
          if (Number.isFinite(typed) && typed >= 0) onChange(typed);
        }}
      />
    </div>
  );
}

/** As the field wants it: local time, without a zone. */
function localMoment(targetMs: number): string {
  const moment = new Date(targetMs);
  const local = new Date(targetMs - moment.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 19);
}
