/** The sources of the scene that is edited: the list, what can be added, and the properties of what is selected. */
import { useState } from 'react';
import { useStore } from 'zustand';
import { editedSceneOf, listedScenes, mainSceneOf } from '../../../shared/studio/document.ts';
import { containsScene } from '../../../shared/studio/nesting.ts';
import type { CapturedInput } from '../../../shared/studio/inputs.ts';
import { runOrShowError, useServices, useSettings } from '../../state/services.ts';
import { editedItems, selectItems, selection } from '../../state/selection.ts';
import { useMediaChoice } from '../../state/use-media-choice.ts';
import { SectionHeading } from '../../ui/layout/SectionHeading.tsx';
import { AddMenu } from './AddMenu.tsx';
import { addSource, deviceName } from './new-sources.ts';
import { ItemTransitionDialog } from './ItemTransitionDialog.tsx';
import { ItemList } from './list/ItemList.tsx';
import { ItemProperties } from './properties/ItemProperties.tsx';
import { SourceChoices } from './properties/SourceChoices.tsx';
import { texts } from '../../../shared/text/text.ts';
import css from './SourcePanel.module.css';

export function SourcePanel() {
  const services = useServices();
  const studio = useSettings((state) => state.studio);
  const scene = editedSceneOf(studio);
  const state = useStore(selection);
  // Items of a group are selected in the group's own scene.
  const group = studio.scenes.find(({ id, group: frame }) => id === state.sceneId && frame !== undefined);
  const edited = group !== undefined && containsScene(studio, scene.id, group.id) ? group : scene;
  const selected = editedItems(edited, state);
  const [renamedId, setRenamedId] = useState<string>();
  const { chooseSource } = useMediaChoice();
  // A scene that is prepared gets a source of its own: nothing changes on air.
  const choose = (input: CapturedInput) => {
    if (scene.id === mainSceneOf(studio).id) chooseSource(input);
    else runOrShowError(services, addSource(services, scene, deviceName(input), input));
  };
  const title = listedScenes(studio).length === 1 ? texts.items.title : texts.items.titleIn(scene.name);
  return (
    <>
      <section className={css['section']} aria-label={title}>
        <SectionHeading title={title}>
          <AddMenu scene={scene} />
        </SectionHeading>
        {scene.items.length === 0 ? (
          <>
            <p className={css['empty']}>{texts.items.empty}</p>
            <SourceChoices chosen={undefined} hasAllKinds onChoose={choose} />
          </>
        ) : (
          <ItemList
            key={scene.id}
            scene={scene}
            selected={selected}
            renamedId={renamedId}
            onRename={(owner, item) => {
              selectItems(owner.id, [item.id]);
              setRenamedId(item.id);
            }}
            onRenamed={() => setRenamedId(undefined)}
          />
        )}
      </section>
      <ItemTransitionDialog scene={edited} />
      <ItemProperties scene={edited} items={selected} onRename={({ id }) => setRenamedId(id)} />
    </>
  );
}
