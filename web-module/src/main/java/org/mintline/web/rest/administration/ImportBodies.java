package org.mintline.web.rest.administration;

import java.time.Instant;
import java.util.List;
import org.mintline.smdpplus.ProfileCatalogue;
import org.mintline.smdpplus.ProfileImports;

/** Bodies about imports of profile data. */
public final class ImportBodies {
    private ImportBodies() {}

    /**
     * An import that was taken in.
     *
     * @param id its number
     */
    public record ImportReceived(long id) {}

    /**
     * An import.
     *
     * @param id its number
     * @param operator the number of the operator whose profiles it brings
     * @param profileType of which type
     * @param fileName for people
     * @param state where it is
     * @param bytes the size of the file
     * @param bytesDone how much of it is worked off
     * @param accepted profiles that came into stock
     * @param rejected lines that did not make one
     * @param refusal why the file as a whole was refused, or absent
     * @param requestedBy who brought it
     * @param createdAt since when it is there
     * @param finishedAt when its last line was worked off, or absent
     */
    public record ImportView(
            long id,
            long operator,
            String profileType,
            String fileName,
            ProfileImports.State state,
            long bytes,
            long bytesDone,
            long accepted,
            long rejected,
            String refusal,
            String requestedBy,
            Instant createdAt,
            Instant finishedAt) {
        static ImportView of(ProfileImports.Progress progress) {
            return new ImportView(
                    progress.id(),
                    progress.operator().value(),
                    progress.profileType(),
                    progress.fileName(),
                    progress.state(),
                    progress.bytes(),
                    progress.bytesDone(),
                    progress.accepted(),
                    progress.rejected(),
                    progress.refusal().orElse(null),
                    progress.requestedBy(),
                    progress.createdAt(),
                    progress.finishedAt().orElse(null));
        }
    }

    /**
     * A page of imports.
     *
     * @param items the imports
     * @param next what to give as {@code after} for the next page; absent at the end
     */
    public record ImportPage(List<ImportView> items, Long next) {
        static ImportPage of(ProfileCatalogue.Page<ProfileImports.Progress> page) {
            return new ImportPage(page.items().stream().map(ImportView::of).toList(), Pages.next(page));
        }
    }

    /**
     * A line that did not make a profile.
     *
     * @param line its number, from 1; the header is line 1
     * @param reason why, without the values of the line
     */
    public record BadLineView(long line, String reason) {
        static BadLineView of(ProfileImports.BadLine bad) {
            return new BadLineView(bad.line(), bad.reason());
        }
    }
}
