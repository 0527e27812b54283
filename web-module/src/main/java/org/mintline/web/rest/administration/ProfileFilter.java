package org.mintline.web.rest.administration;

import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.Optional;
import org.mintline.smdpplus.ProfileCatalogue;
import org.mintline.smdpplus.profile.ProfileState;
import org.mintline.tenancy.OperatorId;

/** The query parameters that choose profiles; all conditions hold together. */
public class ProfileFilter {
    @QueryParam("operator")
    private Long operator;

    @QueryParam("state")
    private String state;

    @QueryParam("profileType")
    private String profileType;

    @QueryParam("iccidPrefix")
    private String iccidPrefix;

    @QueryParam("eid")
    private String eid;

    @QueryParam("matchingId")
    private String matchingId;

    /**
     * The same as the role takes it.
     *
     * @throws IllegalArgumentException if a parameter has no value of its kind
     */
    ProfileCatalogue.Filter filter() {
        return new ProfileCatalogue.Filter(
                Optional.ofNullable(operator).map(OperatorId::new),
                Optional.ofNullable(state).map(ProfileFilter::state),
                Optional.ofNullable(profileType),
                matching("iccidPrefix", iccidPrefix, "[0-9]{1,20}"),
                matching("eid", eid, "[0-9]{32}"),
                Optional.ofNullable(matchingId));
    }

    private static ProfileState state(String text) {
        return Arrays.stream(ProfileState.values())
                .filter(candidate -> candidate.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("state is none of a profile"));
    }

    private static Optional<String> matching(String name, String text, String form) {
        if (text != null && !text.matches(form)) {
            throw new IllegalArgumentException(name + " has not the form " + form);
        }
        return Optional.ofNullable(text);
    }
}
