/** The key that is held to be heard or to be silent, or pressed to mute and unmute. */
import { useState } from 'react';
import { useStore } from 'zustand';
import type { Channel } from '../../../../shared/studio/document-schema.ts';
import { MAX_KEY_RELEASE_MS } from '../../../../shared/studio/mixer/channel-settings.ts';
import { isGlobalKey } from '../../../../shared/studio/mixer/global-keys.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { ChoiceField } from '../../../ui/editing/ChoiceField.tsx';
import { NumberField } from '../../../ui/editing/NumberField.tsx';
import { LabelRow } from '../LabelRow.tsx';
import { useChannelEdits } from '../strip/use-channel-edits.ts';
import { texts } from '../../../../shared/text/text.ts';
import { acceleratorOf } from '../../../state/push-keys/accelerator.ts';
import { refusedKeys } from '../../../state/push-keys/refused-keys.ts';
import css from './ChannelDialog.module.css';

const modes = ['off', 'talk', 'mute', 'toggle'] as const;
const FIRST_KEY = 'F8';

export function PushToFields({ channel: { id, pushTo } }: { readonly channel: Channel }) {
  const edits = useChannelEdits();
  const words = texts.mixer.channel;
  const isRefused = useStore(refusedKeys, ({ keys }) => keys.includes(pushTo?.accelerator ?? ''));
  const refusal = isGlobalKey(pushTo?.accelerator ?? '') ? words.keyTaken : words.keyTyped;
  const toggleHint = isRefused ? refusal : words.toggleHint;
  const hint = pushTo?.mode === 'toggle' ? toggleHint : words.pushHint;
  return (
    <section className={css['part']}>
      <h3 className={css['heading']}>{words.push}</h3>
      <ChoiceField
        label={words.push}
        isLabelHidden
        value={pushTo?.mode ?? 'off'}
        options={modes.map((value) => ({ value, label: words.pushModes[value] }))}
        onChange={(mode) =>
          edits.set(id, {
            pushTo: mode === 'off' ? 'off' : { accelerator: FIRST_KEY, releaseMs: 0, ...pushTo, mode },
          })
        }
      />
      {pushTo === undefined ? undefined : (
        <>
          <LabelRow label={words.pushKey}>
            <KeyButton
              value={pushTo.accelerator}
              onChange={(accelerator) => edits.set(id, { pushTo: { ...pushTo, accelerator } })}
            />
            {pushTo.mode === 'toggle' ? undefined : (
              <div className={css['release']}>
                <NumberField
                  label={words.release}
                  unit={texts.mixer.sync.milliseconds}
                  value={pushTo.releaseMs}
                  min={0}
                  max={MAX_KEY_RELEASE_MS}
                  onChange={(releaseMs, gestureId) =>
                    edits.set(id, { pushTo: { ...pushTo, releaseMs } }, gestureId)
                  }
                />
              </div>
            )}
          </LabelRow>
          <p className={css['note']}>{hint}</p>
        </>
      )}
    </section>
  );
}

/** Takes the next key that is pressed. */
function KeyButton({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (key: string) => void;
}) {
  const [isWaiting, setIsWaiting] = useState(false);
  const words = texts.mixer.channel;
  return (
    <Button
      size="small"
      aria-label={isWaiting ? words.waitsForKey : words.changeKey(value)}
      aria-pressed={isWaiting}
      onClick={() => setIsWaiting(!isWaiting)}
      onBlur={() => setIsWaiting(false)}
      onKeyDown={(event) => {
        if (!isWaiting || event.key === 'Tab') return;
        event.preventDefault();
        event.stopPropagation();
        const key = acceleratorOf(event);
        if (key !== undefined) onChange(key);
        if (key !== undefined || event.key === 'Escape') setIsWaiting(false);
      }}
    >
      {isWaiting ? words.noKey : value}
    </Button>
  );
}
