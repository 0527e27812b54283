package org.mintline.smdpplus;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.mintline.audit.AnonymousRefusals;
import org.mintline.audit.AuditEvent;
import org.mintline.audit.AuditTrail;
import org.mintline.authentication.CertificateIssuers;
import org.mintline.authentication.EuiccAuthentication;
import org.mintline.authentication.EumCertificates;
import org.mintline.authentication.OwnAddress;
import org.mintline.authentication.ServerAuthentication;
import org.mintline.device.pki.TestPki;
import org.mintline.keys.SmDpPlusKeys;
import org.mintline.notification.Outbox;
import org.mintline.rsp.crypto.Cryptography;
import org.mintline.rsp.data.StoreMetadataRequest;
import org.mintline.rsp.es8plus.UnprotectedProfilePackage;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.identification.Iccid;
import org.mintline.rsp.identification.SpecificationVersion;
import org.mintline.smdpplus.catalogue.ProfileCatalogueBean;
import org.mintline.smdpplus.eligibility.EligibilityRuleRepository;
import org.mintline.smdpplus.eligibility.EligibilityRulesBean;
import org.mintline.smdpplus.eligibility.KnownEligibilityRules;
import org.mintline.smdpplus.housekeeping.Purge;
import org.mintline.smdpplus.housekeeping.PurgeRepository;
import org.mintline.smdpplus.imports.EncryptedColumns;
import org.mintline.smdpplus.imports.ImportChunk;
import org.mintline.smdpplus.imports.ImportRepository;
import org.mintline.smdpplus.imports.ImportRun;
import org.mintline.smdpplus.imports.ProfileImportsBean;
import org.mintline.smdpplus.imports.TransportKey;
import org.mintline.smdpplus.imports.TransportKeyRepository;
import org.mintline.smdpplus.imports.TransportKeysBean;
import org.mintline.smdpplus.order.DownloadOrders;
import org.mintline.smdpplus.order.Es2PlusBean;
import org.mintline.smdpplus.order.FunctionCallRepository;
import org.mintline.smdpplus.order.FunctionCalls;
import org.mintline.smdpplus.profile.KnownProfileTypes;
import org.mintline.smdpplus.profile.PackageRequirements;
import org.mintline.smdpplus.profile.Profile;
import org.mintline.smdpplus.profile.ProfileRepository;
import org.mintline.smdpplus.profile.ProfileState;
import org.mintline.smdpplus.profile.ProfileType;
import org.mintline.smdpplus.profile.ProfileTypeRepository;
import org.mintline.smdpplus.profile.Protection;
import org.mintline.smdpplus.protection.PackageBinding;
import org.mintline.smdpplus.protection.PackageProtection;
import org.mintline.smdpplus.protection.PackageRepository;
import org.mintline.smdpplus.protection.PackageStock;
import org.mintline.smdpplus.protection.PackageTemplates;
import org.mintline.smdpplus.protection.Personalisation;
import org.mintline.smdpplus.protection.TemplatePersonalisation;
import org.mintline.smdpplus.session.AuthenticateClient;
import org.mintline.smdpplus.session.CancelSession;
import org.mintline.smdpplus.session.Es9PlusBean;
import org.mintline.smdpplus.session.GetBoundProfilePackage;
import org.mintline.smdpplus.session.HandleNotification;
import org.mintline.smdpplus.session.InitiateAuthentication;
import org.mintline.smdpplus.session.OperatorNotice;
import org.mintline.smdpplus.session.OrderSearch;
import org.mintline.smdpplus.session.SessionRepository;
import org.mintline.smdpplus.session.Sessions;
import org.mintline.smdpplus.stock.NewProfiles;
import org.mintline.smdpplus.stock.ProfileStockBean;
import org.mintline.smdpplus.stock.ProfileTypesBean;
import org.mintline.smdpplus.transaction.NewTransaction;
import org.mintline.smdpplus.transaction.Transactions;
import org.mintline.smdpplus.variant.KnownVariants;
import org.mintline.smdpplus.variant.ProfileChoice;
import org.mintline.smdpplus.variant.ProfileTypeVariantRepository;
import org.mintline.smdpplus.variant.ProfileTypeVariantsBean;
import org.mintline.tenancy.Operator;
import org.mintline.tenancy.OperatorId;
import org.mintline.testing.TestDatabase;

