-- Lots of eUICCs with preloaded one-time keys, and batches of profiles that are bound to them before a device is there.

create sequence euicc_lot_seq increment by 50;
create sequence lot_euicc_seq increment by 50;
create sequence lot_key_seq increment by 50;
create sequence batch_seq increment by 50;

create table euicc_lot (
    id bigint primary key,
    name varchar(100) not null,
    keys_expire_at timestamp(6) with time zone not null,
    expired boolean not null,                               -- whether all its keys were looked at after that
    created_by varchar(100) not null,
    created_at timestamp(6) with time zone not null,
    version integer not null,
    constraint euicc_lot_name unique (name)
);
create index euicc_lot_by_expiry on euicc_lot (expired, keys_expire_at);

-- Who may bind profiles to eUICCs of the lot.
create table euicc_lot_operator (
    lot_id bigint not null references euicc_lot (id) on delete cascade,
    operator_id bigint not null,
    primary key (lot_id, operator_id)
);
create index euicc_lot_by_operator on euicc_lot_operator (operator_id, lot_id);

-- An eUICC under one CI key: one with certificates of two has two rows. Nothing of it is secret.
create table lot_euicc (
    id bigint primary key,
    lot_id bigint not null references euicc_lot (id),
    eid varchar(32) not null,
    euicc_ci varchar(40) not null,                          -- CI key at which its chain ends
    curve varchar(20) not null,
    public_key bytea not null,                              -- of CERT.EUICC, an uncompressed point
    euicc_info2 bytea not null,
    created_at timestamp(6) with time zone not null,
    constraint lot_euicc_eid unique (eid, euicc_ci),
    constraint lot_euicc_size check (octet_length(public_key) <= 133 and octet_length(euicc_info2) <= 4096)
);
create index lot_euicc_by_lot on lot_euicc (lot_id, id);

create table lot_key (
    id bigint primary key,
    lot_id bigint not null,
    lot_euicc_id bigint not null references lot_euicc (id),
    key_identifier varchar(32) not null,
    euicc_otpk bytea not null,                              -- otPK.EUICC.ECKA, an uncompressed point
    state varchar(8) not null,                              -- KeyState
    batch_id bigint,                                        -- of the profile that claimed it last
    profile_id bigint,
    changed_at timestamp(6) with time zone not null,
    version integer not null,
    constraint lot_key_identifier unique (key_identifier),
    constraint lot_key_size check (octet_length(euicc_otpk) <= 133)
);
create index lot_key_by_state on lot_key (lot_id, state, lot_euicc_id, id);
create index lot_key_by_euicc on lot_key (lot_euicc_id, state, id);

-- On which lines the batches of an operator may go out; of one profile class or, where it is empty, of any.
create table batch_destination (
    operator_id bigint not null,
    profile_class varchar(12) not null,
    line varchar(100) not null,
    primary key (operator_id, profile_class, line)
);

create table batch (
    id bigint primary key,
    batch_id varchar(32) not null,
    operator_id bigint not null,
    profile_type_id bigint not null references profile_type (id),
    lot_id bigint not null references euicc_lot (id),
    line varchar(100) not null,
    state varchar(10) not null,                             -- BatchState
    amount integer not null,                                -- ordered profiles
    listed boolean not null,                                -- whether batch_target says which
    lines_done integer not null,                            -- ordered profiles that were made or failed
    bound integer not null,                                 -- profiles handed over, numbered from 1
    failed integer not null,                                -- ordered profiles that could not be made
    errors integer not null,                                -- rows of batch_error
    profile_cursor bigint not null,                         -- the last profile taken from stock
    euicc_cursor bigint not null,                           -- the last eUICC looked at
    second_pass boolean not null,                           -- whether the eUICCs are looked at again
    withdraw_from integer not null,                         -- the highest number that a cancellation has not looked at
    withdrawn integer not null,                             -- profiles that a cancellation got back
    cleared boolean not null,                               -- whether a cancellation is at its end
    digest_of_digests bytea,                                -- of the manifest
    problem varchar(500),                                   -- why it does not go on, or what is wrong with it
    lease_number integer not null,                          -- who works on it
    lease_until timestamp(6) with time zone,                -- until then
    requested_by varchar(100) not null,
    created_at timestamp(6) with time zone not null,
    started_at timestamp(6) with time zone,
    last_at timestamp(6) with time zone,                    -- when its last profile was bound
    finished_at timestamp(6) with time zone,
    version integer not null,
    constraint batch_batch_id unique (batch_id),
    constraint batch_digest_size check (octet_length(digest_of_digests) = 32)
);
create index batch_by_operator on batch (operator_id, id);
create index batch_by_state on batch (state, cleared, id);

-- What a list asks for.
create table batch_target (
    batch_id bigint not null references batch (id) on delete cascade,
    line integer not null,                                  -- from 1
    iccid varchar(20),
    eid varchar(32),
    primary key (batch_id, line)
);

-- A profile of a batch.
create table batch_item (
    batch_id bigint not null references batch (id),
    item_number integer not null,
    profile_id bigint not null,
    lot_key_id bigint not null references lot_key (id),
    iccid varchar(20) not null,
    eid varchar(32) not null,
    state varchar(12) not null,                             -- BatchItemState
    reason varchar(255),                                    -- why it failed at its device
    digest bytea not null,
    changed_at timestamp(6) with time zone not null,
    version integer not null,
    primary key (batch_id, item_number),
    constraint batch_item_digest_size check (octet_length(digest) = 32)
);
create index batch_item_by_state on batch_item (batch_id, state);
create index batch_item_by_eid on batch_item (batch_id, eid);
create index batch_item_by_profile on batch_item (profile_id);
create index batch_item_by_key on batch_item (lot_key_id);

create table batch_error (
    batch_id bigint not null references batch (id) on delete cascade,
    error_number integer not null,
    line integer,                                           -- of the list; absent where an eUICC or a profile was passed over
    iccid varchar(20),
    eid varchar(32),
    reason varchar(500) not null,
    primary key (batch_id, error_number)
);
create index batch_error_by_eid on batch_error (batch_id, eid);
create index batch_error_by_iccid on batch_error (batch_id, iccid);

-- What a station told of a profile, each once.
create table batch_report (
    batch_id bigint not null,
    item_number integer not null,
    event varchar(20) not null,                             -- DeviceEvent
    happened_at timestamp(6) with time zone not null,
    station varchar(255) not null,
    reason varchar(255),
    signed boolean not null,                                -- whether the eUICC's signature came with it
    received_at timestamp(6) with time zone not null,
    primary key (batch_id, item_number, event, happened_at)
);
