/** What the chosen services ask of the encoding, under the big button, with what mends it in one press. */
import { encodingOf } from '../../../shared/studio/document.ts';
import { useSettings } from '../../state/services.ts';
import { useEncoding } from '../../state/use-encoding.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { adviseForServices } from './service-advice.ts';
import css from './GoLive.module.css';

export function ServiceAdvice() {
  const change = useEncoding();
  const encoding = useSettings(({ studio }) => encodingOf(studio));
  const destinations = useSettings((state) => state.destinations);
  const { findings, mended } = adviseForServices(encoding, destinations);
  if (findings.length === 0) return null;

  return (
    <div className={css['advice']}>
      <ul>
        {findings.map(({ text, level }) => (
          <li key={text} className={level === 'problem' ? css['missing'] : undefined}>
            {text}
          </li>
        ))}
      </ul>
      {mended === null ? null : (
        <Button
          size="small"
          title="Changes the encoding settings to what the services take"
          onClick={() => change(mended, 'The encoding now suits the services.')}
        >
          Mend
        </Button>
      )}
    </div>
  );
}
