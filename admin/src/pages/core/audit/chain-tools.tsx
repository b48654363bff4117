import { Button } from 'antd';
import { useState } from 'react';
import { request } from '../../../api/http.ts';
import { errorIn } from '../../../api/server-error.ts';
import type { AuditVerdict } from '../../../api/types/core.ts';
import { downloadFile } from '../../../components/download/download-file.ts';
import { notify } from '../../../components/notices/notice-store.ts';
import { describeError } from '../../../errors/describe-error.ts';
import { useText } from '../../../i18n/text.ts';
import { queryOf } from '../../../providers/data-provider.ts';
import { useScope } from '../../../routing/scope.ts';

/** Recomputes the chain of the chosen org, and hands out its head to be kept elsewhere. */
export function ChainTools() {
  const texts = useText();
  const { t } = texts;
  const { params } = useScope();
  const [verdict, setVerdict] = useState<AuditVerdict | null>(null);
  const [isRunning, setRunning] = useState(false);

  const ask = async <Data,>(view: string): Promise<Data | null> => {
    setRunning(true);
    try {
      return (await request<{ data: Data }>(`/core/views/${view}${queryOf(params)}`)).data;
    } catch (thrown) {
      const error = errorIn(thrown);
      const { title, happened, remedy } = describeError(error, texts);
      notify({ tone: 'blocked', title, text: `${happened} ${remedy}`, requestId: error.requestId });
      return null;
    } finally {
      setRunning(false);
    }
  };
  const exportHead = async () => {
    const head = await ask<object>('audit-head');
    if (head) downloadFile('audit-head.json', JSON.stringify(head, null, 2), 'application/json');
  };

  return (
    <div className="sv-row is-wrap is-end">
      {verdict && (
        <span role="status" data-testid="verdict" className={verdict.firstBroken ? 'sv-inline-error' : 'sv-soft'}>
          {verdict.firstBroken
            ? t('audit.broken', { row: verdict.firstBroken.auditId ?? '–', why: verdict.firstBroken.why })
            : t('audit.whole', { rows: verdict.rows, unsealed: verdict.unsealed })}
        </span>
      )}
      <Button data-testid="export-head" disabled={isRunning} onClick={() => void exportHead()}>
        {t('audit.export')}
      </Button>
      <Button
        type="primary"
        loading={isRunning}
        data-testid="verify-chain"
        onClick={() => void ask<AuditVerdict>('audit-verify').then((answer) => answer && setVerdict(answer))}
      >
        {t(isRunning ? 'audit.verifying' : 'audit.verify')}
      </Button>
    </div>
  );
}
