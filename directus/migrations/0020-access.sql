-- Who may do what, where, until when: grants that begin later, roles that are lent, keys tuned per org.
create extension if not exists btree_gist;

alter table app.grant_index add column starts_at timestamptz, add column on_behalf_of uuid;
create index grant_index_lent on app.grant_index (on_behalf_of, org) where on_behalf_of is not null;

create or replace function app.index_grant() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'DELETE' then delete from app.grant_index where id = old.id; return old; end if;
  insert into app.grant_index (id, user_id, org, role, extra_keys, starts_at, expires_at, on_behalf_of)
    values (new.id, new."user", new.org, new.role, coalesce(new.extra_keys::jsonb, '[]'), new.starts_at, new.expires_at, new.on_behalf_of)
    on conflict (id) do update set user_id = excluded.user_id, org = excluded.org, role = excluded.role, extra_keys = excluded.extra_keys,
      starts_at = excluded.starts_at, expires_at = excluded.expires_at, on_behalf_of = excluded.on_behalf_of;
  return new;
end $$;

-- What counts at this moment. A lent role counts inside its span, and only while the lender holds it himself.
create view app.live_grant as
  select g.* from app.grant_index g
  where (g.starts_at is null or g.starts_at <= now()) and (g.expires_at is null or g.expires_at > now())
    and (g.on_behalf_of is null or exists (
      select 1 from app.grant_index own join directus_users lender on lender.id = own.user_id and lender.status = 'active'
      where own.user_id = g.on_behalf_of and own.org = g.org and own.role = g.role and own.on_behalf_of is null
        and (own.starts_at is null or own.starts_at <= now()) and (own.expires_at is null or own.expires_at > now())));

create or replace function app.orgs(roles text[]) returns uuid[] language plpgsql stable parallel safe security definer set search_path = public, pg_temp as $$
declare
  person uuid := app.user_id();
  only_org text := current_setting('app.system_org', true);
  found uuid[];
begin
  if app.is_system() then
    if only_org is null or only_org = '' then select array_agg(id) into found from app.org_index;
    else found := array[only_org::uuid];
    end if;
  elsif person is null then return '{}';
  else
    select array_agg(distinct org) into found from app.live_grant where user_id = person and role = any (roles);
    if found is null and app.is_admin(person) then select array_agg(id) into found from app.org_index; end if;
  end if;
  return coalesce(found, '{}');
end $$;

-- Keys that an org gave to a role or took from it, where it differs from the default. Kept by a trigger, as grants are.
create table app.role_key_index (id uuid primary key, org uuid not null, role text not null, key text not null, allowed boolean not null);
create index role_key_index_role on app.role_key_index (org, role);
create function app.index_role_key() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'DELETE' then delete from app.role_key_index where id = old.id; return old; end if;
  insert into app.role_key_index (id, org, role, key, allowed) values (new.id, new.org, new.role, new.key, new.allowed)
    on conflict (id) do update set org = excluded.org, role = excluded.role, key = excluded.key, allowed = excluded.allowed;
  return new;
end $$;
create trigger index_role_key after insert or update or delete on core_role_key for each row execute function app.index_role_key();
create unique index role_key_once on core_role_key (org, role, key);

create or replace function app.open_request(person uuid, session_token text)
returns table (user_id uuid, email text, first_name text, last_name text, language text, is_admin boolean, grants jsonb)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
  select u.id, u.email::text, u.first_name::text, u.last_name::text, u.language::text, app.is_admin(u.id),
    coalesce((select jsonb_agg(jsonb_build_object('org', g.org, 'code', o.code, 'role', g.role, 'keys', g.extra_keys, 'onBehalfOf', g.on_behalf_of,
        'tuned', coalesce((select jsonb_object_agg(k.key, k.allowed) from app.role_key_index k where k.org = g.org and k.role = g.role), '{}')))
      from app.live_grant g join app.org_index o on o.id = g.org where g.user_id = u.id), '[]')
  from directus_users u
  where u.id = person and u.status = 'active'
    and (session_token is null or exists (
      select 1 from directus_sessions s where s.token = session_token and s."user" = u.id and s.share is null and s.expires >= now()));
end $$;

-- The live roles of some people, for what Directus scopes its reads by. Told to the system alone.
create function app.live_roles(people uuid[]) returns table (person uuid, role text, org uuid) language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not app.is_system() then return; end if;
  return query select distinct g.user_id, g.role, g.org from app.live_grant g where g.user_id = any (people);
end $$;

create or replace function app.people_of(of_org uuid, roles text[]) returns table (email text) language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not (app.is_system() or exists (select 1 from app.live_grant g where g.user_id = app.user_id() and g.org = of_org)) then return; end if;
  return query select distinct u.email::text from app.live_grant g join directus_users u on u.id = g.user_id
    where g.org = of_org and g.role = any (roles) and u.status = 'active' and u.email is not null;
  if not found then
    return query select distinct u.email::text from app.live_grant g join directus_users u on u.id = g.user_id
      where g.org = of_org and g.role = 'admin' and u.status = 'active' and u.email is not null;
  end if;
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

-- The rules of grants, whatever path writes them.
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
