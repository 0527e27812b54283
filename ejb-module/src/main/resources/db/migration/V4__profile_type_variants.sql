-- Variants of profile types: lines that are read from the top, of which the first that fits is what goes out.

create table profile_type_variant (
    profile_type_id bigint not null references profile_type (id) on delete cascade,
    line integer not null,                                  -- from 1
    variant_type_id bigint not null references profile_type (id),
    criterion varchar(15) not null,                         -- as in eligibility_rule, and MEMORY_FROM, MEMORY_BELOW
    first_value varchar(64) not null,                       -- first digits of EID or TAC, the name of a capability, or bytes
    last_value varchar(32),                                 -- last first digits of a range
    note varchar(200) not null,
    primary key (profile_type_id, line)
);

-- Whose package was handed out: profile_type_id or one of its variants; none before the first binding.
alter table profile add column delivered_type_id bigint;
update profile set delivered_type_id = profile_type_id where download_attempts > 0;

-- The list of a type's profiles, whatever their state.
create index profile_by_type on profile (profile_type_id, id);

-- Whose package the session offers.
alter table rsp_session add column profile_type_id bigint;
update rsp_session set profile_type_id = (select p.profile_type_id from profile p where p.id = rsp_session.profile_id)
    where profile_id is not null;

-- Whose package it is. One row a profile stays the rule: never two living packages of one ICCID.
alter table protected_package add column profile_type_id bigint;
update protected_package set profile_type_id = (select p.profile_type_id from profile p where p.id = protected_package.profile_id);
alter table protected_package alter column profile_type_id set not null;
