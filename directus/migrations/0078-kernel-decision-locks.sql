-- By which of the product's own policies locks counted when an organisation's version judged, so that the card of an old
-- decision keeps the words of its day. What was judged before locks reached published versions has none.
alter table kernel.decision add column default_version integer;
