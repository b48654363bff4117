-- A backlog is told of per organisation: who administers one learns nothing of the times of another's events.
alter table kernel.backlog_incident add column org_code text not null default '*';
drop index kernel.backlog_incident_open;
create unique index backlog_incident_open on kernel.backlog_incident (source, target, org_code) where ended_at is null;
