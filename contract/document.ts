import { events } from './index.ts';
import { CONTRACT_VERSION } from './version.ts';
import type { ContractEvent } from './define-event.ts';

/** One line of history per version; a change of the contract without a new line fails the lock test. */
export const HISTORY: readonly { version: string; date: string; what: string }[] = [
  {
    version: '1.0.23',
    date: '2026-01-30',
    what: 'First version that both systems implement. UOM readiness, design and printing, lab workflow and carrier preference are in; returns are out, decided explicitly. `invoice_control.reopened` and `order.cancelled` are added so that CRM can mirror a corrected control and a cancelled order; `allocation.updated` names the owner of a roll (`owner_org`), so that CRM can judge internal debt before group stock ships. `grant.updated` and `warehouse_grant.updated` carry roles between two nodes.',
  },
];

const row = (event: ContractEvent) =>
  `| \`${event.type}\` | ${event.source.toUpperCase()} → ${event.target.toUpperCase()} | ${event.entity} | ${event.meaning} |`;
const example = (event: ContractEvent) =>
  Object.entries(event.examples).map(([name, data]) => `### \`${event.type}\`: ${name}\n\n\`\`\`json\n${JSON.stringify(data, null, 2)}\n\`\`\``);

/** The integration contract as people read it. It is generated, so that it cannot say what the code does not do. */
export function contractDocument(): string {
  return `# CRM ↔ WMS integration contract ${CONTRACT_VERSION} (LOCKED)

Two systems, one contract. CRM and WMS never read each other's tables and never call each other's commands: they tell each other what happened, by the events below, and each mirrors what it needs. This document is the same, byte for byte, in both systems. It is generated from the event definitions (\`npm run contract\`), and a lock file holds its hash: a change needs a new version and a line of history.

## Ownership

WMS owns the catalog's stock side (qualities, lots, rolls), reservations, allocation, orders, shipments, central stock checks, post-PO issues, invoice status and control, costing. CRM owns organisations, customers, deals, prices, exchange rates, credit, payments, approvals, proformas, contracts and all outbound customer e-mail. A mirror is read-only.

Who may do what is kept by both: where the systems run on two nodes, a role that is given, changed or ended on one is told to the other, so that an administrator grants once. A grant that ended stays ended, whatever is told later. Passwords, second steps and whether a person is active stay with each node.

## Events

| event | direction | ordered by | meaning |
|---|---|---|---|
${events.map(row).join('\n')}

## Envelope

\`\`\`json
{
  "id": "UUID, the same over every retry",
  "type": "deal.won",
  "contract_version": "${CONTRACT_VERSION}",
  "idempotency_key": "source:entity:entity_id:action:v#",
  "org": "MOD, or * for reference data of the whole group",
  "occurred_at": "UTC, ISO 8601",
  "source": "crm",
  "entity": "deal",
  "entity_id": "what the sequence counts over",
  "sequence": 1,
  "data": {}
}
\`\`\`

\`sequence\` is gapless per source, entity and entity_id, starting at 1. Amounts and quantities are decimals as text. Producers are strict with themselves; consumers ignore fields they do not know.

## Signature

Standard Webhooks: headers \`webhook-id\`, \`webhook-timestamp\` (seconds), \`webhook-signature\` (\`v1,\` + base64 of HMAC-SHA256 over \`id.timestamp.body\`; several, space-separated, during rotation). Tolerance 300 seconds. The signature is verified over the raw bytes before anything is parsed; comparison takes constant time.

## Delivery and retries

\`POST /crm/events\` and \`POST /wms/events\`. At least once; the receiver's inbox makes it once. After a failure: 5 s, 30 s, 2 min, 10 min, 1 h, 6 h, 24 h, each a fifth more or less, then dead letter with an alert.

| answer | meaning | the sender |
|---|---|---|
| 200 \`{"status":"applied"}\` | applied now | is done |
| 200 \`{"status":"duplicate"}\` | applied or recorded before | is done |
| 202 \`{"status":"waiting"}\` | came before its predecessor or its subject; it is kept and applied in turn | is done |
| 202 \`{"status":"parked","reason":…}\` | unknown type, another contract version or data that does not fit; kept for an operator | is done |
| 401 | signature missing, wrong, too old or in the future; nothing was read | retries |
| 413 | larger than 1 MiB | retries, then dead letter |
| 5xx, no answer | not taken | retries |

A parked event holds up its own entity alone. An operator may replay it, or skip it with a reason; both are audited.

## Limits

Returns are not part of ${CONTRACT_VERSION}. Costing events report; they gate nothing. No unit is converted: a line keeps the unit it was sold in.

## Examples

${events.flatMap(example).join('\n\n')}

## History

| version | date | what |
|---|---|---|
${HISTORY.map((entry) => `| ${entry.version} | ${entry.date} | ${entry.what} |`).join('\n')}
`;
}
