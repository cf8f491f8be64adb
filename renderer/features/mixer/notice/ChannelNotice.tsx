/** A sentence on what is wrong with a channel, and the button that helps where there is one. */
import { AccessButton } from '../../access/index.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import type { Notice } from './channel-notice.ts';
import type { ChannelChange } from '../strip/use-channel-edits.ts';
import css from './ChannelNotice.module.css';

export interface ChannelNoticeProps {
  readonly notice: Notice;
  /** In a strip that may be lower than the words: with the focus on them, arrow keys scroll. */
  readonly isScrolled?: boolean;
  readonly onFix: (change: ChannelChange) => void;
}

export function ChannelNotice({
  notice: { text, fix, error },
  isScrolled = false,
  onFix,
}: ChannelNoticeProps) {
  return (
    <div className={css['notice']} role="status" tabIndex={isScrolled ? 0 : undefined}>
      <p title={text}>{text}</p>
      {fix === undefined ? undefined : (
        <Button variant="link" size="small" onClick={() => onFix(fix.change)}>
          {fix.label}
        </Button>
      )}
      <AccessButton error={error} isLink />
    </div>
  );
}
