-- The warehouse sends its own mails: one per type, object and recipient, the oldest first.
create unique index wms_outbound_mail_once on wms_outbound_mail (org, type, object_id, recipient);
create index wms_outbound_mail_due on wms_outbound_mail (created_at) where status = 'queued';
