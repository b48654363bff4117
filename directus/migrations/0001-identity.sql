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
  expires_at timestamptz
);
create index grant_index_user on app.grant_index (user_id, role) include (org, expires_at);

create function app.is_system() returns boolean language sql stable parallel safe as
  $$ select current_setting('app.user_id', true) = 'system' $$;

-- A person's id, or null for 'system', 'none' and a connection nobody claimed.
create function app.user_id() returns uuid language plpgsql stable parallel safe as $$
declare setting text := current_setting('app.user_id', true);
begin
  if setting is null or setting in ('', 'none', 'system') then return null; end if;
  return setting::uuid;
end $$;

create function app.is_admin(person uuid) returns boolean language plpgsql stable parallel safe security definer set search_path = public, pg_temp as $$
begin
  return person is not null and exists (
    select 1 from directus_users u
    join directus_access a on a."user" = u.id or a.role = u.role
    join directus_policies p on p.id = a.policy
    where u.id = person and u.status = 'active' and p.admin_access);
end $$;

-- The orgs in which the current actor holds one of these roles. Default: none.
create function app.orgs(roles text[]) returns uuid[] language plpgsql stable parallel safe security definer set search_path = public, pg_temp as $$
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
    select array_agg(distinct org) into found from app.grant_index
      where user_id = person and role = any (roles) and (expires_at is null or expires_at > now());
    if found is null and app.is_admin(person) then select array_agg(id) into found from app.org_index; end if;
  end if;
  return coalesce(found, '{}');
end $$;

create function app.holds_any(roles text[]) returns boolean language sql stable parallel safe as
  $$ select app.is_system() or cardinality(app.orgs(roles)) > 0 $$;

create function app.refuse_org_change() returns trigger language plpgsql as $$
begin
  raise exception 'The org of a % never changes', tg_table_name using errcode = '23514', constraint = 'org_is_immutable';
end $$;

create function app.index_org() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'DELETE' then delete from app.org_index where id = old.id; return old; end if;
  insert into app.org_index (id, code) values (new.id, new.code) on conflict (id) do update set code = excluded.code;
  return new;
end $$;
create trigger index_org after insert or update or delete on core_org for each row execute function app.index_org();

create function app.index_grant() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'DELETE' then delete from app.grant_index where id = old.id; return old; end if;
  insert into app.grant_index (id, user_id, org, role, extra_keys, expires_at)
    values (new.id, new."user", new.org, new.role, coalesce(new.extra_keys::jsonb, '[]'), new.expires_at)
    on conflict (id) do update set user_id = excluded.user_id, org = excluded.org, role = excluded.role,
      extra_keys = excluded.extra_keys, expires_at = excluded.expires_at;
  return new;
end $$;
create trigger index_grant after insert or update or delete on core_org_grant for each row execute function app.index_grant();

-- One call opens a request: the person behind a live session, with the grants of this moment.
-- Returns no row when the session ended or the user is not active.
create function app.open_request(person uuid, session_token text)
returns table (user_id uuid, email text, first_name text, last_name text, language text, is_admin boolean, grants jsonb)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
  select u.id, u.email::text, u.first_name::text, u.last_name::text, u.language::text, app.is_admin(u.id),
    coalesce((select jsonb_agg(jsonb_build_object('org', g.org, 'code', o.code, 'role', g.role, 'keys', g.extra_keys, 'expiresAt', g.expires_at))
      from app.grant_index g join app.org_index o on o.id = g.org
      where g.user_id = u.id and (g.expires_at is null or g.expires_at > now())), '[]')
  from directus_users u
  where u.id = person and u.status = 'active'
    and (session_token is null or exists (
      select 1 from directus_sessions s where s.token = session_token and s."user" = u.id and s.share is null and s.expires >= now()));
end $$;


-- Who holds one of these roles in an org, for internal mail; the org's admins when nobody does.
-- Answers only those who belong to that org themselves.
create function app.people_of(of_org uuid, roles text[]) returns table (email text) language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not (app.is_system() or exists (select 1 from app.grant_index g where g.user_id = app.user_id() and g.org = of_org)) then return; end if;
  return query select distinct u.email::text from app.grant_index g join directus_users u on u.id = g.user_id
    where g.org = of_org and g.role = any (roles) and (g.expires_at is null or g.expires_at > now()) and u.status = 'active' and u.email is not null;
  if not found then
    return query select distinct u.email::text from app.grant_index g join directus_users u on u.id = g.user_id
      where g.org = of_org and g.role = 'admin' and (g.expires_at is null or g.expires_at > now()) and u.status = 'active' and u.email is not null;
  end if;
end $$;
