import { Button, Input } from 'antd';
import { EmptyState } from '../../../components/state/empty-state.tsx';
import { useText } from '../../../i18n/text.ts';
import { CasesPart } from './cases-part.tsx';
import { EditorBar } from './editor-bar.tsx';
import { PolicyForm } from './policy-form.tsx';
import { ProblemList, Problems } from './problems.tsx';
import { readPolicy, writePolicy } from './read-policy.ts';
import type { GateTabProps } from './tab-props.ts';
import { useAsked, useRested } from './use-asked.ts';
import { openVersions } from './versions.ts';

/** A policy in rows and as JSON, both of the same text, checked while it is written. */
export function EditorTab({ gate, work }: GateTabProps) {
  const { t } = useText();
  const { draft, version } = work;
  const rested = useRested(draft);
  const check = useAsked(
    'gate-check',
    rested && { org: gate.org, gate: gate.gate, definition: rested.definition, cases: rested.cases, against: gate.inForce.policy },
  );
  if (!draft) {
    return (
      <EmptyState
        title={t('rules.noDraft')}
        why={t(gate.mayEdit ? 'rules.noDraftWhy' : 'rules.noDraftReadOnly')}
        act={
          gate.mayEdit && (
            <Button type="primary" data-testid="start-draft" onClick={work.start}>
              {t('rules.start')}
            </Button>
          )
        }
      />
    );
  }
  const policy = readPolicy(draft.definition);
  // A version has one hand; of another's draft one starts one's own.
  const mayWrite = gate.mayEdit && (version === null || (version.state === 'draft' && version.isMine));
  const others = openVersions(gate).filter((one) => one.id !== version?.id);
  return (
    <Problems value={check.data?.problems ?? []}>
      <EditorBar gate={gate} work={work} problems={check.data?.problems.length ?? null} mayWrite={mayWrite} />
      {others.length > 0 && (
        <div className="sv-row is-wrap">
          <span className="sv-faint">{t('rules.otherDrafts')}</span>
          {others.map((one) => (
            <button key={one.id} type="button" className="sv-link-button" disabled={work.isUnsaved} onClick={() => work.open(one.id)}>
              {t('rules.version', { version: one.version })} · {one.authorName}
            </button>
          ))}
        </div>
      )}
      {check.error && <p className="sv-inline-error">{t('rules.checkFailed')}</p>}
      <ProblemList isAsking={check.isAsking} />
      {check.data && <CasesPart gate={gate} policy={policy} check={check.data} work={work} mayWrite={mayWrite} />}
      <div className="sv-side-by-side is-editor">
        <section>
          <h2>{t('rules.requirements')}</h2>
          {policy ? (
            <PolicyForm
              gate={gate}
              policy={policy}
              mayWrite={mayWrite}
              onChange={(next) => work.change({ definition: writePolicy(next) })}
            />
          ) : (
            <p className="sv-inline-error" role="alert">
              {t('rules.jsonUnreadable')}
            </p>
          )}
        </section>
        <section>
          <h2 id="policy-json">JSON</h2>
          <Input.TextArea
            className="sv-mono"
            autoSize={{ minRows: 20, maxRows: 32 }}
            aria-labelledby="policy-json"
            data-testid="policy-json"
            spellCheck={false}
            readOnly={!mayWrite}
            value={draft.definition}
            onChange={(event) => work.change({ definition: event.target.value })}
          />
        </section>
      </div>
    </Problems>
  );
}
