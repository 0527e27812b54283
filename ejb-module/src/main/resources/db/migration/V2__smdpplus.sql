-- The SM-DP+: profile types, profiles with their download orders, packages, RSP sessions, ES2+ calls, notifications, imports.
-- Portable between PostgreSQL 15 and H2 2.x. What is named sealed is cipher text of org.mintline.keys.Seal.

create sequence profile_type_seq increment by 50;
create sequence profile_seq increment by 50;
create sequence profile_import_seq increment by 50;

create table profile_type (
    id bigint primary key,
    operator_id bigint not null,
    name varchar(64) not null,
    description varchar(1000) not null,
    mandatory_services varchar(400) not null,               -- of the package's header, names separated by spaces
    package_version varchar(8) not null,                    -- of the package's header: major.minor
    service_provider_name varchar(32) not null,
    profile_name varchar(64) not null,
    profile_class varchar(12) not null,                     -- TEST, PROVISIONING or OPERATIONAL
    metadata bytea not null,                                -- StoreMetadataRequest; its ICCID counts for nothing
    protection varchar(12) not null,                        -- RANDOM_KEYS or SESSION_KEYS
    protected_ahead integer not null,                       -- how many available profiles are kept protected
    required_memory integer not null,                       -- bytes of non-volatile memory
    created_at timestamp(6) with time zone not null,
    version integer not null,
    constraint profile_type_name unique (operator_id, name),
    constraint profile_type_metadata_size check (octet_length(metadata) <= 4096)
);

-- What the profiles of a type are made from, apart from its row, which is read far more often.
create table profile_type_package (
    profile_type_id bigint primary key references profile_type (id) on delete cascade,
    source_format varchar(8) not null,                      -- PACKAGE or TEMPLATE
    source bytea not null,                                  -- the package as imported, or the template's YAML text
    package_template bytea not null,                        -- the package that profiles are personalised from
    constraint profile_type_source_size check (octet_length(source) <= 1048576),
    constraint profile_type_package_size check (octet_length(package_template) <= 1048576)
);

create table profile (
    id bigint primary key,
    operator_id bigint not null,
    profile_type_id bigint not null references profile_type (id),
    iccid varchar(20) not null,
    state varchar(12) not null,
    eid varchar(32),                                        -- of the order, or of the first binding
    eid_by_order boolean not null,                          -- whether the order named the EID
    matching_id varchar(255),                               -- of the order, also after its end; empty for the default SM-DP+
    live_matching_id varchar(255),                          -- the same while a device may still present it
    confirmation_code_hash bytea,                           -- sealed SHA-256 of the confirmation code
    confirmation_code_tries integer not null,
    download_attempts integer not null,                     -- bound profile packages handed out in this order
    order_number integer not null,                          -- which order of this profile it is, from 1; 0 before the first
    ordered_at timestamp(6) with time zone,
    order_expires_at timestamp(6) with time zone,
    ended_by varchar(60),                                   -- why the order ended without an installed profile
    last_notification bigint,                               -- the highest seqNumber of its eUICC's notifications about it
    purge_at timestamp(6) with time zone,                   -- when its packages and credentials may go
    created_at timestamp(6) with time zone not null,
    changed_at timestamp(6) with time zone not null,
    version integer not null,
    constraint profile_iccid unique (iccid),
    constraint profile_live_matching_id unique (live_matching_id),
    constraint profile_confirmation_code_size check (octet_length(confirmation_code_hash) <= 256)
);
create index profile_by_type_and_state on profile (profile_type_id, state, id);
create index profile_by_operator on profile (operator_id, id);
create index profile_by_operator_and_state on profile (operator_id, state, id);
create index profile_by_eid on profile (eid);
create index profile_by_purge on profile (purge_at);

-- The secrets of a profile, apart from its row, which is read far more often.
create table profile_credentials (
    profile_id bigint primary key references profile (id) on delete cascade,
    operator_id bigint not null,
    sealed bytea not null,
    constraint profile_credentials_size check (octet_length(sealed) <= 16384)
);

-- A profile package protected by random keys (PPK), before its eUICC is known.
create table protected_package (
    profile_id bigint primary key references profile (id) on delete cascade,
    operator_id bigint not null,
    sealed_keys bytea not null,                             -- initial MAC chaining value, PPK-ENC, PPK-CMAC
    segments bytea not null,                                -- sequenceOf86 with its tag 'A3'
    created_at timestamp(6) with time zone not null,
    constraint protected_package_keys_size check (octet_length(sealed_keys) <= 256),
    constraint protected_package_size check (octet_length(segments) <= 1048576)
);

