/**
 * What a captured source can be: the cameras, a screen or window, the test pattern. Of a scene without sources, or with this one
 * alone, every kind; else those of its own kind.
 */
import { useState } from 'react';
import type { CapturedInput } from '../../../../shared/studio/inputs.ts';
import { useCapture } from '../../../state/services.ts';
import { ChoiceRow } from '../../../ui/controls/ChoiceRow.tsx';
import { ScreenPicker } from '../ScreenPicker.tsx';
import { SourceIcon } from '../list/SourceIcon.tsx';
import { screenInput } from '../new-sources.ts';
import { isChosenCamera } from './captured/camera-choices.ts';
import { texts } from '../../../../shared/text/text.ts';
import css from './properties.module.css';

export interface SourceChoicesProps {
  /** Undefined: no source yet. */
  readonly chosen: CapturedInput | undefined;
  /** Of the camera that is open. */
  readonly openId?: string | undefined;
  readonly hasAllKinds: boolean;
  readonly onChoose: (input: CapturedInput) => void;
}

export function SourceChoices({ chosen, openId, hasAllKinds, onChoose }: SourceChoicesProps) {
  const cameras = useCapture((state) => state.cameras);
  const [isPicking, setIsPicking] = useState(false);
  const has = (type: CapturedInput['type']): boolean => hasAllKinds || chosen?.type === type;
  return (
    <div role="radiogroup" aria-label={texts.sources.list} className={css['choices']}>
      {has('camera')
        ? cameras.map((camera, index) => (
            <ChoiceRow
              key={camera.deviceId}
              icon={<SourceIcon type="camera" />}
              label={camera.label === '' ? texts.sources.cameraNumber(index + 1) : camera.label}
              isChosen={isChosenCamera(chosen, camera.deviceId, openId)}
              onChoose={() => onChoose({ type: 'camera', ...camera })}
            />
          ))
        : undefined}
      {has('camera') && cameras.length === 0 ? (
        <ChoiceRow
          icon={<SourceIcon type="camera" />}
          label={texts.sources.camera}
          note={texts.sources.noneFound}
          isChosen={chosen?.type === 'camera'}
          onChoose={() => onChoose({ type: 'camera' })}
        />
      ) : undefined}
      {has('screen') ? (
        <ChoiceRow
          icon={<SourceIcon type="screen" />}
          label={
            chosen?.type === 'screen'
              ? describeScreen(chosen.sourceId, chosen.title)
              : texts.sources.pickScreen
          }
          isChosen={chosen?.type === 'screen'}
          onChoose={() => setIsPicking(true)}
        />
      ) : undefined}
      {has('pattern') ? (
        <ChoiceRow
          icon={<SourceIcon type="pattern" />}
          label={texts.sources.testPattern}
          isChosen={chosen?.type === 'pattern'}
          onChoose={() => onChoose({ type: 'pattern' })}
        />
      ) : undefined}
      {isPicking ? (
        <ScreenPicker
          onClose={() => setIsPicking(false)}
          onChoose={(screen) => {
            setIsPicking(false);
            onChoose(screenInput(screen));
          }}
        />
      ) : undefined}
    </div>
  );
}

function describeScreen(sourceId: string | undefined, title: string | undefined): string {
  if (title !== undefined && title !== '') return title;
  return sourceId?.startsWith('window') === true ? texts.sources.selectedWindow : texts.sources.wholeScreen;
}
