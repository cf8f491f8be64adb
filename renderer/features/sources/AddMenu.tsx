/** What can be added to the scene: devices, screens, what Upcast draws, another scene, a source that is there already. */
import { useState } from 'react';
import { canvasSizeOf, listedScenes } from '../../../shared/studio/document.ts';
import type { Scene } from '../../../shared/studio/document-schema.ts';
import type { VideoInput } from '../../../shared/studio/inputs.ts';
import { selectItems } from '../../state/selection.ts';
import { runOrShowError, useCapture, useServices, useSettings } from '../../state/services.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { SecretFrame } from '../destinations/index.ts';
import { Menu } from '../../ui/overlays/Menu.tsx';
import type { MenuItem } from '../../ui/overlays/MenuEntries.tsx';
import { ScreenPicker } from './ScreenPicker.tsx';
import { addExisting, addSource, isCycle, newColour, newText, screenInput } from './new-sources.ts';
import { texts } from '../../../shared/text/text.ts';

type ChooseChannel = 'sourceFiles:chooseImage' | 'sourceFiles:chooseSlides' | 'sourceFiles:chooseMedia';

export function AddMenu({ scene }: { readonly scene: Scene }) {
  const services = useServices();
  const studio = useSettings((state) => state.studio);
  const cameras = useCapture((state) => state.cameras);
  const [isPicking, setIsPicking] = useState(false);
  const [isAddingPage, setIsAddingPage] = useState(false);
  const canvas = canvasSizeOf(studio, scene.id);
  const add = (name: string, input: VideoInput) =>
    runOrShowError(services, addSource(services, scene, name, input));
  const { kinds } = texts.items;
  const choose = (channel: ChooseChannel, name: string) =>
    runOrShowError(
      services,
      services.client.invoke(channel, { sceneId: scene.id, name }).then((created) => {
        if (created?.itemId !== undefined) selectItems(scene.id, [created.itemId]);
      }),
    );
  const asItem = (label: string, input: VideoInput | undefined, onSelect: () => void): MenuItem =>
    isCycle(studio, scene, input)
      ? { label: texts.items.wouldContainItself(label), isDisabled: true, onSelect }
      : { label, onSelect };
  const others = listedScenes(studio)
    .filter(({ id }) => id !== scene.id)
    .map(({ id, name }) => {
      const input = { type: 'scene', sceneId: id } as const;
      return asItem(name, input, () => add(name, input));
    });
  const existing = studio.sources.flatMap((source) =>
    source.kind === 'video'
      ? [
          asItem(source.name, source.input, () =>
            runOrShowError(services, addExisting(services, scene, source.id)),
          ),
        ]
      : [],
  );
  const items: readonly MenuItem[] = [
    ...cameras.map((camera, index): MenuItem => {
      const label = camera.label === '' ? texts.sources.cameraNumber(index + 1) : camera.label;
      return { label, onSelect: () => add(label, { type: 'camera', ...camera }) };
    }),
    ...(cameras.length === 0
      ? [{ label: kinds.camera, onSelect: () => add(kinds.camera, { type: 'camera' }) }]
      : []),
    { label: texts.sources.pickScreen, onSelect: () => setIsPicking(true) },
    { label: kinds.pattern, onSelect: () => add(kinds.pattern, { type: 'pattern' }) },
    'line',
    { label: kinds.text, onSelect: () => add(kinds.text, newText(canvas)) },
    { label: kinds.colour, onSelect: () => add(kinds.colour, newColour(canvas)) },
    { label: texts.items.chooseImage, onSelect: () => choose('sourceFiles:chooseImage', kinds.image) },
    { label: texts.items.chooseMedia, onSelect: () => choose('sourceFiles:chooseMedia', kinds.media) },
    { label: texts.items.chooseSlides, onSelect: () => choose('sourceFiles:chooseSlides', kinds.slideshow) },
    { label: texts.items.addPage, onSelect: () => setIsAddingPage(true) },
    ...(others.length + existing.length === 0 ? [] : (['line'] as const)),
    ...(others.length === 0 ? [] : [{ label: texts.items.scene, items: others }]),
    ...(existing.length === 0 ? [] : [{ label: texts.items.existing, items: existing }]),
  ];
  return (
    <>
      <Menu
        trigger={
          <Button variant="link" aria-label={texts.items.addSource}>
            {texts.items.add}
          </Button>
        }
        items={items}
      />
      {isPicking ? (
        <ScreenPicker
          onClose={() => setIsPicking(false)}
          onChoose={(screen) => {
            setIsPicking(false);
            add(screen.title === '' ? screen.name : screen.title, screenInput(screen));
          }}
        />
      ) : undefined}
      {isAddingPage ? (
        <SecretFrame
          task={{ type: 'newPage', id: scene.id }}
          onClose={(outcome) => {
            setIsAddingPage(false);
            if (outcome.type === 'added') selectItems(scene.id, [outcome.itemId]);
          }}
        />
      ) : undefined}
    </>
  );
}
