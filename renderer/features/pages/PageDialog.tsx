/** The form of a browser page: its address and CSS, which may hold tokens, and how it's shown. */
import { useEffect, useState } from 'react';
import type { FormEvent } from 'react';
import { toAppError } from '../../../shared/errors/app-error.ts';
import type { SecretFrameOutcome } from '../../../shared/secret-frame.ts';
import type { StudioDocument } from '../../../shared/studio/document-schema.ts';
import {
  DEFAULT_PAGE_CSS,
  MAX_PAGE_ADDRESS_LENGTH,
  MAX_PAGE_CSS_LENGTH,
} from '../../../shared/studio/pages/page-input.ts';
import type { PageSettings } from '../../../shared/studio/pages/page-input.ts';
import { describeError } from '../../../shared/text/error-text.ts';
import { texts } from '../../../shared/text/text.ts';
import type { Client } from '../../state/client.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { FieldRow, SwitchField, TextAreaField, TextField } from '../../ui/controls/Field.tsx';
import { Dialog } from '../../ui/overlays/Dialog.tsx';
import css from './PageDialog.module.css';

/** OBS's own, so that an overlay made for OBS fits. */
const newPage: PageSettings = { width: 800, height: 600, fps: 30, whenHidden: 'pause' };

/** A new page in a scene, or one that is there. */
export type PageTarget = { readonly sceneId: string } | { readonly sourceId: string };

export interface PageDialogProps {
  readonly client: Client;
  readonly studio: StudioDocument;
  readonly target: PageTarget;
  readonly onClose: (outcome: SecretFrameOutcome) => void;
}

export function PageDialog({ client, studio, target, onClose }: PageDialogProps) {
  const sourceId = 'sourceId' in target ? target.sourceId : undefined;
  const input = studio.sources.find(({ id }) => id === sourceId)?.input;
  const saved = input?.type === 'page' ? input : undefined;
  const [address, setAddress] = useState('');
  const [pageCss, setPageCss] = useState(sourceId === undefined ? DEFAULT_PAGE_CSS : '');
  const [settings, setSettings] = useState<PageSettings>(settingsOf(saved ?? newPage));
  const [problem, setProblem] = useState<string>();
  const [isSaving, setIsSaving] = useState(false);
  useEffect(() => {
    if (sourceId === undefined) return;
    client.invoke('pages:read', { sourceId }).then(
      (page) => {
        setAddress(page.address);
        setPageCss(page.css);
      },
      (cause: unknown) => setProblem(titleOf(cause)),
    );
  }, [client, sourceId]);

  const cancel = () => onClose({ type: 'cancelled' });
  const save = async () => {
    setIsSaving(true);
    try {
      const { itemId } = await client.invoke('pages:save', {
        target: 'sceneId' in target ? { ...target, name: texts.items.kinds.page } : target,
        ...{ address, css: pageCss, settings },
      });
      return onClose(itemId === undefined ? { type: 'saved' } : { type: 'added', itemId });
    } catch (cause) {
      setProblem(titleOf(cause));
    }
    setIsSaving(false);
    return undefined;
  };
  const change = (patch: Partial<PageSettings>) => setSettings((before) => ({ ...before, ...patch }));

  return (
    <Dialog
      title={saved === undefined ? texts.pages.addTitle : texts.pages.editTitle}
      description={texts.pages.description}
      onClose={cancel}
      footer={
        <>
          <Button onClick={cancel}>{texts.common.cancel}</Button>
          <Button variant="primary" type="submit" form="page-form" disabled={isSaving}>
            {isSaving ? texts.common.saving : texts.common.save}
          </Button>
        </>
      }
    >
      <form
        id="page-form"
        className={css['form']}
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField
          label={texts.pages.address}
          hint={texts.pages.addressHint}
          error={problem}
          value={address}
          placeholder={texts.pages.addressPlaceholder}
          maxLength={MAX_PAGE_ADDRESS_LENGTH}
          onChange={(event) => {
            setAddress(event.target.value);
            setProblem(undefined);
          }}
        />
        <FieldRow>
          <NumberField
            label={texts.pages.width}
            value={settings.width}
            onChange={(width) => change({ width })}
          />
          <NumberField
            label={texts.pages.height}
            value={settings.height}
            onChange={(height) => change({ height })}
          />
          <NumberField label={texts.pages.fps} value={settings.fps} onChange={(fps) => change({ fps })} />
        </FieldRow>
        <TextAreaField
          label={texts.pages.css}
          hint={texts.pages.cssHint}
          value={pageCss}
          rows={4}
          maxLength={MAX_PAGE_CSS_LENGTH}
          onChange={(event) => setPageCss(event.target.value)}
        />
        <SwitchField
          label={texts.pages.closeWhenHidden}
          hint={texts.pages.closeHint}
          isOn={settings.whenHidden === 'close'}
          onChange={(isOn) => change({ whenHidden: isOn ? 'close' : 'pause' })}
        />
      </form>
    </Dialog>
  );
}

interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/** What isn't a whole number is refused when it's saved. */
function NumberField({ label, value, onChange }: NumberFieldProps) {
  return (
    <TextField
      label={label}
      inputMode="numeric"
      value={Number.isNaN(value) ? '' : String(value)}
      onChange={(event) => onChange(event.target.value === '' ? Number.NaN : Number(event.target.value))}
    />
  );
}

function settingsOf({ width, height, fps, whenHidden }: PageSettings): PageSettings {
  return { width, height, fps, whenHidden };
}

function titleOf(cause: unknown): string {
  const error = toAppError(cause);
  return error.code === 'input/bad-message' ? texts.pages.badNumber : describeError(error.toRecord()).title;
}
