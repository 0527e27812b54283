-- The console shows the packages of a lot in the order in which they came, whatever their state; a page is found without reading those before.
create index local_profile_by_lot_and_id on local_profile (lot, id);
