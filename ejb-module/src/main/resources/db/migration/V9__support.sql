-- The provisioning support server (PSS-5 to PSS-12): batches and their profiles as packets, images, devices, stations.
-- Portable between PostgreSQL 15 and H2 2.x. Packets and images are kept as they came and as they go: both are cipher text for one
-- eUICC or device. What is named wrapped is under the key-encryption key.

create sequence received_profile_seq increment by 50;
create sequence device_story_seq increment by 50;
create sequence station_seq increment by 1;

create table received_batch (
    batch varchar(32) primary key,                          -- hexadecimal
    line varchar(100) not null,                             -- on which it comes, and on which is answered
    state varchar(12) not null,                             -- RECEIVING, WHOLE, MISMATCHED or CANCELLED
    ordered_amount integer,                                 -- of the announcement, as all that follows
    operator_name varchar(255),
    generation_server varchar(255),
    profile_type varchar(255),
    profile_class varchar(12),
    lot varchar(255),
    manifest_amount integer,                                -- of the manifest
    digest_of_digests bytea,
    mismatch varchar(200),                                  -- what does not match, in words
    first_message_at timestamp(6) with time zone not null,
    closed_at timestamp(6) with time zone,
    version integer not null,
    constraint received_batch_digest_size check (octet_length(digest_of_digests) <= 32)
);
create index received_batch_by_state on received_batch (state, batch);
create index received_batch_by_lot on received_batch (lot, batch);
create index received_batch_by_time on received_batch (first_message_at, batch);

create table received_profile (
    id bigint primary key,
    batch varchar(32) not null references received_batch (batch),
    number integer not null,                                -- within the batch, from 1
    eid varchar(32) not null,
    iccid varchar(20) not null,
    profile_class varchar(12) not null,
    state varchar(12) not null,                             -- see DeliveryState
    key_identifier varchar(32) not null,                    -- of the one-time key that it is bound to, hexadecimal
    digest bytea not null,                                  -- SHA-256 of the packets as they came
    has_contents boolean not null,                          -- whether packets and image are still here
    received_at timestamp(6) with time zone not null,
    changed_at timestamp(6) with time zone not null,
    version integer not null,
    constraint received_profile_number unique (batch, number),
    constraint received_profile_digest_size check (octet_length(digest) <= 32)
);
create index received_profile_by_batch on received_profile (batch, state);
create index received_profile_by_eid on received_profile (eid, id);
create index received_profile_by_iccid on received_profile (iccid, id);
create index received_profile_by_state on received_profile (state, has_contents, changed_at, id);

-- The packets of a profile as they came, apart from its row, which is read far more often.
create table received_packets (
    profile_id bigint primary key references received_profile (id) on delete cascade,
    content bytea not null,
    constraint received_packets_size check (octet_length(content) <= 1310720)
);

-- Who has fetched the packets of a profile, other than a station.
create table received_packets_fetch (
    consumer varchar(100) not null,
    profile_id bigint not null references received_profile (id) on delete cascade,
    fetched_at timestamp(6) with time zone not null,
    primary key (consumer, profile_id)
);
create index received_packets_fetch_by_profile on received_packets_fetch (profile_id);

create table factory_device (
    eid varchar(32) primary key,
    public_key bytea not null,                              -- uncompressed point on NIST P-256
    key_identifier varchar(40) not null,
    accepted_kind varchar(12) not null,                     -- DEVELOPMENT or COMMERCIAL
    lot varchar(100) not null,
    imei varchar(16),
    key_set_version integer not null,                       -- of the master key set that its own is diversified from
    images_due boolean not null,                            -- whether a job looks for its profiles that came before it
    registered_at timestamp(6) with time zone not null,
    version integer not null,
    constraint factory_device_key_size check (octet_length(public_key) <= 65)
);
create index factory_device_by_lot on factory_device (lot, eid);
create index factory_device_by_due on factory_device (images_due, eid);

create table master_key_set (
    key_version integer primary key,                        -- 1 to 127, as the devices name it
    wrapped_keys bytea not null,
    kek_check_value varchar(16) not null,
    check_value varchar(6) not null,                        -- of the key ENC, by which a person compares
    created_at timestamp(6) with time zone not null,
    version integer not null,
    constraint master_key_set_size check (octet_length(wrapped_keys) <= 256)
);

create table station (
    id bigint primary key,
    name varchar(100) not null,
    fingerprint varchar(64) not null,                       -- SHA-256 of its client certificate
    subject varchar(500) not null,
    not_after timestamp(6) with time zone not null,
    lot varchar(100),                                       -- serves devices of this lot alone
    manner varchar(12) not null,                            -- KEY_SET, JIG, BOTH or TEST
    test_allowed boolean not null,
    jig_volt numeric(12, 6),
    jig_ampere numeric(12, 6),
    jig_tolerance numeric(9, 6),                            -- percent
    jig_samples integer,
    enabled boolean not null,
    registered_at timestamp(6) with time zone not null,
    version integer not null,
    constraint station_name unique (name),
    constraint station_fingerprint unique (fingerprint)
);

create table profile_image (
    profile_id bigint primary key references received_profile (id) on delete cascade,
    image varchar(32) not null,                             -- the image identifier, hexadecimal
    eid varchar(32) not null,
    signing_kind varchar(12) not null,
    device_key varchar(40) not null,                        -- identifier of the key that it is encrypted to
    length integer not null,
    digest bytea not null,                                  -- SHA-256 of the image
    created_at timestamp(6) with time zone not null,
    station_id bigint references station (id),              -- that it was handed to last
    leased_until timestamp(6) with time zone,               -- before that no other station gets it
    handed_out integer not null,
    version integer not null,
    constraint profile_image_identifier unique (image),
    constraint profile_image_digest_size check (octet_length(digest) <= 32)
);
create index profile_image_by_eid on profile_image (eid, profile_id);
create index profile_image_by_station on profile_image (station_id, profile_id);

create table profile_image_content (
    profile_id bigint primary key references profile_image (profile_id) on delete cascade,
    content bytea not null,
    constraint profile_image_content_size check (octet_length(content) <= 16777216)
);

-- What happened to the profiles of a device, and at its stations: never changed.
create table device_story (
    id bigint primary key,
    eid varchar(32) not null,
    report varchar(64) not null,                            -- SHA-256 of what was reported, hexadecimal: the same counts once
    event varchar(24) not null,
    iccid varchar(20),
    batch varchar(32),
    number integer,
    happened_at timestamp(6) with time zone not null,
    told_at timestamp(6) with time zone not null,
    station varchar(100) not null,
    reason varchar(255),
    notification bytea,                                     -- as the eUICC signed it
    constraint device_story_report unique (report),
    constraint device_story_notification_size check (octet_length(notification) <= 16384)
);
create index device_story_by_eid on device_story (eid, id);

-- When content is purged, by name of the rule.
create table purge_rule (
    name varchar(24) primary key,
    after_days integer not null,
    version integer not null
);
