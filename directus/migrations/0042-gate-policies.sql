-- Policies of gates as data: who may change what, and what a decision was made by.
create unique index gate_policy_version on core_gate_policy (org, gate, version);

alter table core_gate_policy
  add constraint published_by_another check (published_by is null or author is null or published_by <> author or restored_from is not null),
  add constraint published_is_dated check ((state = 'published') <= (published_at is not null and published_by is not null and effective_from is not null)),
  add constraint definition_is_bounded check (octet_length(definition) <= 65536 and octet_length(coalesce(cases, '')) <= 65536);

-- What was submitted is what is published, and what was published is what decisions are explained by.
create function app.guard_policy() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then raise exception 'A version of a policy is retired, never deleted' using errcode = '23514', constraint = 'policy_is_kept'; end if;
  if (new.gate, new.version, new.author) is distinct from (old.gate, old.version, old.author)
    or (old.state <> 'draft' and (new.definition, new.cases) is distinct from (old.definition, old.cases)) then
    raise exception 'What was submitted of a policy never changes' using errcode = '23514', constraint = 'policy_is_fixed';
  end if;
  if (old.state, new.state) not in (('draft', 'draft'), ('draft', 'in_review'), ('draft', 'retired'), ('in_review', 'draft'), ('in_review', 'published'),
      ('published', 'published'), ('published', 'retired')) then
    raise exception 'A policy does not go from % to %', old.state, new.state using errcode = '23514', constraint = 'policy_goes_its_way';
  end if;
  return new;
end $$;
create trigger guard_policy before update or delete on core_gate_policy for each row execute function app.guard_policy();

-- Which policy a decision was made by: a version of the org's own, or null for the default.
alter table kernel.decision add column policy uuid;

-- Every default as it was while it decided.
create table kernel.gate_default (
  gate text not null,
  version integer not null,
  definition text not null,
  cases jsonb not null,
  since timestamptz not null default now(),
  primary key (gate, version)
);
alter table kernel.gate_default enable row level security;
alter table kernel.gate_default force row level security;
create policy system_keeps on kernel.gate_default using (app.is_system()) with check (app.is_system());
-- It is the product's own text.
create policy anyone_reads on kernel.gate_default for select using (true);

-- A decision is read by those who answer for the side it belongs to; which of them may look through all of them, keys decide.
drop policy admin_reads on kernel.decision;
create policy side_reads on kernel.decision for select using ((select app.is_system())
  or (subject_type like 'crm\_%' and org = any ((select app.orgs('{sales_manager,pricing,accounting,admin}'))::uuid[]))
  or (subject_type like 'wms\_%' and org = any ((select app.orgs('{warehouse_manager,accounting,admin}'))::uuid[])));
create index decision_override on kernel.decision (org, at) where override is not null;
