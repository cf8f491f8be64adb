/** How much of the files of a collection is copied. */
import type { TransferProgress } from '../../../shared/studio/collections/collection-import.ts';
import { texts } from '../../../shared/text/text.ts';
import css from './CopyProgress.module.css';

export function CopyProgress({ progress }: { readonly progress: TransferProgress }) {
  const { doneBytes, totalBytes } = progress;
  return (
    <div className={css['progress']}>
      <progress aria-label={texts.collections.copying} max={Math.max(1, totalBytes)} value={doneBytes} />
      <span className={css['bytes']}>{texts.collections.copied(doneBytes, totalBytes)}</span>
    </div>
  );
}
