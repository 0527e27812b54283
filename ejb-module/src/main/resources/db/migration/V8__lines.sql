-- Dedicated lines to other servers (PSS-4): what waits to be sent, who sends, and what could not be taken in.

create sequence line_message_seq increment by 50;
create sequence line_dead_letter_seq increment by 50;

-- A row lives until the broker at the other end has the message.
create table line_message (
    id bigint primary key,
    line varchar(40) not null,
    kind varchar(30) not null,                              -- org.mintline.line.LineMessageKind
    identifier varchar(100) not null,                       -- by which the other end knows a repetition
    length integer not null,                                -- of the content, in bytes
    content bytea not null,                                 -- its first mebibyte
    content_rest bytea,                                     -- what is longer
    constraint line_message_identifier unique (line, identifier),
    constraint line_message_size check (length between 0 and 1310720)
);
create index line_message_by_line on line_message (line, id, length);

create table line_state (
    line varchar(40) primary key,
    paused boolean not null,
    owner varchar(100),                                     -- the node that sends
    lease_until timestamp(6) with time zone,                -- until when another one leaves it to do so
    in_flight_to bigint not null,                           -- messages up to this one may be with the broker already
    sent bigint not null                                    -- how many messages since the line exists
);

create table line_dead_letter (
    id bigint primary key,
    line varchar(40) not null,
    kind varchar(30) not null,                              -- as it came
    identifier varchar(100) not null,
    length integer not null,
    content bytea,                                          -- none if it was too long to be read
    content_rest bytea,
    reason varchar(500) not null,
    tries integer not null,                                 -- by a person, since it lies here
    arrived_at timestamp(6) with time zone not null,
    constraint line_dead_letter_identifier unique (line, identifier)
);
create index line_dead_letter_by_line on line_dead_letter (line, id);

-- By what other servers sign in to the broker, read by WildFly's Elytron. `proof` may ask for a proof and nothing else, and is no secret:
-- who may connect at all, the certificate says. A line is added when its other end has proven the key set.
create table line_login (
    name varchar(40) primary key,
    password_hash varchar(64) not null,                     -- SHA-256, hexadecimal; a ticket has 128 random bits
    role varchar(20) not null,                              -- line-prover or line-sender
    proven_at timestamp(6) with time zone
);
insert into line_login (name, password_hash, role)
    values ('proof', 'c1cda26362828b69266512052b97cb3729e3b052e4ade47c0a1e3383defe73c7', 'line-prover');
