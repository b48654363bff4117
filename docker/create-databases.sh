#!/bin/sh
# Runs once, when the database folder is empty. The owner owns both schemas; the app role owns nothing,
# so that row security binds it.
set -eu

psql -v ON_ERROR_STOP=1 --username postgres \
  -v owner_password="$POSTGRES_OWNER_PASSWORD" -v app_password="$POSTGRES_APP_PASSWORD" <<'SQL'
create role selvedge_owner with login nosuperuser nobypassrls password :'owner_password';
create role selvedge_app with login nosuperuser nobypassrls password :'app_password';
create database selvedge_crm owner selvedge_owner template template0;
create database selvedge_wms owner selvedge_owner template template0;
revoke connect, temporary on database selvedge_crm, selvedge_wms from public;
grant connect on database selvedge_crm, selvedge_wms to selvedge_app;
SQL
