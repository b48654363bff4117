import { gates, type GateName } from '@selvedge/rules/index.ts';
import type { Policy, Requirement } from '@selvedge/rules/policy.ts';
import { hire, welcome, type Hired } from './hire.ts';
import type { World } from './world.ts';

export interface Checked {
  readonly problems: { path: string; code: string }[];
  readonly answers: { case: string; unmet: string[] }[];
  readonly suggestedCases: string;
  readonly diff: { requirements: { code: string; change: string }[] } | null;
}

/** The default policy of the gate that a desk writes when it is not told another. */
export const SUBMIT_POLICY: Policy = gates['deal-submit'].policy;
export const TWO_LINES: Requirement = {
  code: 'TWO_LINES',
  sentence: { en: 'A deal has two lines.', tr: 'Anlaşmanın iki satırı var.' },
  seen: { en: '{lineCount} lines', tr: '{lineCount} satır' },
  needed: { en: '2 or more', tr: '2 veya daha çok' },
  condition: { fact: 'lineCount', operator: 'greaterThanInclusive', value: 2 },
  lift: { roles: ['sales'], key: 'deals:edit' },
  next: { en: 'Add a line.', tr: 'Satır ekleyin.' },
  command: 'deal.update-lines',
  severity: 'block',
  overridable: false,
  locked: false,
};

/** What no approval lifts: an org's own floor under every price. */
export const LEAST_PRICE: Requirement = {
  code: 'LEAST_PRICE',
  sentence: { en: 'Nothing is sold for less than 2.', tr: 'Hiçbir şey 2’nin altına satılmaz.' },
  seen: { en: 'Price {unitPrice}', tr: 'Fiyat {unitPrice}' },
  needed: { en: '2 or more', tr: '2 veya daha çok' },
  condition: { fact: 'unitPrice', operator: 'decimalAtLeast', value: '2.00' },
  lift: { roles: ['sales'], key: 'deals:edit' },
  next: { en: 'Raise the price.', tr: 'Fiyatı yükseltin.' },
  command: 'deal.update-lines',
  severity: 'block',
  overridable: false,
  locked: false,
};

/** Two people of an org, one who writes policies of a gate, deal-submit if none is named, and one who publishes them; what they put in force leaves with the world. */
export async function openGateDesk(world: World, code: 'MOD' | 'JTR', names: { editor?: string; publisher?: string; gate?: GateName } = {}) {
  const gate: GateName = names.gate ?? 'deal-submit';
  const { policy: ownDefault } = gates[gate];
  const org = await world.orgId(code);
  const admin = world.as(`admin.${code.toLowerCase()}`);
  const employ = async (name?: string): Promise<Hired> => {
    const hired = await hire(world, name);
    await welcome(admin, org, hired, 'sales_manager', { extraKeys: ['gates:edit', 'gates:publish'] });
    return hired;
  };
  const editor = await employ(names.editor);
  const publisher = await employ(names.publisher);

  const ask = async <T>(name: string, body: object): Promise<T> => {
    const response = await editor.client.raw('crm', `/core/views/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ org: code, gate, ...body }),
    });
    const answer = (await response.json()) as { data: T; errors?: { message: string }[] };
    if (!response.ok) throw new Error(`${name} answered ${response.status}: ${JSON.stringify(answer.errors)}`);
    return answer.data;
  };
  const check = (definition: string, cases: string | null = null) => ask<Checked>('gate-check', { definition, cases });
  const draft = async (definition: string, cases: string | null, who = editor) =>
    (await who.client.command<{ policy: string }>('core', 'gate-policy.draft', { org, gate, definition, cases, note: 'Test' })).policy;
  const submit = (policy: string) => editor.client.command('core', 'gate-policy.submit', { policy, reason: 'Ready' });
  const publish = (policy: string, effectiveFrom: string | null = null, who = publisher) =>
    who.client.command('core', 'gate-policy.publish', { policy, effectiveFrom, reason: 'Agreed' });
  /** Back to a policy that was in force, or to the default. */
  const rollBack = (policy: string | null) =>
    publisher.client.command<{ policy: string | null }>('core', 'gate-policy.roll-back', { org, gate, policy, reason: 'Too strict' });
  /** Whatever is in force, the default is afterwards. */
  const clear = () =>
    rollBack(null).catch((error: unknown) => {
      if ((error as { code?: string }).code !== 'DEFAULT_IN_FORCE') throw error;
    });
  world.beforeClose(clear);

  const withTwoLines = JSON.stringify({ ...SUBMIT_POLICY, requirements: [...SUBMIT_POLICY.requirements, TWO_LINES] });
  const draftTwoLines = async () => draft(withTwoLines, (await check(withTwoLines)).suggestedCases);
  const putInForce = async (policy: string) => {
    await submit(policy);
    await publish(policy);
    return policy;
  };
  const publishTwoLines = async () => putInForce(await draftTwoLines());
  const publishWith = async (requirement: Requirement) => {
    const definition = JSON.stringify({ ...ownDefault, requirements: [...ownDefault.requirements, requirement] });
    return putInForce(await draft(definition, (await check(definition)).suggestedCases));
  };
  /** A deal of one line, not sent yet. */
  const oneLineDeal = async (of: 'MOD' | 'JTR' = code) => {
    const wish = await world.wish(of, { mode: 'credit', lines: 1 });
    const { sales } = world.people(of);
    const { dealId } = await sales.command<{ dealId: string }>('crm', 'deal.create', {
      org: wish.orgId,
      profile: wish.profileId,
      currency: 'USD',
      lines: wish.lines,
    });
    return { dealId, submit: () => sales.command('crm', 'deal.submit', { deal: dealId }) };
  };
  const decisionsAbout = (dealId: string) =>
    world.look('crm', (tx) =>
      tx.query<{ id: number; policy: string | null; allowed: boolean }>('select id, policy, allowed from kernel.decision where subject_id = $1 order by id', [
        dealId,
      ]),
    );
  return {
    org,
    admin,
    gate,
    editor,
    publisher,
    ask,
    check,
    draft,
    submit,
    publish,
    rollBack,
    clear,
    withTwoLines,
    draftTwoLines,
    publishTwoLines,
    publishWith,
    oneLineDeal,
    decisionsAbout,
  };
}

export type GateDesk = Awaited<ReturnType<typeof openGateDesk>>;
