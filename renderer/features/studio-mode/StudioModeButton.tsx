/** Turns studio mode on and off. */
import { Columns2 } from 'lucide-react';
import { runOrShowError, useServices, useSettings } from '../../state/services.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { texts } from '../../../shared/text/text.ts';
import css from './StudioMode.module.css';

export function StudioModeButton() {
  const services = useServices();
  const canvas = useSettings(({ studio }) => studio.canvases[0]);
  if (canvas === undefined) return undefined;
  const isOn = canvas.preview !== undefined;
  return (
    <Button
      size="small"
      className={css['switch']}
      aria-pressed={isOn}
      title={isOn ? texts.studioMode.turnOff : texts.studioMode.turnOn}
      icon={<Columns2 size={14} strokeWidth={1.75} aria-hidden />}
      onClick={() =>
        runOrShowError(services, services.run({ type: 'setStudioMode', canvasId: canvas.id, isOn: !isOn }))
      }
    >
      {texts.studioMode.title}
    </Button>
  );
}
