-- How an organisation tuned the keys of its roles, to whoever holds a role in it: a card names who can lift what is unmet,
-- and the table itself is read by those who manage access alone.
create function app.tuned_keys(asked uuid) returns table (role text, tuned jsonb) language sql stable security definer set search_path = public, pg_temp as $$
  select k.role, jsonb_object_agg(k.key, k.allowed) from app.role_key_index k
  where k.org = asked and asked = any (app.orgs('{admin,sales,sales_manager,pricing,accounting,warehouse,warehouse_manager}')) group by k.role
$$;
