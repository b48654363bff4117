import { WarningFilled } from '@ant-design/icons';
import { Button } from 'antd';
import type { ServerError } from '../../api/server-error.ts';
import { describeError } from '../../errors/describe-error.ts';
import { useText } from '../../i18n/text.ts';
import { Code } from '../value/code.tsx';

/** What happened, what was kept, what to do, and the request id. */
export function ErrorState({ error, onRetry }: { error: ServerError; onRetry?: () => void }) {
  const texts = useText();
  const { t } = texts;
  const { title, happened, remedy } = describeError(error, texts);
  return (
    <div className="sv-error" role="alert">
      <WarningFilled aria-hidden className="sv-error-icon" />
      <div>
        <p className="sv-error-title">{title}</p>
        <p>{happened}</p>
        <p className="sv-soft">{remedy}</p>
        {error.requestId && (
          <p className="sv-faint">
            {t('states.requestId')} <Code value={error.requestId} />
          </p>
        )}
        {onRetry && <Button onClick={onRetry}>{t('words.tryAgain')}</Button>}
      </div>
    </div>
  );
}