/** An SM-DP+ over a test database, with one operator that has a profile type, and another operator. */
public final class SmDpPlusWorld {
    /** The address of this SM-DP+. */
    public static final String ADDRESS = "smdpplus.mintline.test";

    /** Who owns the profiles. */
    public static final Operator NORTHERN = new Operator(new OperatorId(1), "Northern", "2.999.1", Optional.empty());

    /** Who owns nothing here. */
    public static final Operator SOUTHERN = new Operator(new OperatorId(2), "Southern", "2.999.2", Optional.empty());

    /** A profile type of Northern. */
    public static final String PREPAID = "prepaid";

    /** An eUICC. */
    public static final String EID = "89049032123451234512345678901235";

    /** Another eUICC. */
    public static final String OTHER_EID =
            Eid.withCheckDigits("890490320000000000000000000000").digits();

    final TestDatabase database;
    final TestClock clock = new TestClock(Instant.parse("2027-01-04T08:00:00Z"));
    final List<AuditEvent> audit = new CopyOnWriteArrayList<>();
    final List<AuditEvent> refusals = new CopyOnWriteArrayList<>();
    final List<String> told = new CopyOnWriteArrayList<>();
    final SmDpPlusPolicy policy = new SmDpPlusPolicy(
            ADDRESS,
            new SpecificationVersion(2, 0, 0),
            new SpecificationVersion(2, 255, 255),
            Duration.ofDays(90),
            3,
            3,
            Duration.ofMinutes(15),
            Duration.ofDays(90),
            Duration.ofDays(7),
            Duration.ofDays(1),
            Duration.ofDays(400),
            0,
            512 * 1024,
            10 * 1024 * 1024);
    final ProfileRepository profiles;
    final ProfileTypeRepository types;
    final Transactions transactions;
    final TestSeal seal = new TestSeal();
    final AuditTrail auditTrail = new RecordedAudit();
    final Outbox outbox = (operator, key, function, body) -> told.add(body);

    /** Over an empty database. */
    public SmDpPlusWorld(TestDatabase database) {
        this.database = database;
        profiles = new ProfileRepository(database.entityManager());
        types = new ProfileTypeRepository(database.entityManager());
        transactions = new Transactions(new NewTransaction() {
            @Override
            public <T> T call(Supplier<T> work) {
                return database.callInNew(work);
            }
        });
    }

    private final class RecordedAudit implements AuditTrail {
        @Override
        public void record(AuditEvent event) {
            audit.add(event);
        }

        @Override
        public void recordRefusal(AuditEvent event) {
            refusals.add(event);
        }
    }

    /** Makes the profile type. */
    public ProfileType addType(String name, Protection protection) {
        return transactions.call(() -> {
            ProfileType type = new ProfileType(
                    NORTHERN.id(),
                    name,
                    "",
                    StoreMetadataRequest.of(new Iccid("89000000000000000000"), "Northern", "Northern " + name),
                    new PackageRequirements(Set.of("usim", "milenage"), 2, 3, 20_000),
                    protection,
                    0,
                    clock.instant());
            types.add(type);
            return type;
        });
    }

    /** Brings profiles into stock; returns their ICCIDs. */
    public List<String> addProfiles(ProfileType type, int count) {
        return addProfiles(type, count, 0);
    }

    /** Brings profiles into stock whose numbers begin with that one; returns their ICCIDs. */
    public List<String> addProfiles(ProfileType type, int count, int first) {
        return transactions.call(() -> {
            List<String> iccids = new ArrayList<>();
            for (int number = first; number < first + count; number++) {
                String iccid = Iccid.withCheckDigit(String.format("8988211%011d", number))
                        .digits();
                profiles.add(new Profile(type, iccid, clock.instant()));
                iccids.add(iccid);
            }
            return iccids;
        });
    }

    /** The ES2+ of this world. */
    public Es2Plus es2Plus() {
        FunctionCalls calls = new FunctionCalls(
                transactions, new FunctionCallRepository(database.entityManager()), seal, auditTrail, clock);
        SecureRandom random = new SecureRandom();
        return new Es2PlusBean(
                calls, new DownloadOrders(profiles, types, seal, auditTrail, policy, random::nextBytes, clock));
    }

    /**
     * The ES9+ of this world.
     *
     * @param pki where its keys come from
     */
    public Es9Plus es9Plus(TestPki pki) {
        return es9Plus(pki, SmDpPlusWorld::packageOf);
    }

