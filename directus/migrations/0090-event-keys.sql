-- Besides the secret that signs, a sender proves itself by an event key. Of a key the receiver keeps the SHA-256 alone;
-- the node that sends with it keeps it sealed, as it does secrets.
alter table kernel.webhook_secret
  add column kind text not null default 'secret' check (kind in ('secret', 'key')),
  add column digest bytea check (octet_length(digest) = 32),
  alter column ciphertext drop not null,
  add constraint webhook_secret_kind check (case kind when 'secret' then ciphertext is not null and digest is null else digest is not null end);
