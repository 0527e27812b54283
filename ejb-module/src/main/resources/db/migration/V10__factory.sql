-- Phased, offline provisioning (OFF-3 to OFF-7): who calls an aggregator and a local provisioning server, what was carried, and the
-- packages that a local provisioning server holds. Portable between PostgreSQL 15 and H2 2.x. Packets are kept as they came: they are
-- cipher text for one eUICC.

create sequence factory_partner_seq increment by 1;
create sequence local_profile_seq increment by 50;
create sequence local_report_seq increment by 50;

create table factory_partner (
    id bigint primary key,
    kind varchar(28) not null,                              -- LOCAL_PROVISIONING_SERVER or FACTORY_PROFILE_ASSISTANT
    name varchar(80) not null,
    fingerprint varchar(64) not null,                       -- SHA-256 of its client certificate
    subject varchar(500) not null,
    not_after timestamp(6) with time zone not null,
    registered_at timestamp(6) with time zone not null,
    revoked_at timestamp(6) with time zone,
    version integer not null,
    constraint factory_partner_name unique (name),
    constraint factory_partner_fingerprint unique (fingerprint, kind)
);

-- Which lots a local provisioning server may fetch. A lot is one server's.
create table factory_partner_lot (
    lot varchar(255) primary key,
    partner_id bigint not null references factory_partner (id),
    expires_at timestamp(6) with time zone                  -- after that its packages are not handed out
);
create index factory_partner_lot_by_partner on factory_partner_lot (partner_id, lot);

-- What a local provisioning server told the aggregator, each once.
create table aggregated_report (
    digest varchar(64) primary key,                         -- SHA-256 of what was told, hexadecimal
    server varchar(80) not null,                            -- who told it
    received_at timestamp(6) with time zone not null
);

-- A lot that the local provisioning server downloads.
create table local_lot (
    lot varchar(255) primary key,
    expires_at timestamp(6) with time zone,                 -- as the aggregator says
    requested_at timestamp(6) with time zone not null,
    asked_at timestamp(6) with time zone,                   -- when the aggregator was asked last
    problem varchar(200),                                   -- what went wrong then
    version integer not null
);

create table local_profile (
    id bigint primary key,
    lot varchar(255) not null references local_lot (lot),
    batch varchar(32) not null,
    number integer not null,                                -- within the batch, from 1
    key_identifier varchar(32) not null,
    eid varchar(32) not null,
    iccid varchar(20) not null,
    state varchar(12) not null,                             -- see LocalProfileState
    digest bytea not null,                                  -- SHA-256 of the packets as they came
    acknowledged boolean not null,                          -- whether the aggregator knows that it is here
    reason varchar(200),                                    -- why it was refused or failed
    received_at timestamp(6) with time zone not null,
    changed_at timestamp(6) with time zone not null,
    version integer not null,
    constraint local_profile_number unique (batch, number),
    constraint local_profile_key unique (key_identifier),
    constraint local_profile_digest_size check (octet_length(digest) <= 32)
);
create index local_profile_by_eid on local_profile (eid, id);
create index local_profile_by_lot on local_profile (lot, state, id);
create index local_profile_by_acknowledgement on local_profile (acknowledged, lot, id);

create table local_packets (
    profile_id bigint primary key references local_profile (id) on delete cascade,
    content bytea not null,
    constraint local_packets_size check (octet_length(content) <= 1310720)
);

-- A session of a Factory Profile Assistant with an eUICC.
create table fpa_session (
    transaction_id varchar(32) primary key,
    fpa varchar(80) not null,
    state varchar(12) not null,                             -- INITIATED, OPEN or ENDED
    server_challenge bytea not null,
    euicc_ci varchar(40) not null,
    eid varchar(32),
    euicc_curve varchar(20),
    euicc_public_key bytea,                                 -- uncompressed point
    last_profile bigint not null,                           -- the last one handed out in this session
    keys_deleted boolean not null,                          -- whether the eUICC proved in it that it deleted its unused keys
    created_at timestamp(6) with time zone not null,
    last_step_at timestamp(6) with time zone not null,
    version integer not null,
    constraint fpa_session_sizes check (octet_length(server_challenge) <= 16 and octet_length(euicc_public_key) <= 65)
);
create index fpa_session_by_time on fpa_session (last_step_at);

-- One session at a time has an eUICC.
create table euicc_lease (
    eid varchar(32) primary key,
    transaction_id varchar(32) not null,
    fpa varchar(80) not null,
    leased_until timestamp(6) with time zone not null,
    version integer not null
);

-- What goes to the aggregator when the line is there.
create table local_report (
    id bigint primary key,
    kind varchar(12) not null,                              -- DEVICE or DELETED_KEYS
    digest varchar(64) not null,                            -- SHA-256 of what the eUICC signed: the same goes once
    eid varchar(32) not null,
    content bytea not null,
    state varchar(12) not null,                             -- WAITING, CARRIED or REFUSED
    reason varchar(200),
    created_at timestamp(6) with time zone not null,
    closed_at timestamp(6) with time zone,
    version integer not null,
    constraint local_report_digest unique (digest),
    constraint local_report_size check (octet_length(content) <= 65536)
);
create index local_report_by_state on local_report (state, id);
