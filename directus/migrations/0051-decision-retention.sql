-- Decisions are kept as long as the law and questions about them last (docs/guides/decisions.md).
-- Two years for a refusal; ten for what was allowed (Turkish Commercial Code, art. 82); an override for good.
-- One index per kind, oldest first: the nightly job reads what it deletes and no more.
create index decision_refused_age on kernel.decision (at) where override is null and not allowed;
create index decision_allowed_age on kernel.decision (at) where override is null and allowed;

create policy system_forgets on kernel.decision for delete using (app.is_system() and override is null
  and at < now() - case when allowed then interval '10 years' else interval '2 years' end);

-- Nobody is granted to delete decisions; this alone does, and only those.
create function app.forget_decisions(at_most integer) returns integer language plpgsql security definer set search_path = public, pg_temp as $$
declare forgotten integer;
begin
  if not app.is_system() then raise exception 'Decisions are forgotten by the system alone' using errcode = '42501'; end if;
  with old as (
    (select id from kernel.decision where override is null and not allowed and at < now() - interval '2 years' order by at limit at_most)
    union all
    (select id from kernel.decision where override is null and allowed and at < now() - interval '10 years' order by at limit at_most)),
  gone as (delete from kernel.decision d using old where d.id = old.id returning 1)
  select count(*) into forgotten from gone;
  return forgotten;
end $$;
