import { grantUpdated } from '@selvedge/contract/events/grant-updated.ts';
import { takeGrant } from '@selvedge/core/access/take-grant.ts';
import { consume } from '@selvedge/kernel/inbox/consumer.ts';

/** Roles that were given on CRM's node. */
export const onGrantUpdated = consume(grantUpdated, (context, { data }) => takeGrant(context, data));
