/** What the picture comes from: cameras, a screen or window, the test picture. */
import { useState } from 'react';
import { Grid3x3, Monitor, Video } from 'lucide-react';
import { useCapture } from '../../state/services.ts';
import { ChoiceRow } from '../../ui/controls/ChoiceRow.tsx';
import { SectionHeading } from '../../ui/layout/SectionHeading.tsx';
import { ScreenPicker } from './ScreenPicker.tsx';
import { useMediaChoice } from '../../state/use-media-choice.ts';
import { texts } from '../../../shared/text/text.ts';
import css from './SourceList.module.css';

export function SourceList() {
  const source = useCapture((state) => state.source);
  const video = useCapture((state) => state.video);
  const cameras = useCapture((state) => state.cameras);
  const { chooseSource } = useMediaChoice();
  const [isPicking, setIsPicking] = useState(false);
  const size =
    video.phase === 'running' && video.height !== undefined
      ? describeSize(video.height, video.fps)
      : undefined;
  const isChosenCamera = (deviceId: string, index: number) =>
    source.type === 'camera' && (source.deviceId === undefined ? index === 0 : source.deviceId === deviceId);
  return (
    <section className={css['section']}>
      <SectionHeading title={texts.sources.title} />
      <div role="radiogroup" aria-label={texts.sources.list} className={css['list']}>
        {cameras.map((camera, index) => (
          <ChoiceRow
            key={camera.deviceId}
            icon={<Video size={16} strokeWidth={1.75} aria-hidden />}
            label={camera.label === '' ? texts.sources.cameraNumber(index + 1) : camera.label}
            note={isChosenCamera(camera.deviceId, index) ? size : undefined}
            isChosen={isChosenCamera(camera.deviceId, index)}
            onChoose={() => chooseSource({ type: 'camera', ...camera })}
          />
        ))}
        {cameras.length === 0 ? (
          <ChoiceRow
            icon={<Video size={16} strokeWidth={1.75} aria-hidden />}
            label={texts.sources.camera}
            note={texts.sources.noneFound}
            isChosen={source.type === 'camera'}
            onChoose={() => chooseSource({ type: 'camera' })}
          />
        ) : undefined}
        <ChoiceRow
          icon={<Monitor size={16} strokeWidth={1.75} aria-hidden />}
          label={
            source.type === 'screen'
              ? describeScreen(source.sourceId, source.title)
              : texts.sources.pickScreen
          }
          note={source.type === 'screen' ? size : undefined}
          isChosen={source.type === 'screen'}
          onChoose={() => setIsPicking(true)}
        />
        <ChoiceRow
          icon={<Grid3x3 size={16} strokeWidth={1.75} aria-hidden />}
          label={texts.sources.testPattern}
          note={source.type === 'pattern' ? size : undefined}
          isChosen={source.type === 'pattern'}
          onChoose={() => chooseSource({ type: 'pattern' })}
        />
      </div>
      {isPicking ? (
        <ScreenPicker
          onClose={() => setIsPicking(false)}
          onChoose={(chosen) => {
            setIsPicking(false);
            const { id, title, program } = chosen;
            chooseSource({ type: 'screen', sourceId: id, title, ...(program && { program }) });
          }}
        />
      ) : undefined}
    </section>
  );
}

function describeSize(height: number, fps: number | undefined): string {
  return `${height}p${fps === undefined ? '' : Math.round(fps)}`;
}

function describeScreen(sourceId: string | undefined, title: string | undefined): string {
  if (title !== undefined && title !== '') return title;
  return sourceId?.startsWith('window') === true ? texts.sources.selectedWindow : texts.sources.wholeScreen;
}
