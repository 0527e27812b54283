package org.mintline.users;

import java.util.Locale;

/** What a user of the console may do. */
public enum Role {
    /** Runs the platform: operators, users, keys. Never bound to an operator. */
    ADMINISTRATOR,
    /** Orders, imports and cancels. */
    OPERATOR,
    /** Sees everything of its scope, the audit trail too, and changes nothing. */
    AUDITOR,
    /** Runs a factory: its devices, stations, batches and images, and nothing else. */
    FACTORY;

    /** As the server's security domain and the database name it: {@code administrator}, {@code operator}, {@code auditor}, {@code
     * factory}. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Role of(String title) {
        return valueOf(title.toUpperCase(Locale.ROOT));
    }
}
