package org.mintline.smdpplus;

import jakarta.ejb.ApplicationException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.mintline.smdpplus.imports.ImportFormat;
import org.mintline.tenancy.OperatorId;

/** Files that bring profiles into stock (docs/formats/input-file.md), and how far they are. */
public interface ProfileImports {
    /** Where an import is. */
    enum State {
        /** The file is being received. */
        RECEIVING,
        /** The file is there; nobody works on it yet. */
        WAITING,
        /** Its lines are worked off. */
        RUNNING,
        /** All lines are worked off. */
        FINISHED,
        /** The file as a whole was refused. */
        REFUSED
    }

    /**
     * An import.
     *
     * @param bytes the size of the file
     * @param bytesDone how much of it is worked off, for a progress bar
     * @param accepted profiles that came into stock
     * @param rejected lines that did not make one
     * @param refusal why the file as a whole was refused
     */
    record Progress(
            long id,
            OperatorId operator,
            String profileType,
            String fileName,
            State state,
            long bytes,
            long bytesDone,
            long accepted,
            long rejected,
            Optional<String> refusal,
            String requestedBy,
            Instant createdAt,
            Optional<Instant> finishedAt) {}

    /**
     * A line that did not make a profile.
     *
     * @param line its number, from 1; the header is line 1
     * @param reason why, without the values of the line
     */
    record BadLine(long line, String reason) {}

    /** A file that is not taken at all. */
    @ApplicationException(rollback = true)
    final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** @param reason why */
        public RefusedException(String reason) {
            super(reason);
        }
    }

    /**
     * Takes a file in; it is worked off in the background.
     *
     * @param profileType the name of one of the operator's types
     * @param fileName for people, 1 to 200 characters
     * @param content the file, read to its end in pieces of bounded size
     * @param requestedBy who brings it, for the audit trail
     * @return the number of the import
     * @throws IOException if the content cannot be read; nothing is left then
     * @throws RefusedException if there is no such type, or the file is larger than configured
     */
    long receive(
            OperatorId operator,
            String profileType,
            String fileName,
            ImportFormat format,
            InputStream content,
            String requestedBy)
            throws IOException;

    /** The import with that number. */
    Optional<Progress> find(Optional<OperatorId> operator, long id);

    /** The imports, the latest first; {@code after} is {@link ProfileCatalogue.Page#next} of the page before. */
    ProfileCatalogue.Page<Progress> list(Optional<OperatorId> operator, OptionalLong after, int limit);

    /** The bad lines of an import in their order; {@code after} is the line that the page before ended with. */
    List<BadLine> badLines(Optional<OperatorId> operator, long id, OptionalLong after, int limit);
}
