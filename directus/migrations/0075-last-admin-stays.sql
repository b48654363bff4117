-- Organisations that nobody but these people administers without an end.
create function app.administered_by_these_alone(people uuid[]) returns text[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(o.code order by o.code), '{}') from app.org_index o
  where exists (select 1 from app.grant_index g where g.org = o.id and g.role = 'admin' and g.expires_at is null and g.user_id = any (people))
    and not exists (select 1 from app.grant_index g join directus_users u on u.id = g.user_id and u.status = 'active'
      where g.org = o.id and g.role = 'admin' and g.expires_at is null and (g.starts_at is null or g.starts_at <= now()) and g.user_id <> all (people))
$$;

-- A grant cannot be ended as the last one; nor does its holder go, whatever path is taken.
create function app.keep_its_admin() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare left_alone text[];
begin
  if tg_op = 'UPDATE' and (old.status <> 'active' or new.status = 'active') then return new; end if;
  -- Two that go at the same moment wait here for each other.
  perform pg_advisory_xact_lock(hashtextextended('administrators who leave', 0));
  left_alone := app.administered_by_these_alone(array[old.id]);
  if left_alone <> '{}' then
    raise exception 'An organisation keeps at least one administrator without an end' using errcode = '23514', constraint = 'org_keeps_an_admin';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger keep_its_admin before update of status or delete on directus_users for each row execute function app.keep_its_admin();