    /**
     * The ES9+ of this world.
     *
     * @param pki where its keys come from
     * @param personalisation makes the packages
     */
    public Es9Plus es9Plus(TestPki pki, Personalisation personalisation) {
        return es9Plus(new TestKeys(pki, Cryptography.system()), personalisation);
    }

    /**
     * The ES9+ of this world.
     *
     * @param keys its keys and who it trusts
     */
    public Es9Plus es9Plus(SmDpPlusKeys keys) {
        return es9Plus(keys, SmDpPlusWorld::packageOf);
    }

    private Es9Plus es9Plus(SmDpPlusKeys keys, Personalisation personalisation) {
        Cryptography cryptography = Cryptography.system();
        CertificateIssuers issuers = new CertificateIssuers(keys);
        SessionRepository repository = new SessionRepository(database.entityManager());
        Sessions sessions = new Sessions(repository, policy, clock);
        EuiccAuthentication authentication =
                new EuiccAuthentication(new EumCertificates(keys), cryptography, OwnAddress.of(ADDRESS), clock);
        KnownProfileTypes knownTypes = new KnownProfileTypes(types);
        ProfileChoice choice = new ProfileChoice(
                knownTypes,
                new KnownVariants(new ProfileTypeVariantRepository(database.entityManager()), knownTypes, clock),
                new KnownEligibilityRules(new EligibilityRuleRepository(database.entityManager()), clock));
        PackageRepository packages = new PackageRepository(database.entityManager());
        PackageBinding binding = new PackageBinding(
                packages,
                new PackageProtection(packages, personalisation, seal, cryptography.randomness(), clock),
                cryptography,
                policy,
                clock);
        OperatorNotice notice = new OperatorNotice(outbox, knownTypes, issuers, clock);
        return new Es9PlusBean(
                transactions,
                new InitiateAuthentication(
                        repository, new ServerAuthentication(issuers, cryptography.randomness()), policy, clock),
                new AuthenticateClient(
                        sessions,
                        authentication,
                        new OrderSearch(profiles),
                        profiles,
                        knownTypes,
                        choice,
                        binding,
                        issuers,
                        notice,
                        auditTrail,
                        policy,
                        clock),
                new GetBoundProfilePackage(
                        sessions,
                        profiles,
                        knownTypes,
                        binding,
                        issuers,
                        cryptography,
                        seal,
                        notice,
                        auditTrail,
                        policy,
                        clock),
                new HandleNotification(
                        sessions,
                        repository,
                        profiles,
                        authentication,
                        cryptography,
                        notice,
                        auditTrail,
                        policy,
                        clock),
                new CancelSession(sessions, profiles, issuers, cryptography, notice, auditTrail, policy, clock),
                auditTrail,
                new AnonymousRefusals(auditTrail));
    }

    /** The packages of types in this world. */
    public PackageTemplates templates() {
        return new PackageTemplates(types);
    }

    /** Personalisation by the packages of types. */
    public Personalisation personalisation() {
        return new TemplatePersonalisation(new PackageRepository(database.entityManager()), templates(), seal);
    }

    /** Profile types, each call in a transaction. */
    public ProfileTypes.Description createType(ProfileTypes.NewProfileType type) {
        ProfileTypesBean bean = new ProfileTypesBean(types, templates(), policy, auditTrail, clock);
        return transactions.call(() -> bean.create(NORTHERN.id(), type, "console:test"));
    }

    /** The rules of profile types, each call in a transaction. */
    public EligibilityRules eligibilityRules() {
        EligibilityRulesBean bean =
                new EligibilityRulesBean(new EligibilityRuleRepository(database.entityManager()), types, auditTrail);
        return new EligibilityRules() {
            @Override
            public Optional<List<Rule>> list(OperatorId operator, String profileType) {
                return transactions.call(() -> bean.list(operator, profileType));
            }

            @Override
            public Optional<List<Rule>> replace(
                    OperatorId operator, String profileType, List<Rule> rules, String actor) {
                return transactions.call(() -> bean.replace(operator, profileType, rules, actor));
            }
        };
    }

    /** The variants of profile types, each call in a transaction. */
    public ProfileTypeVariants variants() {
        ProfileTypeVariantsBean bean = new ProfileTypeVariantsBean(
                new ProfileTypeVariantRepository(database.entityManager()), types, templates(), auditTrail);
        return new ProfileTypeVariants() {
            @Override
            public Optional<List<Variant>> list(OperatorId operator, String profileType) {
                return transactions.call(() -> bean.list(operator, profileType));
            }

            @Override
            public Optional<List<Variant>> replace(
                    OperatorId operator, String profileType, List<Variant> variants, String actor) {
                return transactions.call(() -> bean.replace(operator, profileType, variants, actor));
            }
        };
    }

