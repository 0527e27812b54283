package org.mintline.smdpplus.catalogue;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.mintline.smdpplus.ProfileCatalogue.Direction;
import org.mintline.smdpplus.ProfileCatalogue.Filter;

/** The query of a list of profiles: the conditions of a filter, and where the page before ended. */
final class ProfileQuery {
    /** Comes behind all digits in every collation that keeps their order. */
    private static final String AFTER_DIGITS = "A";

    private final StringBuilder conditions = new StringBuilder();
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private final Direction direction;
    private final String key;

    /** @param typeId the number of the filter's profile type, where that is known */
    ProfileQuery(Filter filter, OptionalLong typeId, Direction direction, OptionalLong after) {
        this.direction = direction;
        this.key = filter.iccidPrefix().isPresent() ? "p.iccid" : "p.id";
        filter.operator().ifPresent(operator -> add("p.operatorId = :operator", "operator", operator.value()));
        filter.state().ifPresent(state -> add("p.state = :state", "state", state));
        typeId.ifPresentOrElse(id -> add("p.typeId = :type", "type", id), () -> filter.profileType()
                .ifPresent(name -> add("t.name = :type", "type", name)));
        filter.iccidPrefix().ifPresent(prefix -> {
            add("p.iccid >= :from", "from", prefix);
            add("p.iccid < :to", "to", prefix + AFTER_DIGITS);
        });
        filter.eid().ifPresent(eid -> add("p.order.eid = :eid", "eid", eid));
        filter.matchingId().ifPresent(id -> add("p.order.liveMatchingId = :matchingId", "matchingId", id));
        String beyond = direction == Direction.OLDEST_FIRST ? " > " : " < ";
        String last =
                filter.iccidPrefix().isPresent() ? "(select a.iccid from Profile a where a.id = :after)" : ":after";
        after.ifPresent(id -> add(key + beyond + last, "after", id));
    }

    private void add(String condition, String parameter, Object value) {
        conditions.append(" and ").append(condition);
        parameters.put(parameter, value);
    }

    /** The query, to be given a limit. */
    Query on(EntityManager entities) {
        Query query = entities.createQuery(
                "select p.id, p.operatorId, p.iccid, t.name, p.state, p.order.eid, p.order.matchingId, p.changedAt"
                        + " from Profile p, ProfileType t where t.id = p.typeId"
                        + conditions
                        + " order by " + key
                        + (direction == Direction.OLDEST_FIRST ? "" : " desc"));
        parameters.forEach(query::setParameter);
        return query;
    }
}
