-- Who may download the profiles of a type: lines that are read from the top, of which the first that fits decides.

create table eligibility_rule (
    profile_type_id bigint not null references profile_type (id) on delete cascade,
    line integer not null,                                  -- from 1
    effect varchar(5) not null,                             -- ALLOW or DENY
    criterion varchar(15) not null,                         -- ANY, EID, TAC, DEVICE_SUPPORTS, DEVICE_LACKS, EUICC_SUPPORTS, EUICC_LACKS
    first_value varchar(64) not null,                       -- first digits of EID or TAC, or the name of a capability
    last_value varchar(32),                                 -- last first digits of a range
    note varchar(200) not null,
    primary key (profile_type_id, line)
);