-- The last binding of a profile, kept so that a retry with the same otPK.EUICC.ECKA gets the same package.
create table bound_package (
    profile_id bigint primary key references profile (id) on delete cascade,
    transaction_id varchar(32) not null,                    -- of the session whose InitialiseSecureChannel this holds
    eid varchar(32) not null,
    euicc_otpk bytea not null,
    smdp_otpk bytea not null,
    secure_channel bytea not null,                          -- initialiseSecureChannelRequest
    commands bytea not null,                                -- 'A0', 'A1' and, with random keys, 'A2'
    segments bytea,                                         -- 'A3' of session keys; with random keys it is in protected_package
    created_at timestamp(6) with time zone not null,
    constraint bound_package_otpk_size check (octet_length(euicc_otpk) <= 133 and octet_length(smdp_otpk) <= 133),
    constraint bound_package_commands_size check (octet_length(commands) <= 8192),
    constraint bound_package_channel_size check (octet_length(secure_channel) <= 512),
    constraint bound_package_size check (octet_length(segments) <= 1048576)
);

create table rsp_session (
    transaction_id varchar(32) primary key,                 -- hexadecimal, upper case
    state varchar(13) not null,
    server_challenge bytea not null,
    own_ci varchar(40) not null,                            -- CI key of CERT.DPauth and CERT.DPpb
    euicc_ci varchar(40) not null,                          -- euiccCiPKIdToBeUsed
    eid varchar(32),
    euicc_curve varchar(20),
    euicc_public_key bytea,                                 -- of CERT.EUICC, an uncompressed point
    tac varchar(8),
    profile_id bigint,
    order_number integer,
    operator_id bigint,
    confirmation_code_required boolean not null,
    offered_otpk bytea,                                     -- bppEuiccOtpk of smdpSigned2
    smdp_signature2 bytea,
    authenticated_by bytea,                                 -- SHA-256 of the AuthenticateServerResponse that was accepted
    bound_by bytea,                                         -- SHA-256 of the PrepareDownloadResponse that was accepted
    outcome varchar(60),
    created_at timestamp(6) with time zone not null,
    last_step_at timestamp(6) with time zone not null,
    ended_at timestamp(6) with time zone,
    version integer not null,
    constraint rsp_session_key_size check (octet_length(euicc_public_key) <= 256 and octet_length(offered_otpk) <= 133)
);
create index rsp_session_by_age on rsp_session (state, last_step_at);
create index rsp_session_by_profile on rsp_session (profile_id, created_at);
create index rsp_session_by_operator_and_end on rsp_session (operator_id, ended_at);
create index rsp_session_by_end on rsp_session (ended_at);

-- ES2+ calls that were executed: the same functionCallIdentifier gets the same answer.
create table function_call (
    operator_id bigint not null,
    function_call_identifier varchar(100) not null,
    function_name varchar(20) not null,
    content_hash bytea not null,
    answer varchar(1000) not null,
    created_at timestamp(6) with time zone not null,
    primary key (operator_id, function_call_identifier),
    constraint function_call_hash_size check (octet_length(content_hash) = 32)
);
create index function_call_by_age on function_call (created_at);

-- Notifications of eUICCs that were taken: each is taken once.
create table notification_receipt (
    eid varchar(32) not null,
    seq_number bigint not null,
    operator_id bigint not null,
    profile_id bigint not null,
    event varchar(20) not null,                             -- NotificationEvent
    transaction_id varchar(32),
    error_reason integer,                                   -- of a Profile Installation Result that tells of a failure
    content bytea not null,                                 -- PendingNotification
    received_at timestamp(6) with time zone not null,
    primary key (eid, seq_number),
    constraint notification_receipt_size check (octet_length(content) <= 16384)
);
create index notification_receipt_by_profile on notification_receipt (profile_id, received_at);
create index notification_receipt_by_operator on notification_receipt (operator_id, received_at);

create table profile_import (
    id bigint primary key,
    operator_id bigint not null,
    profile_type_id bigint not null references profile_type (id),
    file_name varchar(200) not null,
    file_format varchar(8) not null,                        -- CSV or INPUT
    state varchar(10) not null,                             -- RECEIVING, WAITING, RUNNING, FINISHED or REFUSED
    size_bytes bigint not null,
    lines_done bigint not null,                             -- lines whose result is committed, with the header
    bytes_done bigint not null,
    accepted bigint not null,
    rejected bigint not null,
    refusal varchar(200),                                   -- why the file as a whole was refused
    lease_until timestamp(6) with time zone,                -- the node that works on it has it until then
    requested_by varchar(100) not null,
    created_at timestamp(6) with time zone not null,
    finished_at timestamp(6) with time zone,
    version integer not null
);
create index profile_import_by_operator on profile_import (operator_id, id);
create index profile_import_by_state on profile_import (state, id);

-- The file itself, sealed, in parts; gone when the import is finished.
create table profile_import_part (
    profile_import_id bigint not null references profile_import (id) on delete cascade,
    part_number integer not null,
    sealed bytea not null,
    primary key (profile_import_id, part_number),
    constraint profile_import_part_size check (octet_length(sealed) <= 300000)
);

create table profile_import_error (
    profile_import_id bigint not null references profile_import (id) on delete cascade,
    line_number bigint not null,
    reason varchar(200) not null,
    primary key (profile_import_id, line_number)
);
