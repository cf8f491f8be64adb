/** Exports a collection to a folder that the person chooses, and says what became of it. */
import { runOrShowError } from '../../state/services.ts';
import type { Services } from '../../state/services.ts';
import { texts } from '../../../shared/text/text.ts';

export function exportCollection(services: Services, collectionId: string): void {
  const { client, toasts } = services;
  const exporting = client.invoke('collections:export', { collectionId }).then((done) => {
    if (done === undefined) return;
    const { folder, files, missing } = done;
    const title = texts.collections.exported(folder, files);
    if (missing.length === 0) toasts.show({ tone: 'note', title });
    else toasts.show({ tone: 'problem', title, text: texts.collections.notExported(missing) });
  });
  runOrShowError(services, exporting);
}
