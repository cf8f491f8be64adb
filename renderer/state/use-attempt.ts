/** Work of a dialog that may be refused: busy meanwhile, and the refusal in words afterwards. */
import { useCallback, useState } from 'react';
import { toAppError } from '../../shared/errors/app-error.ts';
import { describeError, titleAndAction } from '../../shared/text/error-text.ts';

export interface Attempts {
  readonly isBusy: boolean;
  /** Of the last work; undefined once the next one begins. */
  readonly refusal: string | undefined;
  /** Never rejects. */
  attempt(work: () => Promise<void>): Promise<void>;
}

export function useAttempt(): Attempts {
  const [refusal, setRefusal] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);
  const attempt = useCallback(async (work: () => Promise<void>) => {
    setIsBusy(true);
    setRefusal(undefined);
    try {
      await work();
    } catch (cause) {
      setRefusal(titleAndAction(describeError(toAppError(cause).toRecord())));
    }
    setIsBusy(false);
  }, []);
  return { isBusy, refusal, attempt };
}
