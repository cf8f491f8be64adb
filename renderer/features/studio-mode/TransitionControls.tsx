/** How the preview goes on air: at a press, by hand, or by a quick transition. */
import type { Canvas } from '../../../shared/studio/document-schema.ts';
import { runOrShowError, useServices } from '../../state/services.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { Switch } from '../../ui/controls/Switch.tsx';
import { shownKeys } from '../../ui/keyboard/shortcut-keys.ts';
import { QuickTransitions } from './QuickTransitions.tsx';
import { TBar } from './TBar.tsx';
import { texts } from '../../../shared/text/text.ts';
import css from './StudioMode.module.css';

export function TransitionControls({ canvas }: { readonly canvas: Canvas }) {
  const services = useServices();
  const { run } = services;
  const canvasId = canvas.id;
  return (
    <section className={css['controls']} aria-label={texts.studioMode.controls}>
      <Button
        variant="primary"
        className={css['transition']}
        title={shownKeys(texts.studioMode.transitionHint(texts.studioMode.transitionShortcut))}
        onClick={() => runOrShowError(services, run({ type: 'transition', canvasId }))}
      >
        {texts.studioMode.transition}
      </Button>
      <TBar canvasId={canvasId} position={canvas.preview?.position ?? 0} />
      <QuickTransitions canvas={canvas} />
      <div className={css['swap']}>
        <Switch
          label={texts.studioMode.swap}
          isOn={canvas.isSwapping !== false}
          onChange={(isSwapping) =>
            runOrShowError(services, run({ type: 'setStudioMode', canvasId, isSwapping }))
          }
        />
        <span title={texts.studioMode.swap}>{texts.studioMode.swapShort}</span>
      </div>
    </section>
  );
}
