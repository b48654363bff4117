import { Button, Input } from 'antd';
import { lazy, Suspense, useId, useState } from 'react';
import type { GateView } from '../../../api/types/rules.ts';
import { ActionButton } from '../../../components/action/action-button.tsx';
import { RefusableButton } from '../../../components/action/refusable-button.tsx';
import { useCommand } from '../../../components/action/use-command.ts';
import { StatusTag } from '../../../components/status/status-tag.tsx';
import { useText } from '../../../i18n/text.ts';
import { VersionState } from './history-tab.tsx';
import type { WorkingText } from './use-working-text.ts';

const PublishDialog = lazy(() => import('./publish-dialog.tsx').then((module) => ({ default: module.PublishDialog })));

/** As the commands want it. */
const NOTE_LENGTH = 3;

interface EditorBarProps {
  gate: GateView;
  work: WorkingText;
  /** null: not checked yet */
  problems: number | null;
  mayWrite: boolean;
}

/** Where the text stands, and what can be done with it. */
export function EditorBar({ gate, work, problems, mayWrite }: EditorBarProps) {
  const { t } = useText();
  const noteId = useId();
  const [isPublishing, setPublishing] = useState(false);
  const { draft, version, isUnsaved } = work;
  const drafting = useCommand('core', 'gate-policy.draft', 'rules.saved');
  const editing = useCommand('core', 'gate-policy.edit', 'rules.saved');
  if (!draft) return null;

  const note = draft.note.trim();
  const save = () => {
    const { definition, cases } = draft;
    const saving =
      draft.policy === null
        ? drafting.run({ org: gate.orgId, gate: gate.gate, definition, cases, note })
        : editing.run({ policy: draft.policy, definition, cases, note });
    void saving.then((outcome) => {
      if (!outcome?.ok) return;
      work.forget();
      work.open(outcome.data.policy);
    });
  };
  const errorText = drafting.errorText ?? editing.errorText;
  const unsavedFirst = isUnsaved ? t('rules.saveFirst') : null;
  const isSound = problems === 0;
  return (
    <>
      <div className="sv-row is-wrap">
        <strong>{version ? t('rules.version', { version: version.version }) : t('rules.newDraft')}</strong>
        {version && <VersionState version={version} />}
        {isUnsaved && <StatusTag tone="waiting">{t('rules.unsaved')}</StatusTag>}
        {version && <span className="sv-faint">{version.authorName}</span>}
      </div>
      {mayWrite && (
        <div className="sv-field">
          <label htmlFor={noteId}>{t('rules.note')}</label>
          <Input
            id={noteId}
            maxLength={250}
            data-testid="draft-note"
            value={draft.note}
            onChange={(event) => work.change({ note: event.target.value })}
          />
        </div>
      )}
      <div className="sv-actions">
        {mayWrite && (
          <RefusableButton
            type="primary"
            data-testid="save-draft"
            refusal={isUnsaved ? (note.length < NOTE_LENGTH ? t('rules.noteFirst') : null) : t('rules.nothingToSave')}
            loading={drafting.isRunning || editing.isRunning}
            onClick={save}
          >
            {t('rules.save')}
          </RefusableButton>
        )}
        {isUnsaved && (
          <Button data-testid="forget-draft" onClick={work.forget}>
            {t('rules.forget')}
          </Button>
        )}
        {!isUnsaved && gate.mayEdit && (
          <Button data-testid="start-draft" onClick={work.start}>
            {t('rules.start')}
          </Button>
        )}
        {!isUnsaved && gate.mayEdit && version !== null && !version.isMine && (
          <Button data-testid="start-from-this" onClick={() => work.startFrom(version)}>
            {t('rules.startFromThis')}
          </Button>
        )}
        {version?.state === 'draft' && (
          <>
            <ActionButton
              action="gate-policy.submit"
              body={{ policy: version.id }}
              refusal={isUnsaved ? 'rules.saveFirst' : isSound ? null : 'rules.problemsFirst'}
              org={gate.org}
            />
            <ActionButton action="gate-policy.discard" body={{ policy: version.id }} refusal={null} org={gate.org} onDone={work.forget} />
          </>
        )}
        {version?.state === 'in_review' && (
          <>
            {gate.mayPublish && !version.isMine && (
              <RefusableButton
                type="primary"
                data-testid="command-gate-policy.publish"
                refusal={unsavedFirst}
                onClick={() => setPublishing(true)}
              >
                {t('rulesAction.publish.label')}…
              </RefusableButton>
            )}
            <ActionButton action="gate-policy.return" body={{ policy: version.id }} refusal={null} org={gate.org} />
          </>
        )}
      </div>
      {version?.state === 'in_review' && version.isMine && (
        <p className="sv-soft" data-testid="own-policy">
          {t('rules.ownPolicy')}
        </p>
      )}
      {errorText && (
        <p role="alert" className="sv-inline-error">
          {errorText}
        </p>
      )}
      {isPublishing && version && (
        <Suspense fallback={null}>
          <PublishDialog gate={gate} version={version} onClose={() => setPublishing(false)} />
        </Suspense>
      )}
    </>
  );
}
