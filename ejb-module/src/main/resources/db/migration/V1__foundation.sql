-- What all roles share: operators, console users, data keys, the audit trail and the outbox.
-- Portable between PostgreSQL 15 and H2 2.x. What is named sealed or wrapped is cipher text of org.mintline.keys.

create sequence operator_seq increment by 50;
create sequence console_user_seq increment by 50;
create sequence data_key_seq increment by 50;
create sequence audit_line_seq increment by 50;
create sequence outbox_message_seq increment by 1;         -- its numbers are the order of delivery

create table operator (
    id bigint primary key,
    name varchar(100) not null,
    function_requester_identifier varchar(100) not null,
    callback_address varchar(500),                          -- base address of its ES2+ callbacks
    created_at timestamp(6) with time zone not null,
    version integer not null,
    constraint operator_name unique (name),
    constraint operator_function_requester_identifier unique (function_requester_identifier)
);

create table operator_client_certificate (
    fingerprint varchar(64) primary key,                    -- SHA-256 of the certificate, lower-case hexadecimal
    operator_id bigint not null references operator (id),
    subject varchar(500) not null,
    not_after timestamp(6) with time zone not null,
    certificate bytea not null,
    registered_at timestamp(6) with time zone not null,
    revoked_at timestamp(6) with time zone,
    constraint operator_client_certificate_size check (octet_length(certificate) <= 16384)
);
create index operator_client_certificate_by_operator on operator_client_certificate (operator_id, registered_at);

create table console_user (
    id bigint primary key,
    name varchar(60) not null,
    operator_id bigint references operator (id),            -- whose user it is; none for those of the platform
    password_hash varchar(44) not null,                     -- bcrypt, 23 bytes, Base64
    password_salt varchar(32) not null,                     -- 16 bytes, Base64
    password_iterations integer not null,                   -- cost of bcrypt: 2 to the power of it
    enabled boolean not null,
    created_at timestamp(6) with time zone not null,
    password_changed_at timestamp(6) with time zone not null,
    version integer not null,
    constraint console_user_name unique (name)
);
create index console_user_by_operator on console_user (operator_id, name);

create table console_user_role (
    console_user_id bigint not null references console_user (id) on delete cascade,
    role varchar(20) not null,                              -- administrator, operator or auditor
    primary key (console_user_id, role)
);

-- Keys that seal an operator's secrets, wrapped by the key-encryption key.
create table data_key (
    id bigint primary key,
    operator_id bigint not null references operator (id),
    key_version integer not null,                           -- the highest of an operator seals, all of them open
    kek_check_value varchar(16) not null,                   -- which key-encryption key wraps it
    wrapped bytea not null,
    created_at timestamp(6) with time zone not null,
    constraint data_key_version unique (operator_id, key_version),
    constraint data_key_size check (octet_length(wrapped) <= 256)
);

-- Keys under which an operator's input files carry Ki.
create table transport_key (
    operator_id bigint not null references operator (id),
    key_index integer not null,                             -- the number by which input files name it
    algorithm varchar(16) not null,                         -- AES_128, AES_192, AES_256 or TRIPLE_DES
    check_value varchar(6) not null,                        -- first 3 bytes of the key check value, hexadecimal
    sealed bytea not null,
    created_at timestamp(6) with time zone not null,
    primary key (operator_id, key_index),
    constraint transport_key_size check (octet_length(sealed) <= 256)
);

-- The audit trail. Lines and seals are written once and never changed.
create table audit_line (
    id bigint primary key,
    operator_id bigint,                                     -- whose affair it is; none for those of the platform
    occurred_at timestamp(6) with time zone not null,
    actor varchar(100) not null,
    action varchar(60) not null,
    subject varchar(100) not null,
    outcome varchar(40) not null,
    detail varchar(1000) not null,
    authenticator bytea not null,                           -- HMAC-SHA256 over the line, made in its own transaction
    constraint audit_line_authenticator_size check (octet_length(authenticator) = 32)
);
create index audit_line_by_time on audit_line (occurred_at, id);
create index audit_line_by_operator on audit_line (operator_id, occurred_at, id);
create index audit_line_by_subject on audit_line (subject, occurred_at, id);
create index audit_line_by_actor on audit_line (actor, occurred_at, id);
create index audit_line_by_action on audit_line (action, occurred_at, id);

-- The lines that wait for their seal.
create table audit_unsealed (
    audit_line_id bigint primary key
);

-- The chain: one seal a line, numbered without gaps.
create table audit_seal (
    seal_number bigint primary key,
    audit_line_id bigint not null,
    chain_value bytea not null,                             -- HMAC-SHA256 over number, line and the chain value before
    constraint audit_seal_line unique (audit_line_id),
    constraint audit_seal_size check (octet_length(chain_value) = 32)
);

-- One row: the end of the chain, locked by the node that seals, and the key of the trail.
create table audit_chain (
    id integer primary key,
    kek_check_value varchar(16) not null,
    wrapped_key bytea not null,
    last_seal_number bigint not null,
    last_chain_value bytea not null,
    constraint audit_chain_key_size check (octet_length(wrapped_key) <= 256)
);

-- Calls to operators that wait for delivery, were delivered or were given up.
create table outbox_message (
    id bigint primary key,
    operator_id bigint not null references operator (id),
    ordering_key varchar(100) not null,
    function_name varchar(60) not null,
    body varchar(65536) not null,
    state varchar(10) not null,                             -- WAITING, DELIVERED or GIVEN_UP
    attempts integer not null,
    posted_at timestamp(6) with time zone not null,
    give_up_at timestamp(6) with time zone not null,
    due_at timestamp(6) with time zone not null,            -- of a message under delivery: when its claim ends
    finished_at timestamp(6) with time zone,
    last_failure varchar(200),
    version integer not null
);
create index outbox_message_by_due on outbox_message (operator_id, state, due_at, id);
create index outbox_message_by_key on outbox_message (operator_id, ordering_key, state, id);
create index outbox_message_by_end on outbox_message (state, finished_at);
