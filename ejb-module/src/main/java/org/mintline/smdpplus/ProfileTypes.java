package org.mintline.smdpplus;

import jakarta.ejb.ApplicationException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mintline.rsp.data.StoreMetadataRequest;
import org.mintline.smdpplus.profile.ProfileTypePackage.SourceFormat;
import org.mintline.smdpplus.profile.Protection;
import org.mintline.tenancy.OperatorId;

/** The profile types of operators: how they come into being, and what there is. */
public interface ProfileTypes {
    /**
     * What a profile type is made from.
     *
     * @param name what ES2+ calls profileType, 1 to 64 letters, digits, hyphens, points and underscores; unique at its operator
     * @param description for the operator's staff, up to 1,000 characters
     * @param sourceFormat what the source is
     * @param source a profile package in DER, or a template in YAML; up to 512 KiB
     * @param metadata what the eUICC and the end user are told of each Profile; its ICCID counts for nothing
     * @param protection by which keys its Profiles are protected
     * @param protectedAhead how many Profiles in stock are kept protected; empty for the configured number
     */
    record NewProfileType(
            String name,
            String description,
            SourceFormat sourceFormat,
            byte[] source,
            StoreMetadataRequest metadata,
            Protection protection,
            Optional<Integer> protectedAhead) {}

    /**
     * A profile type.
     *
     * @param services what of an eUICC it cannot do without
     * @param personalised what its package has a place for, by the column names of input files
     * @param packageBytes the size of its package
     */
    record Description(
            OperatorId operator,
            String name,
            String description,
            String serviceProviderName,
            String profileName,
            Protection protection,
            int protectedAhead,
            Set<String> services,
            Set<String> personalised,
            int packageBytes,
            Instant createdAt) {}

    /** What is given does not make a profile type. */
    @ApplicationException(rollback = true)
    final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** @param reasons what is wrong, for the operator's staff */
        public RefusedException(List<String> reasons) {
            super(String.join("; ", reasons));
        }
    }

    /**
     * Makes a profile type.
     *
     * @param actor who does it, for the audit trail: {@code console:<user>} or the like
     * @throws RefusedException if the name is taken, or the package does not pass its check
     */
    Description create(OperatorId operator, NewProfileType type, String actor);

    /** The profile types of an operator, by name, at most 1,000. */
    List<Description> list(OperatorId operator);

    /** The profile type of that name. */
    Optional<Description> find(OperatorId operator, String name);
}
