-- The content of a notification goes after a while; that it came is kept, since it is by its number that a repetition is known.

alter table notification_receipt alter column content drop not null;
alter table notification_receipt add column content_purge_at timestamp(6) with time zone;
update notification_receipt set content_purge_at = received_at + interval '400' day;
create index notification_receipt_by_purge on notification_receipt (content_purge_at);
