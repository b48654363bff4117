-- The mechanism's own tables: outbox, inbox, audit, idempotency, decisions. They are no Directus
-- collections: the items API cannot reach them, whatever permissions say.

create table kernel.event_sequence (
  source text not null, entity text not null, entity_id text not null, last_sequence integer not null,
  primary key (source, entity, entity_id)
);

create table kernel.outbox (
  position bigint generated always as identity primary key,
  id uuid not null unique,
  source text not null,
  target text not null,
  type text not null,
  contract_version text not null,
  org uuid,
  org_code text not null,
  entity text not null,
  entity_id text not null,
  sequence integer not null,
  idempotency_key text not null,
  occurred_at timestamptz not null,
  body text not null,
  status text not null default 'pending' check (status in ('pending', 'delivered', 'dead')),
  attempts integer not null default 0,
  next_attempt_at timestamptz not null default now(),
  last_error text,
  delivered_at timestamptz,
  answer text,
  request_id text,
  unique (source, entity, entity_id, sequence),
  unique (source, idempotency_key)
) with (fillfactor = 80);
create index outbox_due on kernel.outbox (next_attempt_at, position) where status = 'pending';

create table kernel.inbox (
  position bigint generated always as identity primary key,
  target text not null,
  id uuid not null,
  source text not null,
  type text not null,
  contract_version text not null,
  org_code text,
  org uuid,
  entity text,
  entity_id text,
  sequence integer,
  idempotency_key text,
  body text not null,
  received_at timestamptz not null default now(),
  status text not null check (status in ('applied', 'waiting', 'parked', 'skipped')),
  reason text,
  waiting_for text,
  -- when the sweep looks at a waiting event again; the longer it waited, the rarer
  next_attempt_at timestamptz not null default now(),
  applied_at timestamptz,
  replays integer not null default 0,
  unique (target, id)
);
create index inbox_held on kernel.inbox (target, source, entity, entity_id, sequence) where status in ('waiting', 'parked');
create index inbox_waiting_for on kernel.inbox (target, waiting_for) where status = 'waiting' and waiting_for is not null;
create index inbox_recent on kernel.inbox (received_at);

create table kernel.inbox_cursor (
  target text not null, source text not null, entity text not null, entity_id text not null,
  applied_sequence integer not null default 0,
  primary key (target, source, entity, entity_id)
);

create table kernel.idempotency (
  actor text not null,
  key text not null,
  command text not null,
  input_hash bytea not null,
  status integer,
  -- json, not jsonb: a retry gets the first reply byte for byte
  response json,
  created_at timestamptz not null default now(),
  primary key (actor, key)
);
create index idempotency_age on kernel.idempotency (created_at);

create table kernel.audit (
  id bigint generated always as identity primary key,
  org uuid,
  at timestamptz not null default now(),
  actor text not null,
  on_behalf_of uuid,
  command text not null,
  subject_type text,
  subject_id text,
  reason text,
  before jsonb,
  after jsonb,
  request_id text
);
create index audit_subject on kernel.audit (subject_type, subject_id, id);
create index audit_org on kernel.audit (org, id);

-- Rows that no seal covers yet; one job drains it, so writers never queue behind the chain.
create table kernel.audit_unsealed (audit_id bigint primary key);
create function kernel.note_unsealed() returns trigger language plpgsql security definer set search_path = kernel, pg_temp as $$
begin insert into kernel.audit_unsealed (audit_id) values (new.id); return new; end $$;
create trigger note_unsealed after insert on kernel.audit for each row execute function kernel.note_unsealed();

create table kernel.audit_seal (
  chain uuid not null,
  number bigint not null,
  audit_id bigint not null unique,
  previous_hash bytea not null,
  hash bytea not null,
  sealed_at timestamptz not null default now(),
  primary key (chain, number)
);

create function kernel.refuse_rewrite() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = '42501';
end $$;
create trigger append_only before update or delete on kernel.audit for each row execute function kernel.refuse_rewrite();
create trigger append_only before update or delete on kernel.audit_seal for each row execute function kernel.refuse_rewrite();
create trigger no_truncate before truncate on kernel.audit execute function kernel.refuse_rewrite();
create trigger no_truncate before truncate on kernel.audit_seal execute function kernel.refuse_rewrite();

create table kernel.decision (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  org uuid not null,
  gate text not null,
  policy_version integer not null,
  subject_type text not null,
  subject_id text not null,
  allowed boolean not null,
  facts jsonb not null,
  requirements jsonb not null,
  command text,
  actor text not null,
  override jsonb,
  request_id text
);
create index decision_subject on kernel.decision (subject_id, id);
create index decision_gate on kernel.decision (org, gate, id);

create table kernel.webhook_secret (
  id uuid primary key default gen_random_uuid(),
  source text not null,
  target text not null,
  ciphertext bytea not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  revoked_at timestamptz,
  last_used_at timestamptz
);

create table kernel.job_run (
  name text not null,
  slot timestamptz not null,
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  outcome text,
  primary key (name, slot)
);

-- Business actors append to these tables through the kernel; only the system and admins read them.
do $$
declare t text;
begin
  foreach t in array array['outbox', 'inbox', 'audit', 'audit_seal', 'audit_unsealed', 'decision', 'idempotency', 'webhook_secret', 'job_run', 'inbox_cursor', 'event_sequence'] loop
    execute format('alter table kernel.%I enable row level security', t);
    execute format('alter table kernel.%I force row level security', t);
  end loop;
end $$;
create policy system_all on kernel.outbox using (app.is_system()) with check (app.is_system());
create policy user_appends on kernel.outbox for insert with check (app.user_id() is not null);
create policy admin_reads on kernel.outbox for select using ((select app.is_admin(app.user_id())));
create policy system_all on kernel.inbox using (app.is_system()) with check (app.is_system());
create policy admin_reads on kernel.inbox for select using ((select app.is_admin(app.user_id())));
create policy system_all on kernel.inbox_cursor using (app.is_system()) with check (app.is_system());
create policy anyone on kernel.event_sequence using (app.is_system() or app.user_id() is not null) with check (app.is_system() or app.user_id() is not null);
create policy system_reads on kernel.audit for select using (app.is_system() or (select app.is_admin(app.user_id())));
create policy appends on kernel.audit for insert with check (app.is_system() or app.user_id() is not null);
create policy system_all on kernel.audit_seal using (app.is_system()) with check (app.is_system());
create policy admin_reads on kernel.audit_seal for select using ((select app.is_admin(app.user_id())));
-- The trigger that notes an unsealed row runs as the owner, for whoever writes.
create policy notes on kernel.audit_unsealed for insert with check (true);
create policy system_all on kernel.audit_unsealed using (app.is_system()) with check (app.is_system());
create policy own on kernel.idempotency using (actor = current_setting('app.user_id', true)) with check (actor = current_setting('app.user_id', true));
create policy system_all on kernel.idempotency using (app.is_system()) with check (app.is_system());
create policy appends on kernel.decision for insert with check (app.is_system() or app.user_id() is not null);
create policy system_reads on kernel.decision for select using (app.is_system() or (select app.is_admin(app.user_id())));
create policy system_all on kernel.webhook_secret using (app.is_system()) with check (app.is_system());
create policy system_all on kernel.job_run using (app.is_system()) with check (app.is_system());
