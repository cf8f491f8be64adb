/** Transitions that are one press away, each with its own kind and duration. */
import { useState } from 'react';
import { Plus } from 'lucide-react';
import type { Canvas } from '../../../shared/studio/document-schema.ts';
import { defaultTransition } from '../../../shared/studio/transition.ts';
import type { Transition } from '../../../shared/studio/transition.ts';
import { runOrShowError, useServices } from '../../state/services.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { IconButton } from '../../ui/controls/IconButton.tsx';
import { ContextMenu } from '../../ui/overlays/ContextMenu.tsx';
import { Dialog } from '../../ui/overlays/Dialog.tsx';
import { isDeleteKey, shownKeys } from '../../ui/keyboard/shortcut-keys.ts';
import { TransitionFields } from '../scenes/index.ts';
import { quickTransitionsOf } from './quick-transitions.ts';
import { texts } from '../../../shared/text/text.ts';
import css from './StudioMode.module.css';

export function QuickTransitions({ canvas }: { readonly canvas: Canvas }) {
  const services = useServices();
  const { run } = services;
  const [added, setAdded] = useState<Transition>();
  const transitions = quickTransitionsOf(canvas);
  const canvasId = canvas.id;
  const keep = (quickTransitions: Transition[]) =>
    runOrShowError(services, run({ type: 'setQuickTransitions', canvasId, quickTransitions }));
  return (
    <div className={css['quick']} role="group" aria-label={texts.studioMode.quick}>
      {transitions.map((transition, index) => {
        const name = nameOf(transition);
        const shortcut = index < 9 ? texts.studioMode.quickShortcut(index + 1) : undefined;
        const remove = () => keep(transitions.filter((_each, at) => at !== index));
        return (
          <ContextMenu
            key={`${index}-${name}`}
            items={[{ label: texts.studioMode.remove, shortcut: 'Delete', isDanger: true, onSelect: remove }]}
          >
            <Button
              size="small"
              title={shownKeys(texts.studioMode.quickHint(name, shortcut))}
              onClick={() => runOrShowError(services, run({ type: 'transition', canvasId, transition }))}
              onKeyDown={({ key }) => {
                if (isDeleteKey(key)) remove();
              }}
            >
              {name}
            </Button>
          </ContextMenu>
        );
      })}
      <IconButton
        label={texts.studioMode.addQuick}
        icon={<Plus size={14} strokeWidth={2} aria-hidden />}
        onClick={() => setAdded(defaultTransition)}
      />
      {added === undefined ? undefined : (
        <Dialog
          title={texts.studioMode.newQuick}
          width="narrow"
          onClose={() => setAdded(undefined)}
          footer={
            <Button
              variant="primary"
              onClick={() => {
                keep([...transitions, added]);
                setAdded(undefined);
              }}
            >
              {texts.studioMode.add}
            </Button>
          }
        >
          <TransitionFields
            transition={added}
            mayChooseFile={false}
            onChange={(transition) => {
              if (transition !== undefined) setAdded(transition);
            }}
          />
        </Dialog>
      )}
    </div>
  );
}

function nameOf(transition: Transition): string {
  const kind = texts.transitions.kinds[transition.kind];
  return texts.studioMode.quickName(kind, 'durationMs' in transition ? transition.durationMs : undefined);
}
