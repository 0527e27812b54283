-- What a call of ES2+ asked for, confirmation code included, is kept as a sealed hash: a plain one would tell a code of four digits
-- to whoever tries them all. Calls before this cannot be compared any more; they are known for seven days at most.

delete from function_call;
alter table function_call drop constraint function_call_hash_size;
alter table function_call drop column content_hash;
alter table function_call add column sealed_content_hash bytea not null;
alter table function_call add constraint function_call_hash_size check (octet_length(sealed_content_hash) <= 128);
