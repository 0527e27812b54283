package org.mintline.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.mintline.smdpplus.ProfileCatalogue;
import org.mintline.smdpplus.profile.ProfileState;

/**
 * The list of profiles: filtered, the last in stock first, a page at a time. Each page is found by the key of the last line of the
 * page before, so that the thousandth page costs what the first does.
 */
@Named
@ViewScoped
public class ProfilesPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int PAGE = 50;

    @Inject
    private ProfileCatalogue catalogue;

    @Inject
    private ConsoleUser user;

    private ProfileState state;
    private String profileType;
    private String iccid;
    private String eid;
    private String matchingId;
    private boolean oldestFirst;

    private final Deque<Long> starts = new ArrayDeque<>();
    private transient ProfileCatalogue.Page<ProfileCatalogue.Summary> page;

    /** Shows the first page. */
    public void search() {
        starts.clear();
        load();
    }

    /** Shows the page behind this one. */
    public void forward() {
        page().next().ifPresent(starts::push);
        load();
    }

    /** Shows the page before this one. */
    public void back() {
        starts.poll();
        load();
    }

    private void load() {
        OptionalLong after = starts.isEmpty() ? OptionalLong.empty() : OptionalLong.of(starts.peek());
        page = catalogue.list(filter(), direction(), after, PAGE);
    }

    private ProfileCatalogue.Filter filter() {
        return new ProfileCatalogue.Filter(
                user.operator(),
                Optional.ofNullable(state),
                given(profileType),
                given(iccid),
                given(eid),
                given(matchingId));
    }

    private ProfileCatalogue.Direction direction() {
        return oldestFirst ? ProfileCatalogue.Direction.OLDEST_FIRST : ProfileCatalogue.Direction.NEWEST_FIRST;
    }

    private static Optional<String> given(String text) {
        return Optional.ofNullable(text).map(String::strip).filter(t -> !t.isEmpty());
    }

    private ProfileCatalogue.Page<ProfileCatalogue.Summary> page() {
        if (page == null) {
            load();
        }
        return page;
    }

    /** The lines of this page. */
    public List<ProfileCatalogue.Summary> getProfiles() {
        return page().items();
    }

    /** Whether there is a page behind this one. */
    public boolean isMore() {
        return page().next().isPresent();
    }

    /** Whether there is a page before this one. */
    public boolean isBefore() {
        return !starts.isEmpty();
    }

    /** The number of this page, from 1. */
    public int getNumber() {
        return starts.size() + 1;
    }

    /** The states to choose from. */
    public ProfileState[] getStates() {
        return ProfileState.values();
    }

    public ProfileState getState() {
        return state;
    }

    public void setState(ProfileState state) {
        this.state = state;
    }

    public String getProfileType() {
        return profileType;
    }

    public void setProfileType(String profileType) {
        this.profileType = profileType;
    }

    public String getIccid() {
        return iccid;
    }

    public void setIccid(String iccid) {
        this.iccid = iccid;
    }

    public String getEid() {
        return eid;
    }

    public void setEid(String eid) {
        this.eid = eid;
    }

    public String getMatchingId() {
        return matchingId;
    }

    public void setMatchingId(String matchingId) {
        this.matchingId = matchingId;
    }

    public boolean isOldestFirst() {
        return oldestFirst;
    }

    public void setOldestFirst(boolean oldestFirst) {
        this.oldestFirst = oldestFirst;
    }
}
