-- A carrier is known by its name, however it is typed: case, dots of the Turkish i, accents and blanks aside.
create function app.carrier_key(name text) returns text language sql immutable strict parallel safe as $$
  select regexp_replace(lower(translate(btrim(name), 'İIıÇçĞğÖöŞşÜü', 'iiiccggoossuu')), '\s+', ' ', 'g')
$$;
create unique index wms_carrier_name on wms_carrier (org, app.carrier_key(name));

-- What each carried lately stands beside its name.
create index wms_shipment_carrier on wms_shipment (org, carrier, shipped_at);
