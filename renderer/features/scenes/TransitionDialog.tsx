/** The transition that leads to one scene, in place of the canvas's own. */
import type { Scene } from '../../../shared/studio/document-schema.ts';
import { runOrShowError, useServices, useSettings } from '../../state/services.ts';
import { Dialog } from '../../ui/overlays/Dialog.tsx';
import { DoneButton } from '../../ui/overlays/DoneButton.tsx';
import { TransitionFields } from './TransitionFields.tsx';
import { texts } from '../../../shared/text/text.ts';

export interface TransitionDialogProps {
  readonly scene: Scene;
  readonly onClose: () => void;
}

export function TransitionDialog({ scene, onClose }: TransitionDialogProps) {
  const services = useServices();
  const kind = useSettings(({ studio }) => studio.canvases[0]?.transition.kind ?? 'cut');
  return (
    <Dialog
      title={texts.transitions.dialog(scene.name)}
      width="narrow"
      onClose={onClose}
      footer={<DoneButton onClick={onClose} />}
    >
      <TransitionFields
        transition={scene.transition}
        inherited={texts.transitions.asOthers(texts.transitions.kinds[kind])}
        onChange={(transition, gestureId) => {
          const command = { type: 'setSceneTransition', sceneId: scene.id, transition, gestureId } as const;
          runOrShowError(services, services.run(command));
        }}
      />
    </Dialog>
  );
}
