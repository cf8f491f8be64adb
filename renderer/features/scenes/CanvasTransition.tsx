/** How the canvas goes from one scene to another. */
import { runOrShowError, useServices, useSettings } from '../../state/services.ts';
import { TransitionFields } from './TransitionFields.tsx';

export function CanvasTransition() {
  const services = useServices();
  const canvas = useSettings(({ studio }) => studio.canvases[0]);
  if (canvas === undefined) return undefined;
  return (
    <TransitionFields
      transition={canvas.transition}
      onChange={(transition, gestureId) => {
        if (transition === undefined) return;
        const command = { type: 'setTransition', canvasId: canvas.id, transition, gestureId } as const;
        runOrShowError(services, services.run(command));
      }}
    />
  );
}
