/** The filters of a scene. */
import type { Scene } from '../../../shared/studio/document-schema.ts';
import { useSettings } from '../../state/services.ts';
import { Dialog } from '../../ui/overlays/Dialog.tsx';
import { DoneButton } from '../../ui/overlays/DoneButton.tsx';
import { PictureFilters } from './PictureFilters.tsx';
import { filtersAt } from './filter-edits.ts';
import { texts } from '../../../shared/text/text.ts';

export interface FiltersDialogProps {
  readonly scene: Scene;
  readonly onClose: () => void;
}

export function FiltersDialog({ scene, onClose }: FiltersDialogProps) {
  const owner = { sceneId: scene.id };
  const filters = useSettings(({ studio }) => filtersAt(studio, owner));
  return (
    <Dialog
      title={texts.filters.titleOf(scene.name)}
      width="narrow"
      onClose={onClose}
      footer={<DoneButton onClick={onClose} />}
    >
      <PictureFilters owner={owner} filters={filters} />
    </Dialog>
  );
}
