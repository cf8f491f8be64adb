/** The address of a proxy and its sign-in. Its password is typed in the secret frame alone, like a stream key. */
import type { OwnProxy } from '../../../../shared/proxy/proxy-schema.ts';
import { takeProxyApart } from '../../../../shared/proxy/proxy.ts';
import { FieldRow, TextField } from '../../../ui/controls/Field.tsx';
import { SecretField } from '../form/SecretField.tsx';
import { texts } from '../../../../shared/text/text.ts';

export interface ProxyDraft {
  readonly proxyUrl: string;
  readonly proxyUsername: string;
  /** What is being typed; empty leaves a saved one alone while the proxy is the same. */
  readonly proxyPassword: string;
}

export interface ProxyFieldsProps {
  readonly draft: ProxyDraft;
  readonly error: string | undefined;
  readonly hint: string;
  readonly isPasswordSaved: boolean;
  readonly onChange: (patch: Partial<ProxyDraft>) => void;
}

export function ProxyFields({ draft, error, hint, isPasswordSaved, onChange }: ProxyFieldsProps) {
  return (
    <>
      <TextField
        label={texts.proxy.address}
        placeholder={texts.proxy.addressPlaceholder}
        value={draft.proxyUrl}
        error={error}
        hint={hint}
        onChange={(event) => onChange({ proxyUrl: event.target.value })}
        onBlur={() => onChange(withoutCredentials(draft))}
      />
      <FieldRow>
        <TextField
          label={texts.proxy.username}
          value={draft.proxyUsername}
          onChange={(event) => onChange({ proxyUsername: event.target.value })}
        />
        <SecretField
          label={texts.proxy.password}
          isSaved={isPasswordSaved}
          value={draft.proxyPassword}
          error={undefined}
          hint={texts.proxy.passwordHint}
          onChange={(proxyPassword) => onChange({ proxyPassword })}
        />
      </FieldRow>
    </>
  );
}

/** The saved password holds for this proxy. */
export function isSameAsSaved({ proxyUrl, proxyUsername }: ProxyDraft, saved: OwnProxy | undefined): boolean {
  return proxyUrl.trim() === saved?.url && proxyUsername.trim() === (saved.username ?? '');
}

/** A user name and a password in the address go to their fields. */
export function withoutCredentials({ proxyUrl }: ProxyDraft): Partial<ProxyDraft> {
  if (!proxyUrl.includes('@')) return {};
  const { clean, password } = takeProxyApart({ mode: 'own', url: proxyUrl });
  return {
    proxyUrl: clean.url,
    ...(clean.username === undefined ? {} : { proxyUsername: clean.username }),
    ...(password === undefined ? {} : { proxyPassword: password }),
  };
}
