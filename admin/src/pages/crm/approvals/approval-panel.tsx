import { Link } from 'react-router';
import { priceRequestOffers } from '../../../actions/price-request-offers.ts';
import type { PriceRequestView } from '../../../api/types/approvals.ts';
import { shownActions } from '../../../components/action/shown-actions.ts';
import { usePageKeys } from '../../../components/keys/use-page-keys.ts';
import { ActionRow } from '../../../components/layout/action-row.tsx';
import { Facts } from '../../../components/layout/facts.tsx';
import { Loaded } from '../../../components/layout/loaded.tsx';
import { RecordHead } from '../../../components/layout/record-head.tsx';
import { Section } from '../../../components/layout/section.tsx';
import { PriceRequestTag } from '../../../components/status/status-tag.tsx';
import { Money } from '../../../components/value/money.tsx';
import { Quantity } from '../../../components/value/quantity.tsx';
import { RelativeTime } from '../../../components/value/relative-time.tsx';
import { ExplainedGate } from '../../../components/why-blocked/explained-gate.tsx';
import { useText } from '../../../i18n/text.ts';
import { useScopedPath } from '../../../routing/scope.ts';
import { useViewOne } from '../../../views/use-view-one.ts';
import { Discount, Kind } from './approval-columns.tsx';

/** One price that was asked for: what it is held against, why the line waits, and the decision. */
export function ApprovalPanel({ id }: { id: string }) {
  const view = useViewOne('crm/approval', id);
  return <Loaded view={view}>{(data) => <ApprovalContent view={data} />}</Loaded>;
}

function ApprovalContent({ view }: { view: PriceRequestView }) {
  const { t } = useText();
  const scoped = useScopedPath();
  const { request, earlier } = view;
  usePageKeys([
    {
      key: 'r',
      help: 'keys.reject',
      run: () =>
        shownActions()
          .find(({ action, refusal }) => action === 'price-request.reject' && refusal === null)
          ?.press(),
    },
  ]);
  return (
    <article data-testid="price-request" data-code={request.dealCode} data-status={request.status}>
      <RecordHead
        code={
          <Link className="sv-mono" to={scoped(`/deals/${request.dealId}`)}>
            {request.dealCode}
          </Link>
        }
        status={<PriceRequestTag status={request.status} />}
        title={<Link to={scoped(`/customers/${request.profileId}`)}>{request.customerName}</Link>}
        meta={
          <>
            {request.requestedByName ? `${request.requestedByName} · ` : ''}
            <RelativeTime at={request.requestedAt} org={request.org} /> · {request.org}
          </>
        }
      />
      <p className="sv-prose">“{request.reason}”</p>
      <ActionRow offers={priceRequestOffers(request)} org={request.org} />
      <Facts
        facts={[
          { label: t('column.quality'), value: `${request.position} · ${request.itemCode} · ${request.itemName}` },
          { label: t('column.qty'), value: <Quantity value={request.qty} uom={request.uom} /> },
          { label: t('column.listPrice'), value: <Money amount={request.listPrice} currency={request.listCurrency ?? ''} isPrice /> },
          { label: t('column.askedPrice'), value: <Money amount={request.unitPrice} currency={request.currency} isPrice strong /> },
          { label: t('column.discount'), value: <Discount row={request} /> },
          { label: t('column.exception'), value: <Kind row={request} /> },
          { label: t('column.amount'), value: <Money amount={request.grossAmount} currency={request.currency} /> },
          request.decidedAt === null ? null : { label: t('column.decidedBy'), value: request.decidedByName ?? '–' },
          request.decidedAt === null
            ? null
            : { label: t('column.decidedAt'), value: <RelativeTime at={request.decidedAt} org={request.org} /> },
          request.note === null ? null : { label: t('field.note'), value: request.note },
          request.lapsedAt === null
            ? null
            : { label: t('priceRequestStatus.lapsed'), value: <RelativeTime at={request.lapsedAt} org={request.org} /> },
        ]}
      />
      {request.status === 'pending' && <ExplainedGate system="crm" gate="line-pricing" subject={request.lineId} />}
      <Section title={t('approvals.earlier')}>
        {earlier.length === 0 ? (
          <p className="sv-faint">{t('approvals.noEarlier')}</p>
        ) : (
          <table className="sv-mini">
            <tbody>
              {earlier.map((one) => (
                <tr key={one.id}>
                  <td className="sv-mono">{one.dealCode}</td>
                  <td>
                    <PriceRequestTag status={one.status} />
                  </td>
                  <td className="is-right">
                    <Discount row={one} />
                  </td>
                  <td className="is-right">
                    <Money amount={one.unitPrice} currency={one.currency} isPrice />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Section>
    </article>
  );
}