    /** Brings a profile into stock. */
    public void addProfile(String type, Iccid iccid, Map<String, String> columns) {
        ProfileStockBean bean = new ProfileStockBean(types, profiles, newProfiles(), auditTrail);
        transactions.run(() -> bean.add(NORTHERN.id(), type, iccid, columns, "console:test"));
    }

    private NewProfiles newProfiles() {
        return new NewProfiles(database.entityManager(), templates(), seal, clock);
    }

    /** Imports of files. */
    public ProfileImports imports() {
        return new ProfileImportsBean(
                new ImportRepository(database.entityManager()),
                types,
                new KnownProfileTypes(types),
                transactions,
                seal,
                auditTrail,
                policy,
                clock);
    }

    /**
     * What works imports off.
     *
     * @param kind the transactions that it uses
     */
    public ImportRun importRun(Transactions kind) {
        ImportRepository imports = new ImportRepository(database.entityManager());
        ImportChunk chunk = new ImportChunk(imports, new KnownProfileTypes(types), newProfiles(), auditTrail, clock);
        EncryptedColumns columns = new EncryptedColumns(new TransportKeyRepository(database.entityManager()), seal);
        return new ImportRun(imports, chunk, columns, kind, seal, clock);
    }

    /** Registers a transport key. */
    public void addTransportKey(int index, TransportKey.Algorithm algorithm, byte[] key, String checkValue) {
        database.execute("insert into operator (id, name, function_requester_identifier, created_at, version)"
                + " values (1, 'Northern', '2.999.1', current_timestamp, 0)");
        TransportKeysBean bean =
                new TransportKeysBean(new TransportKeyRepository(database.entityManager()), seal, auditTrail, clock);
        transactions.run(() -> bean.register(NORTHERN.id(), index, algorithm, key, checkValue, "console:test"));
    }

    /** The transactions of this world. */
    public Transactions transactions() {
        return transactions;
    }

    /** What stands for the package of a profile here: 3,000 bytes that begin with its ICCID and its type. */
    public static UnprotectedProfilePackage packageOf(Profile profile, long typeId) {
        byte[] begin = (profile.iccid() + "/" + typeId).getBytes(StandardCharsets.US_ASCII);
        return new UnprotectedProfilePackage(Arrays.copyOf(begin, 3_000));
    }

    /** What the operator was told, oldest first. */
    public List<String> told() {
        return told;
    }

    /** What was done, in the audit trail, oldest first. */
    public List<AuditEvent> audited() {
        return audit;
    }

    /** The refusals in the audit trail, oldest first. */
    public List<AuditEvent> refusals() {
        return refusals;
    }

    /** The catalogue of this world. */
    public ProfileCatalogue catalogue() {
        return new CatalogueInTransactions(catalogueOfCaller(), transactions);
    }

    /** The catalogue of this world, to be called in a transaction. */
    public ProfileCatalogue catalogueOfCaller() {
        return new ProfileCatalogueBean(database.entityManager(), profiles, types, policy);
    }

    /** The state of a profile. */
    public ProfileState stateOf(String iccid) {
        return transactions.call(() -> profiles.findByIccid(iccid).orElseThrow().state());
    }

    /** Protects the packages of released profiles; returns how many were made. */
    public int protectAhead() {
        PackageRepository packages = new PackageRepository(database.entityManager());
        PackageStock stock = new PackageStock(
                packages,
                new PackageProtection(
                        packages,
                        SmDpPlusWorld::packageOf,
                        seal,
                        Cryptography.system().randomness(),
                        clock));
        long type = transactions
                .call(() -> types.findByName(NORTHERN.id(), PREPAID).orElseThrow())
                .id();
        return transactions.call(() -> stock.protect(type, ProfileState.RELEASED, Integer.MAX_VALUE, 50));
    }

    /** Purges what is due. */
    public void purge() {
        new Purge(new PurgeRepository(database.entityManager()), transactions, auditTrail, policy, clock).run();
    }

    /** The clock of this world. */
    public Clock clock() {
        return clock;
    }

    /** Lets time pass. */
    public void pass(Duration duration) {
        clock.advance(duration);
    }
}
