import type { GrantRow, GrantState } from '../../../api/types/core.ts';
import type { Column } from '../../../components/command-center/column.ts';
import { StatusTag } from '../../../components/status/status-tag.tsx';
import { OpenName } from '../../../components/value/open-name.tsx';
import { OrgTag } from '../../../components/value/org-tag.tsx';
import { RelativeTime } from '../../../components/value/relative-time.tsx';
import { useText } from '../../../i18n/text.ts';
import type { Tone } from '../../../theme/theme.ts';

const TONES: Record<GrantState, Tone> = { live: 'done', lent: 'moving', dormant: 'idle', future: 'waiting', expired: 'idle' };

export const GRANT_COLUMNS: readonly Column<GrantRow>[] = [
  { id: 'person', title: 'access.person', width: 220, phone: 'title', cell: (row) => <OpenName name={row.personName} /> },
  { id: 'org', title: 'column.org', width: 60, onlyInAllOrgs: true, phone: 'line', cell: (row) => <OrgTag code={row.org} /> },
  { id: 'role', title: 'access.role', width: 150, phone: 'line', cell: (row) => <RoleName role={row.role} /> },
  { id: 'state', title: 'column.state', width: 140, phone: 'aside', cell: (row) => <GrantStateTag state={row.state} /> },
  { id: 'until', title: 'access.until', width: 130, phone: 'line', isNamed: true, cell: (row) => <Until row={row} /> },
  { id: 'lender', title: 'access.lentBy', width: 170, cell: (row) => row.lenderName ?? '–' },
  { id: 'givenBy', title: 'access.givenBy', width: 170, cell: (row) => row.grantedByName ?? '–' },
  { id: 'why', title: 'access.why', width: 220, cell: (row) => row.reason ?? '–' },
  { id: 'email', title: 'login.email', width: 240, hidden: true, cell: (row) => row.email ?? '–' },
];

export function GrantStateTag({ state }: { state: GrantState }) {
  const { t } = useText();
  return <StatusTag tone={TONES[state]}>{t(`access.state.${state}`)}</StatusTag>;
}

function RoleName({ role }: Pick<GrantRow, 'role'>) {
  const { t } = useText();
  return <>{t(`role.${role}`)}</>;
}

function Until({ row }: { row: GrantRow }) {
  const { t } = useText();
  return row.expiresAt === null ? <span className="sv-faint">{t('access.noEnd')}</span> : <RelativeTime at={row.expiresAt} org={row.org} />;
}
