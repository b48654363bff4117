import type { BulkAnswer } from './types/shared.ts';

/**
 * Every command with what it takes and what it answers. Written by `npm run client` from the registry that
 * answers the requests; types only, so that nothing of it reaches the browser.
 */
export interface Commands {
  core: {
    'grant.give': {
      input: {
        org: string;
        user?: string;
        email?: string;
        role: 'admin' | 'sales' | 'sales_manager' | 'pricing' | 'accounting' | 'warehouse' | 'warehouse_manager';
        startsAt?: string;
        expiresAt?: string | null;
        extraKeys?: readonly string[];
        reason: string;
      };
      reply: { grantId: string };
    };
    'grant.change': {
      input: { grant: string; expiresAt: string | null; extraKeys: readonly string[]; reason: string };
      reply: { grantId: string };
    };
    'grant.end': { input: { grant: string; reason: string }; reply: { grantId: string } };
    'person.invite': {
      input: {
        org: string;
        email: string;
        firstName: string;
        lastName: string;
        language: 'tr-TR' | 'en-US';
        role: 'admin' | 'sales' | 'sales_manager' | 'pricing' | 'accounting' | 'warehouse' | 'warehouse_manager';
        expiresAt?: string | null;
        reason: string;
      };
      reply: { grantId: string };
    };
    'person.invite-again': { input: { grant: string }; reply: { grantId: string } };
    'role.delegate': {
      input: {
        org: string;
        role: 'admin' | 'sales' | 'sales_manager' | 'pricing' | 'accounting' | 'warehouse' | 'warehouse_manager';
        to: string;
        startsAt?: string;
        until: string;
        reason: string;
      };
      reply: { grantId: string };
    };
    'delegation.end': { input: { grant: string; reason?: string }; reply: { grantId: string } };
    'role-key.tune': {
      input: {
        org: string;
        role: 'admin' | 'sales' | 'sales_manager' | 'pricing' | 'accounting' | 'warehouse' | 'warehouse_manager';
        key: string;
        allowed: boolean | null;
        reason: string;
      };
      reply: {
        role: 'admin' | 'sales' | 'sales_manager' | 'pricing' | 'accounting' | 'warehouse' | 'warehouse_manager';
        key: string;
        allowed: null | false | true;
      };
    };
    'org.set-branding': { input: { org: string; senderEmail?: string | null; brandColor?: string | null }; reply: { orgId: string } };
    'override-reason.set': {
      input: {
        org: string;
        side: 'crm' | 'wms';
        gate?: string | null;
        reasonCode: string;
        labelEn: string;
        labelTr: string;
        active?: boolean;
        position?: number;
        reason: string;
      };
      reply: { id: string; code: string; active: boolean };
    };
    'event.replay': {
      input:
        | { events: readonly string[]; reason: string }
        | {
            range: {
              direction?: 'crm>wms' | 'wms>crm';
              type?: string;
              org?: string;
              entity?: string;
              entityId?: string;
              from?: string;
              to?: string;
            };
            reason: string;
          };
      reply: BulkAnswer<{ status: string; reason: null | string; event: string }>;
    };
    'event.skip': { input: { event: string; reason: string }; reply: { status: string; reason: null | string; event: string } };
    'delivery.retry': {
      input:
        | { events: readonly string[]; reason: string }
        | {
            range: {
              direction?: 'crm>wms' | 'wms>crm';
              type?: string;
              org?: string;
              entity?: string;
              entityId?: string;
              from?: string;
              to?: string;
            };
            reason: string;
          };
      reply: BulkAnswer<{ event: string; status: 'pending' }>;
    };
    'delivery.skip': {
      input:
        | { events: readonly string[]; reason: string }
        | {
            range: {
              direction?: 'crm>wms' | 'wms>crm';
              type?: string;
              org?: string;
              entity?: string;
              entityId?: string;
              from?: string;
              to?: string;
            };
            reason: string;
          };
      reply: BulkAnswer<{ event: string; status: 'skipped' }>;
    };
    'secret.create': {
      input: { direction: 'crm>wms' | 'wms>crm'; overlapHours?: number; reason: string };
      reply: { id: string; secret: null | string };
    };
    'secret.add': {
      input: { direction: 'crm>wms' | 'wms>crm'; secret: string; overlapHours?: number; reason: string };
      reply: { id: string };
    };
    'secret.revoke': { input: { secret: string; reason: string }; reply: { secret: string; revoked: boolean } };
    'event-key.create': {
      input: { direction: 'crm>wms' | 'wms>crm'; overlapHours?: number; reason: string };
      reply: { id: string; key: null | string };
    };
    'event-key.add': {
      input: { direction: 'crm>wms' | 'wms>crm'; key: string; overlapHours?: number; reason: string };
      reply: { id: string };
    };
    'event-key.revoke': { input: { eventKey: string; reason: string }; reply: { eventKey: string; revoked: boolean } };
    'drift.check': {
      input: Record<string, never>;
      reply: { mirrors: { mirror: string; compared: number; differing: number; inFlight: number; error: null | string }[] };
    };
    'drift.heal': { input: { differences: readonly string[]; reason: string }; reply: BulkAnswer<{ difference: string; told: boolean }> };
    'gate-policy.draft': {
      input: { org: string; gate: string; definition: string; cases?: string | null; note: string };
      reply: { policy: string; version: number };
    };
    'gate-policy.edit': {
      input: { policy: string; definition: string; cases: string | null; note: string };
      reply: { policy: string; version: number };
    };
    'gate-policy.submit': { input: { policy: string; reason: string }; reply: { policy: string } };
    'gate-policy.return': { input: { policy: string; reason: string }; reply: { policy: string } };
    'gate-policy.publish': {
      input: { policy: string; effectiveFrom?: string | null; reason: string };
      reply: { policy: string; effectiveFrom: string };
    };
    'gate-policy.withdraw': { input: { policy: string; reason: string }; reply: { policy: string } };
    'gate-policy.discard': { input: { policy: string; reason: string }; reply: { policy: string } };
    'gate-policy.roll-back': {
      input: { org: string; gate: string; policy: string | null; reason: string };
      reply: { policy: null } | { policy: string };
    };
  };
  crm: {
    'customer.onboard': {
      input: {
        org: string;
        name: string;
        taxCountry: string;
        taxNumber: string;
        paymentMode: 'cash' | 'credit';
        termsDays?: number;
        graceDays?: number;
        pocEmail?: string;
        primaryContact?: string;
        primaryEmail?: string;
        billingEmail?: string;
        billingAddress?: string;
        shippingAddress?: string;
        onboarding?: Record<string, string>;
      };
      reply: { profileId: string };
    };
    'customer.edit': {
      input: {
        profile: string;
        version: number;
        name?: string;
        taxCountry?: string;
        taxNumber?: string;
        paymentMode?: 'cash' | 'credit';
        termsDays?: number;
        graceDays?: number;
        limits?: readonly { currency: 'TRY' | 'USD' | 'EUR'; limitAmount: string }[];
        pocEmail?: string;
        primaryContact?: string;
        primaryEmail?: string;
        billingEmail?: string;
        billingAddress?: string;
        shippingAddress?: string;
        emailOptOut?: boolean;
        onboarding?: Record<string, string>;
        note?: string;
      };
      reply: { profileId: string; version: number };
    };
    'customer.approve': {
      input: { profile: string; note?: string; limits?: readonly { currency: 'TRY' | 'USD' | 'EUR'; limitAmount: string }[] };
      reply: { profileId: string; status: 'pending_review' | 'approved' | 'inactive' };
    };
    'customer.deactivate': { input: { profile: string; reason: string }; reply: { profileId: string; status: 'inactive' } };
    'price.reconfirm': { input: { price: string; note?: string }; reply: { priceId: string; confirmedAt: string } };
    'price.reconfirm-many': {
      input: { items: readonly { price: string; note?: string }[] };
      reply: BulkAnswer<{ priceId: string; confirmedAt: string }>;
    };
    'price.set': {
      input: { org: string; item: string; currency: 'TRY' | 'USD' | 'EUR'; price: string; note?: string };
      reply: { priceId: string; price: string; currency: 'TRY' | 'USD' | 'EUR'; confirmedAt: string };
    };
    'price.set-many': {
      input: { items: readonly { org: string; item: string; currency: 'TRY' | 'USD' | 'EUR'; price: string; note?: string }[] };
      reply: BulkAnswer<{ priceId: string; price: string; currency: 'TRY' | 'USD' | 'EUR'; confirmedAt: string }>;
    };
    'deal.create': {
      input: {
        org: string;
        profile: string;
        currency: 'TRY' | 'USD' | 'EUR';
        note?: string;
        lines: readonly {
          item: string;
          uom: 'meter' | 'piece' | 'roll';
          qty: string;
          unitPrice: string;
          vatRate?: string;
          carrierWish?: string;
        }[];
        submit?: boolean;
      };
      reply: { dealId: string; code: string; status: 'draft' | 'submitted' };
    };
    'deal.update-lines': {
      input: {
        deal: string;
        version: number;
        lines: readonly {
          item: string;
          uom: 'meter' | 'piece' | 'roll';
          qty: string;
          unitPrice: string;
          vatRate?: string;
          carrierWish?: string;
        }[];
        note?: string;
      };
      reply: { dealId: string; version: number; status: 'draft' | 'submitted' | 'won' | 'lost' | 'cancelled' | 'closed' };
    };
    'price-request.create': {
      input: { deal: string; line: string; reason: string };
      reply: { requestId: string; kind: 'currency' | 'discount' | 'stale'; status: 'pending' };
    };
    'price-request.approve': { input: { request: string; note?: string }; reply: { requestId: string; status: 'approved' } };
    'price-request.approve-many': {
      input: { items: readonly { request: string; note?: string }[] };
      reply: BulkAnswer<{ requestId: string; status: 'approved' }>;
    };
    'price-request.reject': { input: { request: string; note: string }; reply: { requestId: string; status: 'rejected' } };
    'price-request.reject-many': {
      input: { items: readonly { request: string; note: string }[] };
      reply: BulkAnswer<{ requestId: string; status: 'rejected' }>;
    };
    'deal.submit': { input: { deal: string }; reply: { dealId: string; status: 'submitted' } };
    'deal.win': {
      input: { deal: string; override?: { reasonCode: string; note: string } };
      reply: { dealId: string; purchaseOrderId: string; purchaseOrderCode: string; creditBlocked: boolean; overridden: string[] };
    };
    'deal.lose': { input: { deal: string; reason: string }; reply: { dealId: string; status: 'lost' } };
    'deal.cancel': { input: { deal: string; reason: string }; reply: { dealId: string; status: 'cancelled' } };
    'deal.close': { input: { deal: string }; reply: { dealId: string; status: 'closed' } };
    'deal.clear-credit-block': { input: { deal: string; reason: string }; reply: { dealId: string; creditBlocked: boolean } };
    'contract.receive-signed': { input: { deal: string; note?: string }; reply: { dealId: string; status: 'signed_received' | 'waived' } };
    'contract.waive': { input: { deal: string; note: string }; reply: { dealId: string; status: 'signed_received' | 'waived' } };
    'payment.record': {
      input: {
        org: string;
        profile: string;
        currency: 'TRY' | 'USD' | 'EUR';
        amount: string;
        receivedOn: string;
        method?: 'bank_transfer' | 'cash' | 'cheque' | 'card';
        bankReference?: string;
        note?: string;
        allocations?: readonly { purchaseOrder: string; amount: string }[];
      };
      reply: { paymentId: string };
    };
    'payment.allocate': { input: { payment: string; purchaseOrder: string; amount: string }; reply: { paymentId: string } };
    'payment.reverse': { input: { payment: string; reason: string }; reply: { paymentId: string; reversalId: string } };
    'payment.confirm': { input: { purchaseOrder: string }; reply: { purchaseOrderId: string } };
    'payment.confirm-many': { input: { items: readonly { purchaseOrder: string }[] }; reply: BulkAnswer<{ purchaseOrderId: string }> };
    'purchase-order.set-ship-date': {
      input: { purchaseOrder: string; shipDate: string };
      reply: { purchaseOrderId: string; shipDate: string };
    };
    'purchase-order.approve-shipment': {
      input: { purchaseOrder: string; override?: { reasonCode: string; note: string } };
      reply: { purchaseOrderId: string; status: 'released'; overridden: string[] };
    };
    'purchase-order.approve-shipment-many': {
      input: { items: readonly { purchaseOrder: string; override?: { reasonCode: string; note: string } }[] };
      reply: BulkAnswer<{ purchaseOrderId: string; status: 'released'; overridden: string[] }>;
    };
    'purchase-order.cancel': { input: { purchaseOrder: string; reason: string }; reply: { purchaseOrderId: string; status: 'cancelled' } };
    'shortage.decide': {
      input: { shortage: string; decision: 'wait' | 'ship_partly' | 'cancel_line'; note?: string };
      reply: { shortageId: string; decision: 'wait' | 'ship_partly' | 'cancel_line' };
    };
    'org.create': {
      input: {
        from: string;
        code: string;
        name: string;
        currency: 'TRY' | 'USD' | 'EUR';
        timeZone: string;
        senderEmail?: string | null;
        brandColor?: string | null;
      };
      reply: { orgId: string; code: string };
    };
    'org.edit': {
      input: {
        org: string;
        name?: string;
        currency?: 'TRY' | 'USD' | 'EUR';
        timeZone?: string;
        senderEmail?: string | null;
        brandColor?: string | null;
        priceStaleDays?: number;
        allowedDiscountPercent?: string;
        active?: boolean;
      };
      reply: { orgId: string };
    };
  };
  wms: {
    'quality.add': {
      input: {
        code: string;
        name: string;
        composition: string;
        widthCm: number;
        weightGsm: number;
        allowedUoms: readonly ('meter' | 'piece' | 'roll')[];
      };
      reply: { qualityId: string; code: string };
    };
    'quality.change': {
      input: {
        quality: string;
        name?: string;
        composition?: string;
        widthCm?: number;
        weightGsm?: number;
        allowedUoms?: readonly ('meter' | 'piece' | 'roll')[];
        active?: boolean;
        note?: string;
      };
      reply: { qualityId: string; code: string; active: boolean };
    };
    'roll.receive': {
      input: {
        org: string;
        quality: string;
        lotCode: string;
        rolls: readonly { rollCode: string; meters: string; location?: string }[];
        note?: string;
      };
      reply: { lotId: string; lotCode: string; rolls: number; meters: string };
    };
    'roll.adjust': {
      input: { roll: string; onHandMeters: string; seenMeters?: string; reason: string };
      reply: { rollId: string; onHandMeters: string; status: 'shipped' | 'allocated' | 'in_stock' | 'written_off' };
    };
    'reservation.plan': { input: { line: string }; reply: { lineId: string; status: 'planned' } };
    'reservation.plan-many': { input: { items: readonly { line: string }[] }; reply: BulkAnswer<{ lineId: string; status: 'planned' }> };
    'allocation.enter': {
      input: { line: string; rolls: readonly { rollCode: string; meters: string }[]; override?: { reasonCode: string; note: string } };
      reply: { lineId: string; allocatedMeters: string; overridden: string[] };
    };
    'allocation.remove': { input: { allocation: string }; reply: { lineId: string; allocatedMeters: string } };
    'allocation.confirm': { input: { line: string }; reply: { lineId: string; status: 'allocated' } };
    'order.start-picking': { input: { order: string }; reply: { orderId: string; status: 'picking' } };
    'order.pick-line': { input: { line: string; rollCode?: string }; reply: { lineId: string; picked: boolean } };
    'order.unpick-line': { input: { line: string }; reply: { lineId: string; picked: boolean } };
    'order.complete-picking': { input: { order: string }; reply: { orderId: string; status: 'picked' } };
    'shipment.post': {
      input: {
        order: string;
        carrier: string;
        trackingId?: string;
        irsaliyeNumber: string;
        override?: { reasonCode: string; note: string };
      };
      reply: { orderId: string; shipmentId: string; status: 'shipped'; overridden: string[] };
    };
    'shipment.deliver': {
      input: { order: string; podReference: string; podReceivedBy: string; deliveredAt?: string };
      reply: { orderId: string; status: 'delivered' | 'invoiced' };
    };
    'carrier.add': { input: { org: string; name: string; tracking: 'given' | 'none' }; reply: { carrierId: string } };
    'carrier.change': {
      input: { carrier: string; name?: string; tracking?: 'given' | 'none'; active?: boolean };
      reply: { carrierId: string; active: boolean };
    };
    'order.mark-invoiced': {
      input: { order: string; invoiceNumber: string; invoicedOn: string };
      reply: {
        orderId: string;
        status: 'cancelled' | 'closed' | 'released' | 'picking' | 'shipped' | 'invoiced' | 'picked';
        invoiceControlStatus: 'pending_control';
      };
    };
    'invoice-control.pass': {
      input: { order: string; note?: string };
      reply: { orderId: string; invoiceControlStatus: 'pending_control' | 'passed' | 'failed' };
    };
    'invoice-control.fail': {
      input: { order: string; note: string };
      reply: { orderId: string; invoiceControlStatus: 'pending_control' | 'passed' | 'failed' };
    };
    'invoice-control.reopen': {
      input: { order: string; note: string };
      reply: { orderId: string; invoiceControlStatus: 'pending_control' | 'passed' | 'failed' };
    };
    'order.close': { input: { order: string }; reply: { orderId: string; status: 'closed' } };
  };
}
