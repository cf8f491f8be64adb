/** Asks before another collection is opened while a stream runs. */
import type { CollectionName } from '../../../shared/studio/collections/collection-commands.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { Dialog } from '../../ui/overlays/Dialog.tsx';
import { texts } from '../../../shared/text/text.ts';

export type Asked =
  { readonly type: 'new' } | { readonly type: 'switch'; readonly collection: CollectionName };

export interface LiveQuestionProps {
  readonly asked: Asked;
  readonly onAgree: () => void;
  readonly onClose: () => void;
}

export function LiveQuestion({ asked, onAgree, onClose }: LiveQuestionProps) {
  const isNew = asked.type === 'new';
  return (
    <Dialog
      role="alertdialog"
      width="narrow"
      title={isNew ? texts.collections.newQuestion : texts.collections.question(asked.collection.name)}
      description={isNew ? texts.collections.newConsequences : texts.collections.consequences}
      onClose={onClose}
      footer={
        <>
          <Button data-autofocus onClick={onClose}>
            {texts.common.cancel}
          </Button>
          <Button variant="primary" onClick={onAgree}>
            {isNew ? texts.collections.confirmNew : texts.collections.confirm}
          </Button>
        </>
      }
    />
  );
}
