alter table station add column last_seen_at timestamp(6) with time zone; -- when it called last, to the minute
