import type { CommandContext } from '@selvedge/kernel/command/define-command.ts';
import { policyInForce } from '@selvedge/kernel/gate/in-force.ts';
import { judgeFacts } from '@selvedge/kernel/gate/judge.ts';
import { linePricing } from '../gates/line-pricing.ts';
import { isPlain } from './line-facts.ts';
import type { PricedLine } from './price-lines.ts';

export type PricingState = 'approved' | 'needs_approval';
type JudgedLine = PricedLine['row'] & { readonly pricing_state: PricingState };

/**
 * Judges lines that are no rows yet, in memory: what the gate line-pricing lets pass is approved, the rest waits for
 * an approval. Keeps no decision: those that people make are kept.
 * @returns the rows, in the order of the lines
 * @source J26; docs/decisions/0082-price-requests.md
 */
export async function judgeLines({ tx, identity, org }: CommandContext<unknown>, lines: readonly PricedLine[]): Promise<JudgedLine[]> {
  const byDefault = policyInForce(identity, org.id, linePricing.gate.name) === null;
  const asked = lines.filter(({ facts }) => !(byDefault && isPlain(facts)));
  const decisions = await judgeFacts(
    tx,
    linePricing,
    identity,
    org.id,
    asked.map(({ facts }) => facts),
  );
  const waiting = new Set(asked.filter((_, i) => decisions[i]?.allowed !== true));
  return lines.map((line) => ({ ...line.row, pricing_state: waiting.has(line) ? 'needs_approval' : 'approved' }));
}
