/** How much later the sound is heard than it was captured: as a number, or found with a clap. */
import { useState } from 'react';
import { MAX_SYNC_OFFSET_MS, MIN_SYNC_OFFSET_MS } from '../../../../shared/studio/mixer/channel-settings.ts';
import { runOrShowError, useServices, useSettings } from '../../../state/services.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { NumberField } from '../../../ui/editing/NumberField.tsx';
import { Dialog } from '../../../ui/overlays/Dialog.tsx';
import { DoneButton } from '../../../ui/overlays/DoneButton.tsx';
import { texts } from '../../../../shared/text/text.ts';
import { Filmstrip } from './Filmstrip.tsx';
import { useClaps } from './use-claps.ts';
import css from './SyncDialog.module.css';

export interface SyncDialogProps {
  readonly channelId: string;
  readonly onClose: () => void;
}

export function SyncDialog({ channelId, onClose }: SyncDialogProps) {
  const services = useServices();
  const offset = useSettings(
    ({ studio }) => studio.channels.find(({ id }) => id === channelId)?.syncOffsetMs ?? 0,
  );
  const { clap, forget } = useClaps(channelId);
  const [chosen, setChosen] = useState<number>();
  const shown = chosen ?? clap?.suggested ?? 0;
  // What was seen and heard had the offset in it already.
  const found = Math.min(MAX_SYNC_OFFSET_MS, Math.round(offset + (clap?.pictures[shown]?.laterMs ?? 0)));
  const save = (syncOffsetMs: number, gestureId?: string) =>
    runOrShowError(services, services.run({ type: 'setChannel', channelId, syncOffsetMs, gestureId }));
  const again = () => {
    setChosen(undefined);
    forget();
  };
  const { sync } = texts.mixer;
  return (
    <Dialog
      title={sync.title}
      description={sync.about}
      onClose={onClose}
      footer={<DoneButton onClick={onClose} />}
    >
      <div className={css['offset']}>
        <NumberField
          label={sync.delay}
          name={sync.title}
          unit={sync.milliseconds}
          value={offset}
          min={MIN_SYNC_OFFSET_MS}
          max={MAX_SYNC_OFFSET_MS}
          onChange={save}
        />
      </div>
      <section className={css['step']} aria-label={sync.find}>
        {clap === undefined ? (
          <p className={css['waiting']} role="status">
            {sync.clapNow}
          </p>
        ) : (
          <>
            <p>{sync.choose}</p>
            <Filmstrip pictures={clap.pictures} chosen={shown} onChoose={setChosen} />
            <div className={css['buttons']}>
              {found < 0 ? (
                <p className={css['note']}>{sync.pictureEarly(-found)}</p>
              ) : (
                <Button
                  variant="primary"
                  onClick={() => {
                    save(found);
                    again();
                  }}
                >
                  {sync.use(found)}
                </Button>
              )}
              <Button onClick={again}>{sync.again}</Button>
            </div>
          </>
        )}
      </section>
    </Dialog>
  );
}
