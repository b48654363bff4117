import { useQueryClient } from '@tanstack/react-query';
import { Button, Progress } from 'antd';
import { useEffect, useState } from 'react';
import { actionOf } from '../../actions/actions.ts';
import { reason as reasonField } from '../../actions/definition.ts';
import { useText, type Texts } from '../../i18n/text.ts';
import { describeError } from '../../errors/describe-error.ts';
import { useCoreNode } from '../../session/core-node.ts';
import { refetchSystem } from '../../views/refetch-system.ts';
import { FieldInput } from '../action/field-input.tsx';
import { RefusableButton } from '../action/refusable-button.tsx';
import { Dialog } from '../layout/dialog.tsx';
import { AfterDelay } from '../state/after-delay.tsx';
import type { BulkAction } from './bulk-action.ts';
import { checkBulk, runBulk, type BulkOutcome } from './run-bulk.ts';

interface BulkDialogProps {
  bulk: BulkAction<unknown>;
  rows: readonly unknown[];
  rowCode: (row: unknown) => string;
  onClose: () => void;
  onClear: () => void;
}

const SHORTEST_REASON = 3;

type Phase = 'checking' | 'ready' | 'running' | 'done';

/** Preflight by gate and dry run, then the run with its count, then one result per row with a retry of what failed. */
export function BulkDialog({ bulk, rows, rowCode, onClose, onClear }: BulkDialogProps) {
  const texts = useText();
  const { t } = texts;
  const client = useQueryClient();
  const coreNode = useCoreNode();
  const { label, system } = actionOf(bulk.action);
  const [phase, setPhase] = useState<Phase>('checking');
  const [outcomes, setOutcomes] = useState<BulkOutcome<unknown>[]>([]);
  const [progress, setProgress] = useState({ done: 0, of: rows.length });
  // The selection as it was when the dialog opened; a live update must not change it under the reader.
  const [chosen] = useState(rows);
  const [reason, setReason] = useState('');
  const asksReason = bulk.send.by === 'ids' || (bulk.send.by === 'items' && bulk.send.asksReason === true);
  const isReasonMissing = asksReason && reason.trim().length < SHORTEST_REASON;

  useEffect(() => {
    let isCurrent = true;
    void checkBulk(bulk, chosen, { coreNode, onProgress: (done) => setProgress({ done, of: chosen.length }) }).then((checked) => {
      if (!isCurrent) return;
      setOutcomes(checked);
      setPhase('ready');
    });
    return () => {
      isCurrent = false;
    };
  }, [bulk, chosen, coreNode]);

  const good = outcomes.filter((outcome) => outcome.error === null);
  const bad = outcomes.filter((outcome) => outcome.error !== null);
  const refusal = refusalOf(phase, good.length, isReasonMissing, texts);

  const run = async (targets: readonly unknown[]) => {
    setPhase('running');
    setProgress({ done: 0, of: targets.length });
    const finished = await runBulk(bulk, targets, {
      dryRun: false,
      coreNode,
      reason: reason.trim(),
      onProgress: (done) => setProgress({ done, of: targets.length }),
    });
    setOutcomes(finished);
    setPhase('done');
    await refetchSystem(client, system);
  };
  const close = () => {
    onClose();
    if (phase === 'done') onClear();
  };

  return (
    <Dialog
      title={t(label)}
      width={620}
      onCancel={close}
      maskClosable={phase !== 'running'}
      footer={
        <div className="sv-row is-end">
          <Button onClick={close}>{t(phase === 'done' ? 'words.close' : 'words.cancel')}</Button>
          {phase === 'done' && bad.length > 0 && (
            <Button onClick={() => void run(bad.map((outcome) => outcome.row))}>{t('bulk.retry', { count: bad.length })}</Button>
          )}
          {phase !== 'done' && (
            <RefusableButton
              type="primary"
              loading={phase === 'running'}
              refusal={refusal}
              data-testid={`bulk-confirm-${bulk.action}`}
              onClick={() => void run(good.map((outcome) => outcome.row))}
            >
              {t('bulk.run', { label: t(label), count: good.length })}
            </RefusableButton>
          )}
        </div>
      }
    >
      {(phase === 'checking' || phase === 'running') && (
        <AfterDelay>
          <p>{t(phase === 'checking' ? 'bulk.checking' : 'bulk.running', { done: progress.done, of: progress.of })}</p>
          <Progress percent={Math.round((progress.done / Math.max(1, progress.of)) * 100)} showInfo={false} />
        </AfterDelay>
      )}
      {(phase === 'ready' || phase === 'done') && (
        <div aria-live="polite">
          <p>{summary(phase, good.length, bad.length, chosen.length, texts)}</p>
          {asksReason && phase === 'ready' && good.length > 0 && (
            <FieldInput field={reasonField} value={reason} isMissing={false} isFirst onChange={setReason} />
          )}
          {bad.length > 0 && <Reasons outcomes={bad} rowCode={rowCode} texts={texts} />}
        </div>
      )}
    </Dialog>
  );
}

function refusalOf(phase: Phase, good: number, isReasonMissing: boolean, { t }: Texts): string | null {
  if (phase !== 'ready') return t('bulk.stillAtIt');
  if (good === 0) return t('bulk.noneCan');
  return isReasonMissing ? t('bulk.reasonFirst', { count: SHORTEST_REASON }) : null;
}

function summary(phase: Phase, good: number, bad: number, all: number, { t }: Texts): string {
  if (phase === 'done') return t('bulk.result', { good, bad });
  return bad === 0 ? t('bulk.allCan', { all }) : t('bulk.someCannot', { all, good, bad });
}

function Reasons({
  outcomes,
  rowCode,
  texts,
}: {
  outcomes: readonly BulkOutcome<unknown>[];
  rowCode: (row: unknown) => string;
  texts: Texts;
}) {
  return (
    <ul className="sv-bulk-results" tabIndex={0}>
      {outcomes.map(({ row, error }) => (
        <li key={rowCode(row)}>
          <code>{rowCode(row)}</code>
          <span>{error ? whyText(error, texts) : null}</span>
        </li>
      ))}
    </ul>
  );
}

function whyText(error: NonNullable<BulkOutcome<unknown>['error']>, texts: Texts): string {
  const unmet = error.decision?.requirements.filter((requirement) => !requirement.met && !requirement.overridden) ?? [];
  return unmet.length > 0 ? unmet.map((requirement) => texts.pick(requirement.sentence)).join(' · ') : describeError(error, texts).happened;
}
