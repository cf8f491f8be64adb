/** The slate as viewers see it, over the picture that goes on behind it. */
import type { CSSProperties } from 'react';
import { SLATE_GROUND, SLATE_INK, SLATE_SHARE } from '../../media/worker/slate-look.ts';
import { texts } from '../../../shared/text/text.ts';
import css from './Preview.module.css';

export function AwaySlate() {
  const look = { '--share': SLATE_SHARE, background: SLATE_GROUND, color: SLATE_INK } as CSSProperties;
  return (
    <div className={css['slate']} style={look} data-testid="slate">
      <p>{texts.away.slate}</p>
    </div>
  );
}
