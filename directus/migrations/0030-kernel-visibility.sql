-- Who sees what crossed between the systems and what was written down: the administrators of its org;
-- those of any org where it belongs to the whole group; where it belongs to no org this node knows,
-- the administrators of the node.
update kernel.inbox i set org = o.id from core_org o where i.org is null and o.code = i.org_code;

drop policy admin_reads on kernel.outbox;
drop policy admin_reads on kernel.inbox;
drop policy system_reads on kernel.audit;
drop policy admin_reads on kernel.audit_seal;
drop policy system_reads on kernel.decision;
create policy admin_reads on kernel.outbox for select using (org = any ((select app.orgs('{admin}'))::uuid[])
  or (org is null and ((org_code = '*' and (select app.holds_any('{admin}'))) or (select app.is_admin(app.user_id())))));
create policy admin_reads on kernel.inbox for select using (org = any ((select app.orgs('{admin}'))::uuid[])
  or (org is null and ((org_code = '*' and (select app.holds_any('{admin}'))) or (select app.is_admin(app.user_id())))));
create policy admin_reads on kernel.audit for select using ((select app.is_system()) or org = any ((select app.orgs('{admin}'))::uuid[])
  or (org is null and (select app.holds_any('{admin}'))));
-- The chain of the whole group has the id of no org.
create policy admin_reads on kernel.audit_seal for select using (chain = any ((select app.orgs('{admin}'))::uuid[])
  or (chain = '00000000-0000-0000-0000-000000000000' and (select app.holds_any('{admin}'))));
create policy admin_reads on kernel.decision for select using ((select app.is_system()) or org = any ((select app.orgs('{admin}'))::uuid[]));
create policy admin_reads on kernel.audit_unsealed for select using ((select app.holds_any('{admin}')));

-- The lists newest first, what is open of each direction, and one record's own events and audit.
create index outbox_recent on kernel.outbox (occurred_at, id);
create index outbox_open on kernel.outbox (source, target, status, occurred_at) where status <> 'delivered';
create index inbox_recent_id on kernel.inbox (received_at, id);
drop index kernel.inbox_recent;
create index inbox_open on kernel.inbox (target, status, received_at) where status in ('waiting', 'parked');
create index inbox_entity on kernel.inbox (entity_id, sequence);
create index audit_request on kernel.audit (request_id);
create index audit_actor on kernel.audit (actor, id);
