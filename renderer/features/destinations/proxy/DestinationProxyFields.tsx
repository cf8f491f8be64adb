/** What connections to a destination go through: what Settings say, nothing, or a proxy of its own. */
import type { Destination } from '../../../../shared/destinations/destination.ts';
import { isFlowsAddress } from '../../../../shared/destinations/url.ts';
import { SelectField } from '../../../ui/controls/Field.tsx';
import type { DestinationDraft, DraftProblems } from '../form/draft.ts';
import css from '../form/DestinationDialog.module.css';
import { proxyModes } from './proxy-choice.ts';
import { ProxyFields, isSameAsSaved } from './ProxyFields.tsx';
import { texts } from '../../../../shared/text/text.ts';

export interface DestinationProxyFieldsProps {
  readonly draft: DestinationDraft;
  readonly problems: DraftProblems;
  readonly before: Destination | undefined;
  readonly onChange: (patch: Partial<DestinationDraft>) => void;
}

export function DestinationProxyFields({ draft, problems, before, onChange }: DestinationProxyFieldsProps) {
  const saved = before?.proxy?.mode === 'own' ? before.proxy : undefined;
  const isOpen = problems.proxyUrl !== undefined || before?.proxy !== undefined;
  return (
    <details className={css['more']} {...(isOpen ? { open: true } : {})}>
      <summary>{texts.proxy.section}</summary>
      <SelectField
        label={texts.proxy.mode}
        value={draft.proxyMode}
        hint={draft.proxyMode === 'system' ? texts.proxy.systemHint : undefined}
        onChange={(event) =>
          onChange({ proxyMode: proxyModes.find((mode) => mode === event.target.value) ?? 'default' })
        }
      >
        <option value="default">{texts.proxy.sameAsSettings}</option>
        {proxyModes.map((mode) => (
          <option key={mode} value={mode}>
            {texts.proxy.modes[mode]}
          </option>
        ))}
      </SelectField>
      {draft.proxyMode === 'own' ? (
        <ProxyFields
          draft={draft}
          error={problems.proxyUrl}
          hint={describeProxy([draft.url, draft.backupUrl])}
          isPasswordSaved={before?.hasProxyPassword === true && isSameAsSaved(draft, saved)}
          onChange={onChange}
        />
      ) : undefined}
    </details>
  );
}

/** TLS goes through a proxy as a whole; what isn't encrypted is the proxy's to read. */
function describeProxy(addresses: readonly string[]): string {
  if (addresses.some(isFlowsAddress)) return texts.proxy.hintFlows;
  const schemes = addresses.map((address) => /^rtmpt?(s?):/i.exec(address.trim())?.[1]);
  if (schemes.includes('')) return texts.proxy.hintNotEncrypted;
  return schemes.some((scheme) => scheme !== undefined) ? texts.proxy.hintEncrypted : texts.proxy.hint;
}
