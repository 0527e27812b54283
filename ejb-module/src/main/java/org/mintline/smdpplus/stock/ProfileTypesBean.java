package org.mintline.smdpplus.stock;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mintline.audit.AuditEvent;
import org.mintline.audit.AuditTrail;
import org.mintline.smdpplus.ProfileTypes;
import org.mintline.smdpplus.SmDpPlusPolicy;
import org.mintline.smdpplus.profile.ProfileType;
import org.mintline.smdpplus.profile.ProfileTypePackage;
import org.mintline.smdpplus.profile.ProfileTypeRepository;
import org.mintline.smdpplus.protection.PackageTemplate;
import org.mintline.smdpplus.protection.PackageTemplates;
import org.mintline.tenancy.OperatorId;

/** Profile types, over the database. */
@Stateless
public class ProfileTypesBean implements ProfileTypes {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int LONGEST_DESCRIPTION = 1_000;

    private ProfileTypeRepository types;
    private PackageTemplates templates;
    private SmDpPlusPolicy policy;
    private AuditTrail audit;
    private Clock clock;

    /** For the container. */
    protected ProfileTypesBean() {}

    /** Of the given parts. */
    @Inject
    public ProfileTypesBean(
            ProfileTypeRepository types,
            PackageTemplates templates,
            SmDpPlusPolicy policy,
            AuditTrail audit,
            Clock clock) {
        this.types = types;
        this.templates = templates;
        this.policy = policy;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Description create(OperatorId operator, NewProfileType wanted, String actor) {
        if (!NAME.matcher(wanted.name()).matches() || wanted.description().length() > LONGEST_DESCRIPTION) {
            throw refused(
                    "a name has 1 to 64 letters, digits, '.', '_' and '-', a description at most 1,000 characters");
        }
        if (wanted.source().length > policy.maximumPackageBytes()) {
            throw refused("the source is longer than " + policy.maximumPackageBytes() + " bytes");
        }
        if (types.findByName(operator, wanted.name()).isPresent()) {
            throw refused("there is a profile type " + wanted.name() + " already");
        }
        TypeSource source = TypeSource.read(wanted.sourceFormat(), wanted.source());
        ProfileType type = new ProfileType(
                operator,
                wanted.name(),
                wanted.description(),
                wanted.metadata(),
                source.requirements(),
                wanted.protection(),
                wanted.protectedAhead().orElse(policy.protectedAhead()),
                clock.instant());
        types.add(type);
        types.add(new ProfileTypePackage(type, wanted.sourceFormat(), wanted.source(), source.encoded()));
        audit.record(new AuditEvent(
                Optional.of(operator), actor, "createProfileType", "profileType:" + type.name(), "done", ""));
        return description(type, new PackageTemplate(source.encoded()));
    }

    private static RefusedException refused(String reason) {
        return new RefusedException(List.of(reason));
    }

    @Override
    public List<Description> list(OperatorId operator) {
        return types.list(operator).stream()
                .map(type -> description(type, templates.of(type.id())))
                .toList();
    }

    @Override
    public Optional<Description> find(OperatorId operator, String name) {
        return types.findByName(operator, name).map(type -> description(type, templates.of(type.id())));
    }

    private static Description description(ProfileType type, PackageTemplate template) {
        return new Description(
                type.operator(),
                type.name(),
                type.description(),
                type.serviceProviderName(),
                type.profileName(),
                type.protection(),
                type.protectedAhead(),
                type.requirements().services(),
                template.subjects(),
                template.size(),
                type.createdAt());
    }
}
