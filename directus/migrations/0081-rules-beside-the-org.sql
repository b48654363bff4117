-- Every request reads what an organisation tuned and which policies it published. Both now stand in the organisation's
-- private row, so that opening a request looks at two tables instead of six; most of its time went into preparing to look.
alter table app.org_index
  -- Keys that an org gave to a role or took from it, where it differs from the default: role, key, whether it is allowed.
  add column tuned jsonb not null default '{}',
  -- Policies of gates that an org published over the default: by id, its gate, version and from when it counts.
  add column policies jsonb not null default '{}';

update app.org_index o set tuned = kept.tuned from (
  select org, jsonb_object_agg(role, keys) as tuned
  from (select org, role, jsonb_object_agg(key, allowed) as keys from app.role_key_index group by org, role) by_role group by org) kept
where kept.org = o.id;
update app.org_index o set policies = kept.policies from (
  select org, jsonb_object_agg(id, jsonb_build_object('gate', gate, 'version', version, 'from', effective_from)) as policies
  from app.policy_index group by org) kept
where kept.org = o.id;

-- Each change is made to what the row holds when its turn comes: of two at once neither is lost.
create or replace function app.index_role_key() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op <> 'INSERT' then update app.org_index set tuned = tuned #- array[old.role, old.key] where id = old.org; end if;
  if tg_op = 'DELETE' then return old; end if;
  update app.org_index set tuned = tuned || jsonb_build_object(new.role, coalesce(tuned -> new.role, '{}') || jsonb_build_object(new.key, new.allowed))
    where id = new.org;
  return new;
end $$;

create or replace function app.index_policy() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op <> 'INSERT' then update app.org_index set policies = policies - old.id::text where id = old.org; end if;
  if tg_op = 'DELETE' then return old; end if;
  if new.state = 'published' then
    update app.org_index set policies = policies || jsonb_build_object(new.id,
        jsonb_build_object('gate', new.gate, 'version', new.version, 'from', new.effective_from))
      where id = new.org;
  end if;
  return new;
end $$;

drop view app.policy_in_force;
drop table app.policy_index;
drop table app.role_key_index;

-- Of each gate the policy that counts at this moment: the latest that is effective.
create function app.in_force(policies jsonb) returns jsonb language plpgsql stable as $$
begin
  return (select coalesce(jsonb_object_agg(gate, id), '{}') from (
    select distinct on (gate) p.value ->> 'gate' as gate, p.key as id from jsonb_each(policies) p
    where (p.value ->> 'from')::timestamptz <= now()
    order by gate, (p.value ->> 'from')::timestamptz desc, (p.value ->> 'version')::integer desc) latest);
end $$;

create or replace function app.tuned_keys(asked uuid) returns table (role text, tuned jsonb) language sql stable security definer set search_path = public, pg_temp as $$
  select t.key, t.value from app.org_index o cross join jsonb_each(o.tuned) t
  where o.id = asked and asked = any (app.orgs('{admin,sales,sales_manager,pricing,accounting,warehouse,warehouse_manager}'))
$$;

-- What a request is told of one grant.
create function app.granted(g app.grant_index, o app.org_index) returns jsonb language sql stable as $$
  select jsonb_build_object('org', g.org, 'code', o.code, 'role', g.role, 'keys', g.extra_keys, 'onBehalfOf', g.on_behalf_of,
    'tuned', coalesce(o.tuned -> g.role, '{}'), 'policies', case when o.policies = '{}' then o.policies else app.in_force(o.policies) end)
$$;

create or replace function app.open_request(person uuid, session_token text)
returns table (user_id uuid, email text, first_name text, last_name text, language text, is_admin boolean, grants jsonb)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  known text[];
  has_lent boolean;
begin
  select u.id, u.email, u.first_name, u.last_name, u.language, exists (
      select 1 from directus_access a join directus_policies p on p.id = a.policy and p.admin_access where a."user" = u.id or a.role = u.role)
    into open_request.user_id, open_request.email, open_request.first_name, open_request.last_name, open_request.language, open_request.is_admin
  from directus_users u
  where u.id = person and u.status = 'active'
    and (session_token is null or exists (
      select 1 from directus_sessions s where s.token = session_token and s."user" = u.id and s.share is null and s.expires >= now()));
  if not found then return; end if;
  -- What app.live_grant answers for somebody to whom nobody lends a role; most people are such.
  select coalesce(jsonb_agg(app.granted(g, o)), '[]'), array_agg(g.role) || array_agg(g.org::text), bool_or(g.on_behalf_of is not null)
    into open_request.grants, known, has_lent
  from app.grant_index g join app.org_index o on o.id = g.org
  where g.user_id = person and (g.starts_at is null or g.starts_at <= now()) and (g.expires_at is null or g.expires_at > now());
  if has_lent then
    select coalesce(jsonb_agg(app.granted(g, o)), '[]'), array_agg(g.role) || array_agg(g.org::text)
      into open_request.grants, known
    from app.live_grant l join app.grant_index g on g.id = l.id join app.org_index o on o.id = g.org where l.user_id = person;
  end if;
  perform set_config('app.known_for', person::text, true), set_config('app.known_admin', open_request.is_admin::text, true),
    set_config('app.known_orgs', coalesce(known, '{}')::text, true);
  return next;
end $$;
