create unique index crm_group_stock_once on crm_group_stock (deal_line, owner_org);

-- An event of one org may name another as owner of a roll; null for a code that nobody has.
create function app.org_of(org_code text) returns uuid language sql stable security definer set search_path = public, pg_temp as
  $$ select id from app.org_index where code = org_code $$;
