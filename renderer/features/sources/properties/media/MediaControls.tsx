/** Plays, pauses, stops and seeks a media source, and shows where the source is. */
import { useState } from 'react';
import { Pause, Play, RotateCcw, SkipBack, SkipForward, Square } from 'lucide-react';
import type { VideoSourceState } from '../../../../media/capture/capture-state.ts';
import type { MediaAction } from '../../../../../shared/studio/files/media-input.ts';
import { runOrShowError, useCapture, useServices } from '../../../../state/services.ts';
import { IconButton } from '../../../../ui/controls/IconButton.tsx';
import { texts } from '../../../../../shared/text/text.ts';
import css from '../properties.module.css';

export interface MediaControlsProps {
  readonly sourceId: string;
  /** There is more than one file. */
  readonly isList: boolean;
}

type MediaState = NonNullable<VideoSourceState['media']>;

/** Below it, an arrow key seeks by tenths of a second; else by whole ones. */
const SHORT_MS = 10_000;
/** The source reports the place itself before it moves on. */
const NEAR_MS = 300;

export function MediaControls({ sourceId, isList }: MediaControlsProps) {
  const services = useServices();
  const state = useCapture(({ videos }) => videos[sourceId]?.media);
  const words = texts.media;
  const control = (action: MediaAction, atMs?: number) =>
    runOrShowError(services, services.run({ type: 'controlMedia', sourceId, action, atMs }));
  const isPlaying = state?.phase === 'playing' || state?.phase === 'waiting';
  return (
    <div role="group" aria-label={words.controls}>
      <div className={css['buttons']}>
        {isList && (
          <IconButton
            label={words.previous}
            icon={<SkipBack size={16} />}
            onClick={() => control('previous')}
          />
        )}
        <IconButton
          label={isPlaying ? words.pause : words.play}
          icon={isPlaying ? <Pause size={16} /> : <Play size={16} />}
          onClick={() => control(isPlaying ? 'pause' : 'play')}
        />
        <IconButton label={words.stop} icon={<Square size={16} />} onClick={() => control('stop')} />
        <IconButton label={words.restart} icon={<RotateCcw size={16} />} onClick={() => control('restart')} />
        {isList && (
          <IconButton label={words.next} icon={<SkipForward size={16} />} onClick={() => control('next')} />
        )}
      </div>
      {state !== undefined && (
        <>
          <PositionSlider state={state} onSeek={(atMs) => control('seek', atMs)} />
          <span className={css['note']}>
            {words.position(state.phase, state.positionMs, state.durationMs)}
          </span>
        </>
      )}
    </div>
  );
}

interface PositionSliderProps {
  readonly state: MediaState;
  readonly onSeek: (atMs: number) => void;
}

interface Moved {
  readonly atMs: number;
  /** What the source said when the seek was sent; undefined while the thumb is held. */
  readonly from?: MediaState;
}

/** Seeks once a drag ends or a key is released: each place begins another ffmpeg. */
function PositionSlider({ state, onSeek }: PositionSliderProps) {
  /** Where the thumb is or was moved to; counts until the source is there. */
  const [moved, setMoved] = useState<Moved>();
  const { phase, positionMs, durationMs } = state;
  const hasAnswer = moved?.from !== undefined && moved.from !== state;
  const isThere = hasAnswer && Math.abs(positionMs - moved.atMs) < NEAR_MS;
  if (isThere) setMoved(undefined);
  const shownMs = moved?.atMs ?? positionMs;
  const seek = () => {
    if (moved === undefined || moved.from !== undefined) return;
    setMoved({ ...moved, from: state });
    onSeek(moved.atMs);
  };
  return (
    <input
      type="range"
      className={css['range']}
      aria-label={texts.media.slider}
      aria-valuetext={texts.media.place(shownMs, durationMs)}
      disabled={durationMs === undefined || phase === 'stopped'}
      min={0}
      max={durationMs ?? 0}
      step={(durationMs ?? 0) < SHORT_MS ? 100 : 1000}
      value={shownMs}
      onPointerUp={seek}
      onKeyUp={seek}
      onBlur={seek}
      onChange={({ target }) => setMoved({ atMs: target.valueAsNumber })}
    />
  );
}
