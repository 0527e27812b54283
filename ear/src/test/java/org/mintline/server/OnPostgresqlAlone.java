package org.mintline.server;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/** Marks tests that run on PostgreSQL alone, for the time it saves: what they ask of a database is tested on H2 by others, or by a second server of theirs. */
@Tag("postgresql-alone")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface OnPostgresqlAlone {}
