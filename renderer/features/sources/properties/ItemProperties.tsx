/** What the selected source is and where it stands: everything changes on air at once, and undo takes it back. */
import { Ellipsis } from 'lucide-react';
import { missingCase } from '../../../../shared/assert.ts';
import type { Item, Scene, VideoSource } from '../../../../shared/studio/document-schema.ts';
import { mainVideoOf } from '../../../../shared/studio/document.ts';
import { isSameDevice } from '../../../../shared/studio/inputs.ts';
import type { FilterOwner } from '../../../../shared/studio/filters/filter-commands.ts';
import type { VideoInput } from '../../../../shared/studio/inputs.ts';
import { useCapture, useServices, useSettings } from '../../../state/services.ts';
import { useMediaChoice } from '../../../state/use-media-choice.ts';
import { IconButton } from '../../../ui/controls/IconButton.tsx';
import { SectionHeading } from '../../../ui/layout/SectionHeading.tsx';
import { Menu } from '../../../ui/overlays/Menu.tsx';
import { FilterSection } from '../../filters/index.ts';
import { itemMenu } from '../list/item-menu.ts';
import { ImageProperties, SlideshowProperties } from './FileProperties.tsx';
import { CameraProperties } from './captured/CameraProperties.tsx';
import { ScreenProperties } from './captured/ScreenProperties.tsx';
import { ColourProperties } from './ColourProperties.tsx';
import { MediaProperties } from './media/MediaProperties.tsx';
import { PageProperties } from './PageProperties.tsx';
import { PlaceFields } from './PlaceFields.tsx';
import { SourceChoices } from './SourceChoices.tsx';
import { TextProperties } from './text/TextProperties.tsx';
import { useEdit } from '../../../state/editing/use-edit.ts';
import { texts } from '../../../../shared/text/text.ts';
import css from './properties.module.css';

export interface ItemPropertiesProps {
  readonly scene: Scene;
  readonly items: readonly Item[];
  readonly onRename: (item: Item) => void;
}

export function ItemProperties({ scene, items, onRename }: ItemPropertiesProps) {
  const services = useServices();
  const sources = useSettings(({ studio }) => studio.sources);
  const [item] = items;
  if (item === undefined) return undefined;
  const source = sources.find(({ id }) => id === item.sourceId);
  if (source?.kind !== 'video') return undefined;
  const title = items.length > 1 ? texts.properties.severalSelected(items.length) : source.name;
  return (
    <section className={css['section']} aria-label={title}>
      <SectionHeading title={title}>
        <Menu
          trigger={<IconButton label={texts.items.more(title)} icon={<Ellipsis size={16} aria-hidden />} />}
          items={itemMenu({ services, scene, items, onRename })}
        />
      </SectionHeading>
      {items.length > 1 ? undefined : (
        <>
          <OwnProperties scene={scene} source={source} />
          <PlaceFields key={item.id} scene={scene} item={item} />
          <FilterSection key={source.id} owner={filterOwnerOf(source)} />
        </>
      )}
    </section>
  );
}

/** A nested scene has filters of its own wherever it stands. */
function filterOwnerOf({ id, input }: VideoSource): FilterOwner {
  return input.type === 'scene' ? { sceneId: input.sceneId } : { sourceId: id };
}

function OwnProperties({ scene, source }: { readonly scene: Scene; readonly source: VideoSource }) {
  const edit = useEdit();
  const scenes = useSettings(({ studio }) => studio.scenes);
  const isMain = useSettings(({ studio }) => mainVideoOf(studio)?.id === source.id);
  const found = useCapture(({ videos }) => videos[source.id]?.choice);
  const openId = useCapture(({ videos }) => videos[source.id]?.deviceId);
  const { chooseSource } = useMediaChoice();
  const { input } = source;
  const change = (next: VideoInput, gestureId: string | undefined) =>
    edit({ type: 'setSourceInput', sourceId: source.id, input: next, gestureId });
  switch (input.type) {
    case 'camera':
    case 'screen':
    case 'pattern':
      return (
        <>
          <SourceChoices
            chosen={found?.type === input.type ? found : input}
            openId={openId}
            hasAllKinds={isMain && scene.items.length === 1}
            // Chosen once more, a device keeps what was set of it.
            onChoose={(chosen) =>
              chooseSource(isSameDevice(chosen, input) ? { ...input, ...chosen } : chosen, source.id)
            }
          />
          {input.type === 'camera' ? (
            <CameraProperties
              sourceId={source.id}
              input={input}
              onChange={(next) => change(next, undefined)}
            />
          ) : undefined}
          {input.type === 'screen' ? (
            <ScreenProperties sourceId={source.id} input={input} onChange={change} />
          ) : undefined}
        </>
      );
    case 'text':
      return <TextProperties sourceId={source.id} input={input} onChange={change} />;
    case 'colour':
      return <ColourProperties input={input} onChange={change} />;
    case 'scene': {
      const shown = scenes.find(({ id }) => id === input.sceneId);
      if (shown?.group !== undefined)
        return <p className={css['note']}>{texts.properties.holds(shown.items.length)}</p>;
      return <p className={css['note']}>{texts.properties.shows(shown?.name ?? '')}</p>;
    }
    case 'image':
      return <ImageProperties sourceId={source.id} input={input} />;
    case 'media':
      return <MediaProperties sourceId={source.id} input={input} onChange={change} />;
    case 'slideshow':
      return <SlideshowProperties sourceId={source.id} input={input} onChange={change} />;
    case 'page':
      return <PageProperties sourceId={source.id} input={input} />;
    default:
      return missingCase(input);
  }
}
