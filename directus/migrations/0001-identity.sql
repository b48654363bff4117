-- Who the database works for, and which orgs that gives. Everything else is decided from here.
create schema if not exists app;
create schema if not exists kernel;

-- Private copies that row security reads. They have no policies of their own (a policy that read
-- core_org_grant would recurse), no rights for anyone but their owner, and are kept by triggers.
create table app.org_index (id uuid primary key, code text not null);
create table app.grant_index (
  id uuid primary key,
  user_id uuid not null,
  org uuid not null,
  role text not null,
  extra_keys jsonb not null default '[]',
  starts_at timestamptz,
  expires_at timestamptz,
  on_behalf_of uuid
);
create index grant_index_user on app.grant_index (user_id, role) include (org, expires_at);
create index grant_index_lent on app.grant_index (on_behalf_of, org) where on_behalf_of is not null;
-- Keys that an org gave to a role or took from it, where it differs from the default.
create table app.role_key_index (id uuid primary key, org uuid not null, role text not null, key text not null, allowed boolean not null);
create index role_key_index_role on app.role_key_index (org, role);
-- Policies of gates that an org published over the default.
create table app.policy_index (id uuid primary key, org uuid not null, gate text not null, version integer not null, effective_from timestamptz not null);
create index policy_index_gate on app.policy_index (org, gate, effective_from desc, version desc);

-- Of each gate the one that counts at this moment: the latest that is effective.
create view app.policy_in_force as
  select distinct on (org, gate) org, gate, id from app.policy_index where effective_from <= now() order by org, gate, effective_from desc, version desc;

-- What counts at this moment, of people who are active. A lent role counts inside its span, and only
-- while the lender holds it himself.
create view app.live_grant as
  select g.* from app.grant_index g join directus_users holder on holder.id = g.user_id and holder.status = 'active'
  where (g.starts_at is null or g.starts_at <= now()) and (g.expires_at is null or g.expires_at > now())
    and (g.on_behalf_of is null or exists (
      select 1 from app.grant_index own join directus_users lender on lender.id = own.user_id and lender.status = 'active'
      where own.user_id = g.on_behalf_of and own.org = g.org and own.role = g.role and own.on_behalf_of is null
        and (own.starts_at is null or own.starts_at <= now()) and (own.expires_at is null or own.expires_at > now())));

create function app.is_system() returns boolean language sql stable parallel safe as
  $$ select current_setting('app.user_id', true) = 'system' $$;

-- A person's id, or null for 'system', 'none' and a connection nobody claimed.
create function app.user_id() returns uuid language plpgsql stable parallel safe as $$
declare setting text := current_setting('app.user_id', true);
begin
  if setting is null or setting in ('', 'none', 'system') then return null; end if;
  return setting::uuid;
end $$;

-- What app.open_request found out about the person, kept for the rest of the transaction in
-- app.known_*: every policy of every statement asks, and looking it up costs more than most statements.
-- It holds for the person it was found out for, and until a grant or an org changes.
create function app.is_known(person text) returns boolean language sql stable parallel safe as
  $$ select coalesce(current_setting('app.known_for', true) = person, false) $$;
create function app.forget_known() returns void language sql as
  $$ select set_config('app.known_for', '', true) $$;

create view app.administrator as
  select u.id as user_id from directus_users u
  where u.status = 'active' and exists (
    select 1 from directus_access a join directus_policies p on p.id = a.policy and p.admin_access where a."user" = u.id or a.role = u.role);

create function app.look_up_admin(person uuid) returns boolean language sql stable parallel safe security definer set search_path = public, pg_temp as
  $$ select exists (select 1 from app.administrator where user_id = person) $$;

create function app.is_admin(person uuid) returns boolean language plpgsql stable parallel safe as $$
begin
  if person is null then return false; end if;
  if app.is_known(person::text) then return current_setting('app.known_admin') = 'true'; end if;
  return app.look_up_admin(person);
end $$;

create function app.look_up_orgs(person uuid, roles text[]) returns uuid[] language plpgsql stable parallel safe security definer set search_path = public, pg_temp as $$
declare found uuid[];
begin
  select array_agg(distinct org) into found from app.live_grant where user_id = person and role = any (roles);
  if found is null and app.look_up_admin(person) then select array_agg(id) into found from app.org_index; end if;
  return coalesce(found, '{}');
end $$;

create function app.system_orgs() returns uuid[] language sql stable parallel safe security definer set search_path = public, pg_temp as
  $$ select coalesce(array_agg(id), '{}') from app.org_index where app.is_system() $$;

-- The orgs in which the current actor holds one of these roles. Default: none.
create function app.orgs(roles text[]) returns uuid[] language plpgsql stable parallel safe as $$
declare
  person text := current_setting('app.user_id', true);
  known text[];
  found uuid[] := '{}';
begin
  if person is null or person in ('', 'none') then return found; end if;
  if person = 'system' then
    if coalesce(current_setting('app.system_org', true), '') = '' then return app.system_orgs(); end if;
    return array[current_setting('app.system_org')::uuid];
  end if;
  if not app.is_known(person) then return app.look_up_orgs(person::uuid, roles); end if;
  -- The roles held, then the org of each. An org may be there twice: two roles, one answer.
  known := current_setting('app.known_orgs')::text[];
  for i in 1 .. cardinality(known) / 2 loop
    if known[i] = any (roles) then found := found || known[cardinality(known) / 2 + i]::uuid; end if;
  end loop;
  if found = '{}' and current_setting('app.known_admin') = 'true' then return app.look_up_orgs(person::uuid, roles); end if;
  return found;
