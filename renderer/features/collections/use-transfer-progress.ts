/** How far an export or an import has come; undefined while nothing is copied, and for what is done in a moment. */
import { useEffect, useState } from 'react';
import type { TransferProgress } from '../../../shared/studio/collections/collection-import.ts';
import { useServices } from '../../state/services.ts';

/** Nobody reads what is gone sooner. */
const MOMENT_MS = 400;

export function useTransferProgress(): TransferProgress | undefined {
  const { client } = useServices();
  const [progress, setProgress] = useState<TransferProgress>();
  useEffect(() => {
    let newest: TransferProgress | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isShown = false;
    const show = () => {
      isShown = newest !== undefined;
      timer = undefined;
      setProgress(newest);
    };
    const end = client.on('collections:progress', (next) => {
      newest = next;
      if (next !== undefined && !isShown) {
        timer ??= setTimeout(show, MOMENT_MS);
        return;
      }
      clearTimeout(timer);
      show();
    });
    return () => {
      clearTimeout(timer);
      end();
    };
  }, [client]);
  return progress;
}
