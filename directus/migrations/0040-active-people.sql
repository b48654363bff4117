-- Whoever is shut out loses every role at once, on paths too that know a person by a token alone.
create or replace view app.live_grant as
  select g.* from app.grant_index g join directus_users holder on holder.id = g.user_id and holder.status = 'active'
  where (g.starts_at is null or g.starts_at <= now()) and (g.expires_at is null or g.expires_at > now())
    and (g.on_behalf_of is null or exists (
      select 1 from app.grant_index own join directus_users lender on lender.id = own.user_id and lender.status = 'active'
      where own.user_id = g.on_behalf_of and own.org = g.org and own.role = g.role and own.on_behalf_of is null
        and (own.starts_at is null or own.starts_at <= now()) and (own.expires_at is null or own.expires_at > now())));
