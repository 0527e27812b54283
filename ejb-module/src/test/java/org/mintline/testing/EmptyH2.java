package org.mintline.testing;

/** An empty, migrated H2 database, for properties that try a thousand things. */
public final class EmptyH2 {
    private EmptyH2() {}

    /** Emptied with each call. */
    public static TestDatabase open() {
        TestDatabase database = DatabaseKind.H2.database().orElseThrow();
        database.empty();
        return database;
    }
}
