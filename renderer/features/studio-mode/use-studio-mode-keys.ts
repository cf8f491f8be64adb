/** Keys of studio mode: Ctrl+Shift+Enter puts the preview on air, Ctrl+1 to Ctrl+9 do so by a quick transition. */
import type { Transition } from '../../../shared/studio/transition.ts';
import { runOrShowError, useServices } from '../../state/services.ts';
import type { Shortcuts } from '../../ui/use-shortcuts.ts';
import { quickTransitionsOf } from './quick-transitions.ts';

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

export function useStudioModeKeys(): Shortcuts {
  const services = useServices();
  const canvasInPreview = () => {
    const [canvas] = services.settings.store.getState().studio.canvases;
    return canvas?.preview === undefined ? undefined : canvas;
  };
  const go = (canvasId: string, transition: Transition | undefined) =>
    runOrShowError(services, services.run({ type: 'transition', canvasId, transition }));
  const quick = KEYS.map((key, index) => {
    const action = () => {
      const canvas = canvasInPreview();
      const transition = canvas && quickTransitionsOf(canvas)[index];
      if (canvas !== undefined && transition !== undefined) go(canvas.id, transition);
    };
    return [`Ctrl+${key}`, action] as const;
  });
  return {
    ...Object.fromEntries(quick),
    'Ctrl+Shift+Enter': () => {
      const canvas = canvasInPreview();
      if (canvas !== undefined) go(canvas.id, undefined);
    },
  };
}
