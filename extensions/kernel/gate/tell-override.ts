import { randomUUID } from 'node:crypto';
import type { Tx } from '../database/transaction.ts';
import type { TableName } from '../database/tables.ts';
import type { HostedNode } from '../node.ts';
import type { Bilingual } from './decision.ts';
import type { JudgedGate } from './judge.ts';

/** Whom a system tells of overrides of its gates. */
export interface OverrideMail {
  /** The system's own queue of mails that wait to be sent. */
  readonly queue: TableName;
  /** Everybody who holds one of these roles in the org; the org's admins where nobody does. */
  readonly roles: readonly string[];
}

const textOf = (label: string, person: string, { decision, override }: JudgedGate): { subject: string; body: string } => {
  const lifted = decision.requirements.filter((one) => one.overridden);
  const lines = (language: keyof Bilingual) => lifted.map((one) => `– ${one.sentence[language]} ${one.seen[language]}`).join('\n');
  const why = `${override?.reasonCode ?? ''}: ${override?.note ?? ''}`;
  return {
    subject: `Geçit aşıldı: ${label} / Override used: ${label}`.slice(0, 250),
    body: `${person}, ${label} için "${decision.title.tr}" geçidini gerekçeyle aştı.\n${lines('tr')}\nGerekçe: ${why}\n\n—\n\n${person} overrode the gate "${decision.title.en}" for ${label}.\n${lines('en')}\nReason: ${why}\n`,
  };
};

/**
 * Queues a mail for each override that lifted something, wherever a command passed a gate: no command
 * can forget it. It leaves with the transaction; each override is told, also a second one of the same
 * row, so the override itself is the object of the mail.
 * @source ADR 0050
 */
export async function tellOverrides(tx: Tx, node: HostedNode, person: string, judged: readonly JudgedGate[]): Promise<void> {
  for (const one of judged) {
    if (!one.decision.requirements.some((requirement) => requirement.overridden)) continue;
    const hosted = node.gates.get(one.decision.gate);
    if (!hosted?.overrideMail) throw new Error(`${one.decision.gate} was overridden and nobody is named who is told.`);
    const { binding, overrideMail } = hosted;
    const { label } = await tx.one<{ label: string }>(`select ${binding.described.label} as label from ${binding.table} t where t.id = $1`, [
      one.decision.subject.id,
    ]);
    const { subject, body } = textOf(label, person, one);
    await tx.query(
      `insert into ${overrideMail.queue} (org, type, object_id, recipient, subject, body)
       select $1, 'override_used', $2, r.email, $3, $4 from app.people_of($1, $5) r`,
      [one.orgId, randomUUID(), subject, body, overrideMail.roles],
    );
  }
}
