-- Where a mirror no longer holds what its owner has, found by comparing digests.
create table kernel.drift (
  id uuid primary key default gen_random_uuid(),
  mirror text not null,
  keeper text not null,
  owner text not null,
  entity_id text not null,
  org uuid,
  org_code text not null,
  kind text not null check (kind in ('differs', 'missing', 'surplus')),
  owner_digest text,
  mirror_digest text,
  found_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  -- when the owner was asked to tell it again
  told_at timestamptz,
  healed_at timestamptz
);
create unique index drift_open on kernel.drift (mirror, entity_id) where healed_at is null;
create index drift_recent on kernel.drift (found_at, id);
create table kernel.drift_run (
  id bigint generated always as identity primary key,
  mirror text not null,
  at timestamptz not null,
  compared integer not null,
  differing integer not null,
  in_flight integer not null,
  error text
);
create index drift_run_latest on kernel.drift_run (mirror, id);
alter table kernel.drift enable row level security;
alter table kernel.drift force row level security;
alter table kernel.drift_run enable row level security;
alter table kernel.drift_run force row level security;
create policy system_all on kernel.drift using (app.is_system()) with check (app.is_system());
create policy admin_reads on kernel.drift for select using (org = any ((select app.orgs('{admin}'))::uuid[])
  or (org is null and ((org_code = '*' and (select app.holds_any('{admin}'))) or (select app.is_admin(app.user_id())))));
create policy system_all on kernel.drift_run using (app.is_system()) with check (app.is_system());
create policy admin_reads on kernel.drift_run for select using ((select app.holds_any('{admin}')));