end $$;

create function app.holds_any(roles text[]) returns boolean language sql stable parallel safe as
  $$ select app.is_system() or cardinality(app.orgs(roles)) > 0 $$;

create function app.refuse_org_change() returns trigger language plpgsql as $$
begin
  raise exception 'The org of a % never changes', tg_table_name using errcode = '23514', constraint = 'org_is_immutable';
end $$;

create function app.index_org() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform app.forget_known();
  if tg_op = 'DELETE' then delete from app.org_index where id = old.id; return old; end if;
  insert into app.org_index (id, code) values (new.id, new.code) on conflict (id) do update set code = excluded.code;
  return new;
end $$;
create trigger index_org after insert or update or delete on core_org for each row execute function app.index_org();

create function app.index_grant() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform app.forget_known();
  if tg_op = 'DELETE' then delete from app.grant_index where id = old.id; return old; end if;
  insert into app.grant_index (id, user_id, org, role, extra_keys, starts_at, expires_at, on_behalf_of)
    values (new.id, new."user", new.org, new.role, coalesce(new.extra_keys::jsonb, '[]'), new.starts_at, new.expires_at, new.on_behalf_of)
    on conflict (id) do update set user_id = excluded.user_id, org = excluded.org, role = excluded.role, extra_keys = excluded.extra_keys,
      starts_at = excluded.starts_at, expires_at = excluded.expires_at, on_behalf_of = excluded.on_behalf_of;
  return new;
end $$;
create trigger index_grant after insert or update or delete on core_org_grant for each row execute function app.index_grant();

create function app.index_role_key() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'DELETE' then delete from app.role_key_index where id = old.id; return old; end if;
  insert into app.role_key_index (id, org, role, key, allowed) values (new.id, new.org, new.role, new.key, new.allowed)
    on conflict (id) do update set org = excluded.org, role = excluded.role, key = excluded.key, allowed = excluded.allowed;
  return new;
end $$;
create trigger index_role_key after insert or update or delete on core_role_key for each row execute function app.index_role_key();

create function app.index_policy() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op <> 'INSERT' then delete from app.policy_index where id = old.id; end if;
  if tg_op = 'DELETE' then return old; end if;
  if new.state = 'published' then
    insert into app.policy_index (id, org, gate, version, effective_from) values (new.id, new.org, new.gate, new.version, new.effective_from);
  end if;
  return new;
end $$;
create trigger index_policy after insert or update or delete on core_gate_policy for each row execute function app.index_policy();

-- One call opens a request: the person behind a live session, with the grants of this moment, which
-- row security knows from here on. Returns no row when the session ended or the user is not active.
create function app.open_request(person uuid, session_token text)
returns table (user_id uuid, email text, first_name text, last_name text, language text, is_admin boolean, grants jsonb)
language plpgsql security definer set search_path = public, pg_temp as $$
declare known text[];
begin
  select u.id, u.email, u.first_name, u.last_name, u.language, exists (select 1 from app.administrator a where a.user_id = u.id)
    into open_request.user_id, open_request.email, open_request.first_name, open_request.last_name, open_request.language, open_request.is_admin
  from directus_users u
  where u.id = person and u.status = 'active'
    and (session_token is null or exists (
      select 1 from directus_sessions s where s.token = session_token and s."user" = u.id and s.share is null and s.expires >= now()));
  if not found then return; end if;
  select coalesce(jsonb_agg(jsonb_build_object('org', g.org, 'code', o.code, 'role', g.role, 'keys', g.extra_keys, 'onBehalfOf', g.on_behalf_of,
      'tuned', coalesce((select jsonb_object_agg(k.key, k.allowed) from app.role_key_index k where k.org = g.org and k.role = g.role), '{}'),
      'policies', coalesce((select jsonb_object_agg(p.gate, p.id) from app.policy_in_force p where p.org = g.org), '{}'))), '[]'),
    array_agg(g.role) || array_agg(g.org::text)
    into open_request.grants, known
  from app.live_grant g join app.org_index o on o.id = g.org where g.user_id = person;
  perform set_config('app.known_for', person::text, true), set_config('app.known_admin', open_request.is_admin::text, true),
    set_config('app.known_orgs', coalesce(known, '{}')::text, true);
  return next;
end $$;


-- Who holds one of these roles in an org, for internal mail; the org's admins when nobody does.
-- Answers only those who belong to that org themselves.
create function app.people_of(of_org uuid, roles text[]) returns table (email text) language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not (app.is_system() or exists (select 1 from app.live_grant g where g.user_id = app.user_id() and g.org = of_org)) then return; end if;
  return query select distinct u.email::text from app.live_grant g join directus_users u on u.id = g.user_id
    where g.org = of_org and g.role = any (roles) and u.status = 'active' and u.email is not null;
  if not found then
    return query select distinct u.email::text from app.live_grant g join directus_users u on u.id = g.user_id
      where g.org = of_org and g.role = 'admin' and u.status = 'active' and u.email is not null;
  end if;
end $$;
