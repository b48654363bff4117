import { CheckCircleFilled, ClockCircleFilled, CloseOutlined, StopFilled } from '@ant-design/icons';
import { useText } from '../../i18n/text.ts';
import { dismissNotice, useNotices, type Notice } from './notice-store.ts';

const ICONS = { done: CheckCircleFilled, blocked: StopFilled, waiting: ClockCircleFilled } as const;

/** Results of acts, bottom right, announced politely (errors at once). */
export function Notices() {
  const notices = useNotices();
  return (
    <div className="sv-notices" aria-live="polite" data-testid="notices">
      {notices.map((notice) => (
        <OneNotice key={notice.id} notice={notice} />
      ))}
    </div>
  );
}

function OneNotice({ notice }: { notice: Notice }) {
  const { t } = useText();
  const Icon = ICONS[notice.tone];
  return (
    <div className={`sv-notice sv-notice-${notice.tone}`} role={notice.tone === 'blocked' ? 'alert' : 'status'}>
      <Icon aria-hidden className="sv-notice-icon" />
      <div className="sv-notice-text">
        <strong>{notice.title}</strong>
        {notice.text && <p>{notice.text}</p>}
        {notice.requestId && (
          <p className="sv-faint">
            {t('states.requestId')} <code>{notice.requestId}</code>
          </p>
        )}
      </div>
      <button type="button" className="sv-icon-button" aria-label={t('words.close')} onClick={() => dismissNotice(notice.id)}>
        <CloseOutlined />
      </button>
    </div>
  );
}
