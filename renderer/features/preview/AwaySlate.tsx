/** The slate as viewers see it, over the picture that goes on behind it. */
import type { CSSProperties } from 'react';
import { SLATE_GROUND, SLATE_INK, SLATE_SHARE, SLATE_WORDS } from '../../media/worker/slate-look.ts';
import css from './Preview.module.css';

export function AwaySlate() {
  const look = { '--share': SLATE_SHARE, background: SLATE_GROUND, color: SLATE_INK } as CSSProperties;
  return (
    <div className={css['slate']} style={look} data-testid="slate">
      <p>{SLATE_WORDS}</p>
    </div>
  );
}
