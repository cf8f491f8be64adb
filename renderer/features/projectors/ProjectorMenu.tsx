/** Opens projectors: what to show, and where. */
import { useState } from 'react';
import { MonitorPlay } from 'lucide-react';
import type { DisplayFacts } from '../../../shared/ipc/projector-name.ts';
import { listedScenes } from '../../../shared/studio/document.ts';
import { runOrShowError, useServices, useSettings } from '../../state/services.ts';
import { IconButton } from '../../ui/controls/IconButton.tsx';
import { Menu } from '../../ui/overlays/Menu.tsx';
import type { MenuItem } from '../../ui/overlays/MenuEntries.tsx';
import { openProjector } from './projector-store.ts';
import type { ProjectorContent } from './projector-store.ts';
import { texts } from '../../../shared/text/text.ts';

export function ProjectorMenu() {
  const services = useServices();
  const { client, toasts } = services;
  const studio = useSettings((settings) => settings.studio);
  const [displays, setDisplays] = useState<readonly DisplayFacts[]>([]);
  const open = (content: ProjectorContent, displayId?: string) => {
    if (!openProjector(content, displayId)) toasts.show({ tone: 'problem', title: texts.projectors.refused });
  };
  const places = (content: ProjectorContent): readonly MenuItem[] => [
    { label: texts.projectors.inWindow, onSelect: () => open(content) },
    ...displays.map(({ id, label, isPrimary }, index): MenuItem => ({
      label: texts.projectors.onDisplay(label || texts.projectors.display(index + 1, isPrimary)),
      onSelect: () => open(content, id),
    })),
  ];
  const videos = studio.sources.filter(({ kind }) => kind === 'video');
  const items: readonly MenuItem[] = [
    { label: texts.projectors.multiview, items: places({ type: 'multiview' }) },
    { label: texts.projectors.program, items: places({ type: 'program' }) },
    { label: texts.projectors.preview, items: places({ type: 'preview' }) },
    'line',
    {
      label: texts.projectors.scene,
      items: listedScenes(studio).map(({ id, name }) => ({
        label: name,
        items: places({ type: 'scene', sceneId: id }),
      })),
    },
    {
      label: texts.projectors.source,
      isDisabled: videos.length === 0,
      items: videos.map(({ id, name }) => ({ label: name, items: places({ type: 'source', sourceId: id }) })),
    },
  ];
  return (
    <Menu
      trigger={
        <IconButton
          label={texts.projectors.menu}
          icon={<MonitorPlay size={16} strokeWidth={1.75} aria-hidden />}
          // Monitors come and go: the list is made when it is about to be read.
          onPointerEnter={listDisplays}
          onFocus={listDisplays}
        />
      }
      items={items}
    />
  );

  function listDisplays(): void {
    runOrShowError(services, client.invoke('displays:list').then(setDisplays));
  }
}
