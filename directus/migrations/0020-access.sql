-- The rules of grants, of roles that are lent and of keys tuned per org, whatever path writes them.
create extension if not exists btree_gist;

create unique index role_key_once on core_role_key (org, role, key);

-- The live roles of some people, for what Directus scopes its reads by. Told to the system alone.
create function app.live_roles(people uuid[]) returns table (person uuid, role text, org uuid) language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not app.is_system() then return; end if;
  return query select distinct g.user_id, g.role, g.org from app.live_grant g where g.user_id = any (people);
end $$;

-- Who lends and who borrows count as one person where one must not decide what the other asked for:
-- while the role is lent, and for what was asked for while it was.
create function app.same_hands(of_org uuid, one uuid, other uuid, at timestamptz) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select one = other or exists (
    select 1 from app.grant_index g
    where g.org = of_org and ((g.user_id = one and g.on_behalf_of = other) or (g.user_id = other and g.on_behalf_of = one))
      and ((g.starts_at <= now() and g.expires_at > now()) or (g.starts_at <= at and g.expires_at > at)))
$$;

-- The lender whose role the current act needs; empty where the actor's own roles suffice.
create function app.on_behalf_of() returns uuid language sql stable as
  $$ select nullif(current_setting('app.on_behalf_of', true), '')::uuid $$;
alter table kernel.audit alter column on_behalf_of set default app.on_behalf_of();
create function app.note_on_behalf_of() returns trigger language plpgsql as $$
begin new.on_behalf_of := coalesce(new.on_behalf_of, app.on_behalf_of()); return new; end $$;

alter table core_org_grant
  add constraint one_grant_at_a_time exclude using gist ("user" with =, org with =, role with =,
    tstzrange(coalesce(starts_at, created_at), case when expires_at is not null then greatest(expires_at, coalesce(starts_at, created_at)) end) with &&),
  add constraint lending_is_dated check (on_behalf_of is null or (
    starts_at is not null and expires_at is not null and expires_at <= starts_at + interval '31 days'
    and on_behalf_of <> "user" and role <> 'admin' and coalesce(extra_keys::text, '[]') = '[]'));

create function app.guard_grant() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare person uuid := app.user_id();
begin
  if tg_op = 'UPDATE' and (new."user", new.org, new.role, new.starts_at, new.on_behalf_of) is distinct from (old."user", old.org, old.role, old.starts_at, old.on_behalf_of) then
    raise exception 'Who holds which role where and since when never changes; end the grant and give another' using errcode = '23514', constraint = 'grant_is_fixed';
  end if;
  if person is null or (tg_op = 'UPDATE' and new.expires_at <= now()) then return new; end if;
  if new."user" = person then
    raise exception 'Nobody gives a role to themselves' using errcode = '23514', constraint = 'grant_is_not_to_oneself';
  end if;
  if new.on_behalf_of is distinct from person and not app.is_admin(person)
    and not exists (select 1 from app.live_grant where user_id = person and org = new.org and role = 'admin') then
    raise exception 'Administrators of the organisation give roles; others lend their own' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger guard_grant before insert or update on core_org_grant for each row execute function app.guard_grant();

-- Runs after index_grant (triggers run by name), so the index shows what would be left.
create function app.keep_an_admin() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if old.role <> 'admin' or old.expires_at is not null or (tg_op = 'UPDATE' and new.expires_at is null) then return null; end if;
  -- Two admins who end each other at the same moment wait here.
  perform pg_advisory_xact_lock(hashtextextended('admins of ' || old.org, 0));
  if not exists (select 1 from app.grant_index g join directus_users u on u.id = g.user_id and u.status = 'active'
      where g.org = old.org and g.role = 'admin' and g.expires_at is null and (g.starts_at is null or g.starts_at <= now())) then
    raise exception 'An organisation keeps at least one administrator without an end' using errcode = '23514', constraint = 'org_keeps_an_admin';
  end if;
  return null;
end $$;
create trigger keep_an_admin after update or delete on core_org_grant for each row execute function app.keep_an_admin();

-- Who may do what is audited on every path. A command tells its own story and says so with app.audited.
create function app.audit_access() returns trigger language plpgsql as $$
declare written jsonb := case when tg_op = 'DELETE' then to_jsonb(old) else to_jsonb(new) end;
begin
  if current_setting('app.audited', true) = 'on' then return null; end if;
  insert into kernel.audit (org, actor, command, subject_type, subject_id, before, after)
    values ((written ->> 'org')::uuid, current_setting('app.user_id', true), 'sql.' || lower(tg_op), tg_table_name, written ->> 'id',
      case when tg_op <> 'INSERT' then to_jsonb(old) end, case when tg_op <> 'DELETE' then to_jsonb(new) end);
  return null;
end $$;
create trigger note_change after insert or update or delete on core_org_grant for each row execute function app.audit_access();
create trigger note_change after insert or update or delete on core_role_key for each row execute function app.audit_access();

-- A new org and the founder's own admin grant, in one act: nobody could write either alone.
create function app.found_org(from_org uuid, new_code text, new_name text, new_currency text, new_zone text, new_sender text, new_color text)
returns uuid language plpgsql security definer set search_path = public, pg_temp as $$
declare
  founder uuid := app.user_id();
  founded uuid;
begin
  if not exists (select 1 from app.live_grant where user_id = founder and org = from_org and role = 'admin') then
    raise exception 'Only an administrator of an organisation founds another' using errcode = '42501';
  end if;
  perform set_config('app.user_id', 'system', true), set_config('app.audited', 'on', true);
  insert into core_org (code, name, currency, time_zone, sender_email, brand_color)
    values (new_code, new_name, new_currency, new_zone, new_sender, new_color) returning id into founded;
  insert into core_org_grant (org, "user", role, extra_keys, granted_by, reason) values (founded, founder, 'admin', '[]', founder, 'Founder');
  perform set_config('app.user_id', founder::text, true);
  return founded;
end $$;
