import type { MailRow } from '../../../api/types/crm.ts';
import { Facts } from '../../../components/layout/facts.tsx';
import { RecordHead } from '../../../components/layout/record-head.tsx';
import { EmptyState } from '../../../components/state/empty-state.tsx';
import { RelativeTime } from '../../../components/value/relative-time.tsx';
import { useText } from '../../../i18n/text.ts';
import { MailStatusTag, MailTypeText } from './mail-words.tsx';

export function MailPanel({ mail }: { mail: MailRow | null }) {
  const { t } = useText();
  if (!mail) return <EmptyState title={t('emails.notInList')} />;
  return (
    <article data-testid="mail">
      <RecordHead
        code={<MailTypeText type={mail.type} />}
        status={<MailStatusTag status={mail.status} />}
        title={mail.subject}
        meta={mail.org}
      />
      <Facts
        facts={[
          { label: t('column.recipient'), value: mail.recipient },
          { label: t('column.created'), value: <RelativeTime at={mail.createdAt} org={mail.org} /> },
          { label: t('column.sent'), value: <RelativeTime at={mail.sentAt} org={mail.org} /> },
          { label: t('emails.attempts'), value: mail.attempts },
          mail.lastError ? { label: t('emails.lastError'), value: mail.lastError, isBad: true } : null,
        ]}
      />
    </article>
  );
}
