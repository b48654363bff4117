-- What Directus' schema cannot say of WMS tables.

create unique index wms_lot_code on wms_lot (org, code);
-- Not on the free ones alone: an index that knows what is reserved is written anew with every reservation.
create index wms_lot_quality on wms_lot (org, quality, id);
create unique index wms_roll_code on wms_roll (org, code);
create unique index wms_stock_published_once on wms_stock_published (org, quality);
create index wms_roll_stock on wms_roll (org, quality, status);
create index wms_reservation_line_queue on wms_reservation_line (org, status, created_at, id);
create unique index wms_reservation_hold_once on wms_reservation_hold (reservation_line, lot);
create index wms_order_queue on wms_order (org, status, status_since, id);
create unique index wms_order_line_once on wms_order_line ("order", crm_deal_line_id);
create unique index wms_shipment_once on wms_shipment ("order");
create index wms_order_history_list on wms_order_history ("order", occurred_at, id);

alter table wms_lot add constraint reserved_within_on_hand check (reserved_meters >= 0 and reserved_meters <= on_hand_meters);
alter table wms_roll add constraint on_hand_is_not_negative check (on_hand_meters >= 0);
alter table wms_reservation_line add constraint reserved_and_short_are_the_quantity check (reserved_qty >= 0 and shortage_qty >= 0);
alter table wms_allocation add constraint meters_are_positive check (meters > 0);
