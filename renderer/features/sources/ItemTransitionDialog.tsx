/** How an item comes and goes while its scene is on air. */
import { useStore } from 'zustand';
import type { Item, Scene } from '../../../shared/studio/document-schema.ts';
import { itemTransitionSchema } from '../../../shared/studio/transition.ts';
import { runOrShowError, useServices, useSettings } from '../../state/services.ts';
import { Dialog } from '../../ui/overlays/Dialog.tsx';
import { DoneButton } from '../../ui/overlays/DoneButton.tsx';
import { TransitionFields } from '../scenes/index.ts';
import { editedTransitions } from './item-transitions.ts';
import { texts } from '../../../shared/text/text.ts';
import css from './SourcePanel.module.css';

const kinds = ['fade', 'slide', 'wipe'] as const;
const close = () => editedTransitions.setState({ itemId: undefined });

export function ItemTransitionDialog({ scene }: { readonly scene: Scene }) {
  const { itemId } = useStore(editedTransitions);
  const item = scene.items.find(({ id }) => id === itemId);
  return item === undefined ? undefined : <OpenDialog scene={scene} item={item} />;
}

function OpenDialog({ scene, item }: { readonly scene: Scene; readonly item: Item }) {
  const services = useServices();
  const name = useSettings(({ studio }) => studio.sources.find(({ id }) => id === item.sourceId)?.name ?? '');
  const fields = (when: 'show' | 'hide') => (
    <fieldset className={css['transition']}>
      <legend>{texts.transitions[when]}</legend>
      <TransitionFields
        label={texts.transitions[when]}
        kinds={kinds}
        inherited={texts.transitions.none}
        transition={item[`${when}Transition`]}
        onChange={(transition, gestureId) => {
          const command = {
            ...({ type: 'setItemTransition', sceneId: scene.id, itemId: item.id, when, gestureId } as const),
            transition: itemTransitionSchema.safeParse(transition).data,
          };
          runOrShowError(services, services.run(command));
        }}
      />
    </fieldset>
  );
  return (
    <Dialog
      title={texts.transitions.ofItem(name)}
      width="narrow"
      onClose={close}
      footer={<DoneButton onClick={close} />}
    >
      {fields('show')}
      {fields('hide')}
    </Dialog>
  );
}
