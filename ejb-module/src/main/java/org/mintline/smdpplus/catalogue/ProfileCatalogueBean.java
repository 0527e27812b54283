package org.mintline.smdpplus.catalogue;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.mintline.paging.PageLimit;
import org.mintline.rsp.identification.ActivationCode;
import org.mintline.rsp.identification.Iccid;
import org.mintline.rsp.identification.ServerAddress;
import org.mintline.smdpplus.ProfileCatalogue;
import org.mintline.smdpplus.SmDpPlusPolicy;
import org.mintline.smdpplus.profile.DownloadOrder;
import org.mintline.smdpplus.profile.Profile;
import org.mintline.smdpplus.profile.ProfileRepository;
import org.mintline.smdpplus.profile.ProfileState;
import org.mintline.smdpplus.profile.ProfileType;
import org.mintline.smdpplus.profile.ProfileTypeRepository;
import org.mintline.smdpplus.session.NotificationReceipt;
import org.mintline.smdpplus.session.RspSession;
import org.mintline.tenancy.OperatorId;

/** The catalogue of profiles, over the database. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class ProfileCatalogueBean implements ProfileCatalogue {
    private static final int STORY = 100;
    private static final int LONGEST_PERIOD_IN_DAYS = 366;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private ProfileRepository profiles;

    @Inject
    private ProfileTypeRepository types;

    @Inject
    private SmDpPlusPolicy policy;

    /** For the container. */
    protected ProfileCatalogueBean() {}

    /** Over the caller's parts. */
    public ProfileCatalogueBean(
            EntityManager entities, ProfileRepository profiles, ProfileTypeRepository types, SmDpPlusPolicy policy) {
        this.entities = entities;
        this.profiles = profiles;
        this.types = types;
        this.policy = policy;
    }

    @Override
    public Page<Summary> list(Filter filter, Direction direction, OptionalLong after, int limit) {
        PageLimit.require(limit);
        OptionalLong typeId = OptionalLong.empty();
        if (filter.operator().isPresent() && filter.profileType().isPresent()) {
            Optional<ProfileType> type = types.findByName(
                    filter.operator().get(), filter.profileType().get());
            if (type.isEmpty()) {
                return new Page<>(List.of(), OptionalLong.empty());
            }
            typeId = OptionalLong.of(type.get().id());
        }
        List<?> rows = new ProfileQuery(filter, typeId, direction, after)
                .on(entities)
                .setMaxResults(limit + 1)
                .getResultList();
        List<Summary> items =
                rows.stream().limit(limit).map(row -> summary((Object[]) row)).toList();
        boolean more = rows.size() > limit;
        return new Page<>(items, more ? OptionalLong.of(items.get(limit - 1).id()) : OptionalLong.empty());
    }

    private static Summary summary(Object[] row) {
        return new Summary(
                (Long) row[0],
                new OperatorId((Long) row[1]),
                (String) row[2],
                (String) row[3],
                (ProfileState) row[4],
                Optional.ofNullable((String) row[5]),
                Optional.ofNullable((String) row[6]),
                (Instant) row[7]);
    }

    @Override
    public Optional<Detail> find(Optional<OperatorId> operator, String iccid) {
        return profiles.findByIccid(Iccid.parse(iccid).digits())
                .filter(profile -> operator.map(profile.operator()::equals).orElse(true))
                .map(this::detail);
    }

    private Detail detail(Profile profile) {
        DownloadOrder order = profile.order();
        return new Detail(
                new Summary(
                        profile.id(),
                        profile.operator(),
                        profile.iccid(),
                        nameOf(profile.typeId()),
                        profile.state(),
                        order.eid(),
                        order.matchingId(),
                        profile.changedAt()),
                profile.deliveredTypeId().map(this::nameOf),
                activationCode(profile),
                order.sealedConfirmationCodeHash().isPresent(),
                order.confirmationCodeTries(),
                order.downloadAttempts(),
                order.orderedAt(),
                order.expiresAt(),
                order.endedBy(),
                profile.createdAt(),
                sessionsOf(profile),
                notificationsOf(profile));
    }

    private String nameOf(long typeId) {
        return types.find(typeId).orElseThrow().name();
    }

    private Optional<String> activationCode(Profile profile) {
        return profile.order()
                .matchingId()
                .filter(token -> !token.isEmpty() && ProfileState.ORDERED.contains(profile.state()))
                .map(token -> new ActivationCode(
                                ServerAddress.parse(policy.address()),
                                token,
                                Optional.empty(),
                                profile.order().sealedConfirmationCodeHash().isPresent())
                        .text());
    }

    private List<SessionLine> sessionsOf(Profile profile) {
        return entities
                .createQuery(
                        "select s from RspSession s where s.profileId = :profile order by s.createdAt desc",
                        RspSession.class)
                .setParameter("profile", profile.id())
                .setMaxResults(STORY)
                .getResultList()
                .stream()
                .map(session -> new SessionLine(
                        session.transactionId().text(),
                        nameOf(session.profileTypeId()),
                        session.state(),
                        session.eid().orElseThrow(),
                        session.tac(),
                        session.createdAt(),
                        session.endedAt(),
                        session.outcome()))
                .toList();
    }

    private List<NotificationLine> notificationsOf(Profile profile) {
        return entities
                .createQuery(
                        "select n from NotificationReceipt n where n.profileId = :profile order by n.receivedAt desc",
                        NotificationReceipt.class)
                .setParameter("profile", profile.id())
                .setMaxResults(STORY)
                .getResultList()
                .stream()
                .map(receipt -> new NotificationLine(
                        receipt.key().seqNumber(), receipt.event(), receipt.errorReason(), receipt.receivedAt()))
                .toList();
    }

    @Override
    public List<Stock> stock(Optional<OperatorId> operator) {
        TypedQuery<Object[]> query = entities.createQuery(
                "select t.operatorId, t.name, p.state, count(p.id) from ProfileType t, Profile p where p.typeId = t.id"
                        + (operator.isPresent() ? " and t.operatorId = :operator" : "")
                        + " group by t.operatorId, t.name, p.state order by t.operatorId, t.name, p.state",
                Object[].class);
        operator.ifPresent(id -> query.setParameter("operator", id.value()));
        return query.getResultList().stream()
                .map(row ->
                        new Stock(new OperatorId((Long) row[0]), (String) row[1], (ProfileState) row[2], (Long) row[3]))
                .toList();
    }

    @Override
    public List<DailyOutcome> outcomes(Optional<OperatorId> operator, LocalDate from, LocalDate to) {
        if (ChronoUnit.DAYS.between(from, to) < 0 || ChronoUnit.DAYS.between(from, to) > LONGEST_PERIOD_IN_DAYS) {
            throw new IllegalArgumentException("a period has at most " + LONGEST_PERIOD_IN_DAYS + " days");
        }
        Query query = entities.createNativeQuery(
                        "select cast(s.ended_at at time zone 'UTC' as date) as ended_on, s.outcome, count(*)"
                                + " from rsp_session s where s.ended_at >= :from and s.ended_at < :to"
                                + (operator.isPresent() ? " and s.operator_id = :operator" : "")
                                + " group by cast(s.ended_at at time zone 'UTC' as date), s.outcome order by 1, 2")
                .setParameter("from", startOf(from))
                .setParameter("to", startOf(to.plusDays(1)));
        operator.ifPresent(id -> query.setParameter("operator", id.value()));
        List<?> rows = query.getResultList();
        return rows.stream().map(row -> daily((Object[]) row)).toList();
    }

    private static OffsetDateTime startOf(LocalDate day) {
        return day.atStartOfDay().atOffset(ZoneOffset.UTC);
    }

    private static DailyOutcome daily(Object[] row) {
        LocalDate day = row[0] instanceof LocalDate date ? date : ((java.sql.Date) row[0]).toLocalDate();
        return new DailyOutcome(day, (String) row[1], ((Number) row[2]).longValue());
    }
}
