import { readdirSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import type { Gate } from '@selvedge/kernel/gate/decision.ts';
import { createGate, FACTS_INVALID } from '@selvedge/rules/evaluate.ts';
import { gateNames, gates, type GateName } from '@selvedge/rules/index.ts';
import { readCases } from '@selvedge/rules/read-cases.ts';
import { mutants } from './mutate.ts';
import { allocationOnHand } from './predicates/allocation-on-hand.ts';
import { closure } from './predicates/closure.ts';
import { customerEmail } from './predicates/customer-email.ts';
import { dealSubmit } from './predicates/deal-submit.ts';
import { dealWin } from './predicates/deal-win.ts';
import { linePricing } from './predicates/line-pricing.ts';
import { orderFormSubmit } from './predicates/order-form-submit.ts';
import type { Predicate } from './predicates/predicate.ts';
import { proformaPaid } from './predicates/proforma-paid.ts';
import { proformaRelease } from './predicates/proforma-release.ts';
import { sendBack } from './predicates/send-back.ts';
import { ship } from './predicates/ship.ts';
import { shipmentApproval } from './predicates/shipment-approval.ts';
import { randomFacts, spoiltFacts } from './random-facts.ts';

const PREDICATES: { readonly [name in GateName]: Predicate<never> } = {
  'allocation-on-hand': allocationOnHand,
  closure,
  'customer-email': customerEmail,
  'deal-submit': dealSubmit,
  'deal-win': dealWin,
  'line-pricing': linePricing,
  'order-form-submit': orderFormSubmit,
  'proforma-paid': proformaPaid,
  'proforma-release': proformaRelease,
  'send-back': sendBack,
  ship,
  'shipment-approval': shipmentApproval,
};
/** Ten thousand of the longest take some seconds each. */
const DEEP_MS = 120_000;
const RUNS = process.env['SELVEDGE_DEEP'] === '1' ? 10_000 : 1_000;
const passingOf = (name: GateName) =>
  readCases(name)
    .filter((one) => one.unmet.length === 0)
    .map((one) => one.facts);
const subject = { type: 'test', id: '1' };

describe('a gate and the same rule said by hand', () => {
  test.each(gateNames)(
    '%s: leave the same unmet, whatever the facts',
    async (name) => {
      const gate = gates[name].gate as Gate<object>;
      const answers = new Map<string, number>();
      await fc.assert(
        fc.asyncProperty(randomFacts(gates[name].factsSchema, passingOf(name)), async (facts) => {
          const { requirements, allowed } = await gate.evaluate(facts, subject);
          const unmet = requirements.filter((one) => !one.met).map((one) => one.code);
          expect(unmet.toSorted()).toEqual([...PREDICATES[name](facts as never)].toSorted());
          expect(allowed).toBe(unmet.length === 0);
          for (const code of allowed ? ['ALLOWED'] : unmet) answers.set(code, (answers.get(code) ?? 0) + 1);
        }),
        { numRuns: RUNS },
      );
      // Random facts that never pass, or never miss a requirement, would compare nothing.
      const met = ['ALLOWED', ...gates[name].policy.requirements.map((one) => one.code)].filter((code) => !answers.has(code));
      expect(met).toEqual([]);
    },
    DEEP_MS,
  );

  test.each(gateNames)(
    '%s: refuses facts of which one cannot be read, whatever the others are',
    async (name) => {
      const { gate, factsSchema } = gates[name];
      await fc.assert(
        fc.asyncProperty(spoiltFacts(factsSchema, passingOf(name)), async (facts) => {
          const { allowed, requirements } = await (gate as Gate<object>).evaluate(facts, subject);
          expect([allowed, requirements.map((one) => one.code)]).toEqual([false, [FACTS_INVALID]]);
        }),
        { numRuns: RUNS / 10 },
      );
    },
    DEEP_MS,
  );

  test.each(gateNames)(
    '%s: whatever only warns is said and refuses nothing; the rest refuses as before',
    async (name) => {
      const { policy, factsSchema } = gates[name];
      await fc.assert(
        fc.asyncProperty(randomFacts(factsSchema, passingOf(name)), fc.subarray(policy.requirements.map((one) => one.code)), async (facts, warning) => {
          const requirements = policy.requirements.map((one) => (warning.includes(one.code) ? { ...one, severity: 'warn', locked: false } : one));
          const { allowed, requirements: said } = await createGate({ ...policy, requirements }, factsSchema).evaluate(facts as never, subject);
          const unmet = PREDICATES[name](facts as never);
          expect(
            said
              .filter((one) => !one.met)
              .map((one) => one.code)
              .toSorted(),
          ).toEqual([...unmet].toSorted());
          expect(allowed).toBe(unmet.every((code) => warning.includes(code)));
        }),
        { numRuns: RUNS / 10 },
      );
    },
    DEEP_MS,
  );

  test('differ when the policy is changed in one word', async () => {
    const { policy, factsSchema } = gates.closure;
    const [changed] = mutants(policy).filter((mutant) => mutant.name === 'INVOICE_ISSUED: invoiceStatus notEqual');
    const gate = createGate(changed!.policy, factsSchema);
    const { failed } = await fc.check(
      fc.asyncProperty(randomFacts(factsSchema, passingOf('closure')), async (facts) => {
        const { requirements } = await gate.evaluate(facts as never, subject);
        return requirements.filter((one) => !one.met).length === closure(facts as never).length;
      }),
    );
    expect(failed).toBe(true);
  });

  test('each has a file of its own', () => {
    const files = readdirSync(path.join(import.meta.dirname, 'predicates')).filter((file) => file !== 'predicate.ts' && file !== 'exactly.ts');
    expect(files.map((file) => file.replace('.ts', '')).sort()).toEqual([...gateNames].sort());
  });
});
