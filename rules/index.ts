import type { z } from 'zod';
import { createGate } from './evaluate.ts';
import { policySchema } from './policy.ts';
import { allocationOnHandFacts } from './allocation-on-hand/facts.ts';
import allocationOnHandPolicy from './allocation-on-hand/gate.json' with { type: 'json' };
import { closureFacts } from './closure/facts.ts';
import closurePolicy from './closure/gate.json' with { type: 'json' };
import { customerEmailFacts } from './customer-email/facts.ts';
import customerEmailPolicy from './customer-email/gate.json' with { type: 'json' };
import { dealSubmitFacts } from './deal-submit/facts.ts';
import dealSubmitPolicy from './deal-submit/gate.json' with { type: 'json' };
import { dealWinFacts } from './deal-win/facts.ts';
import dealWinPolicy from './deal-win/gate.json' with { type: 'json' };
import { linePricingFacts } from './line-pricing/facts.ts';
import linePricingPolicy from './line-pricing/gate.json' with { type: 'json' };
import { orderFormSubmitFacts } from './order-form-submit/facts.ts';
import orderFormSubmitPolicy from './order-form-submit/gate.json' with { type: 'json' };
import { proformaPaidFacts } from './proforma-paid/facts.ts';
import proformaPaidPolicy from './proforma-paid/gate.json' with { type: 'json' };
import { proformaReleaseFacts } from './proforma-release/facts.ts';
import proformaReleasePolicy from './proforma-release/gate.json' with { type: 'json' };
import { sendBackFacts } from './send-back/facts.ts';
import sendBackPolicy from './send-back/gate.json' with { type: 'json' };
import { shipFacts } from './ship/facts.ts';
import shipPolicy from './ship/gate.json' with { type: 'json' };
import { shipmentApprovalFacts } from './shipment-approval/facts.ts';
import shipmentApprovalPolicy from './shipment-approval/gate.json' with { type: 'json' };

/** A gate with the policy it comes with and the schema of its facts. */
function define<S extends z.ZodType<Readonly<Record<string, unknown>>>>(rawPolicy: unknown, factsSchema: S) {
  const policy = policySchema.parse(rawPolicy);
  return { gate: createGate(policy, factsSchema), policy, factsSchema };
}

/** Every gate, by the name of its folder: the only list of them. A folder that is not in it fails the tests. */
export const gates = {
  'allocation-on-hand': define(allocationOnHandPolicy, allocationOnHandFacts),
  closure: define(closurePolicy, closureFacts),
  'customer-email': define(customerEmailPolicy, customerEmailFacts),
  'deal-submit': define(dealSubmitPolicy, dealSubmitFacts),
  'deal-win': define(dealWinPolicy, dealWinFacts),
  'line-pricing': define(linePricingPolicy, linePricingFacts),
  'order-form-submit': define(orderFormSubmitPolicy, orderFormSubmitFacts),
  'proforma-paid': define(proformaPaidPolicy, proformaPaidFacts),
  'proforma-release': define(proformaReleasePolicy, proformaReleaseFacts),
  'send-back': define(sendBackPolicy, sendBackFacts),
  ship: define(shipPolicy, shipFacts),
  'shipment-approval': define(shipmentApprovalPolicy, shipmentApprovalFacts),
} as const;

export type GateName = keyof typeof gates;
export const gateNames = Object.keys(gates) as readonly GateName[];
