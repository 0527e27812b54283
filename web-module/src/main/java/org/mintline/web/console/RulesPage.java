package org.mintline.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.mintline.rsp.data.DeviceCapability;
import org.mintline.rsp.data.UiccCapability;
import org.mintline.smdpplus.DeviceCondition.Criterion;
import org.mintline.smdpplus.EligibilityRules;
import org.mintline.smdpplus.EligibilityRules.Effect;
import org.mintline.smdpplus.ProfileTypeVariants;
import org.mintline.smdpplus.ProfileTypes;
import org.mintline.tenancy.OperatorDirectory;

/** Who may download the profiles of a type, and which variant of it goes out to which device. */
@Named
@ViewScoped
public class RulesPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private EligibilityRules eligibilityRules;

    @Inject
    private ProfileTypeVariants profileTypeVariants;

    @Inject
    private ProfileTypes profileTypes;

    @Inject
    private OperatorDirectory operators;

    @Inject
    private ConsoleUser user;

    private List<ImportsPage.Target> types;
    private String type;
    private RuleLines rules;
    private RuleLines variants;

    /** The profile types of the user's operator, or of all for the platform's staff. */
    public List<ImportsPage.Target> getTypes() {
        if (types == null) {
            types = ImportsPage.Target.visibleTo(user, operators, profileTypes);
        }
        return types;
    }

    /** Shows the tables of the chosen type, or of the first. */
    public void load() {
        Optional<ImportsPage.Target> chosen =
                chosen().or(() -> getTypes().stream().findFirst());
        if (chosen.isEmpty()) {
            return;
        }
        ImportsPage.Target shown = chosen.get();
        type = shown.key();
        rules = new RuleLines(
                Stream.of(Effect.DENY, Effect.ALLOW).map(Effect::name).toList(),
                eligibilityRules.list(shown.operator().id(), shown.profileType()).orElse(List.of()).stream()
                        .map(rule -> new RuleLine(rule.effect().name(), rule.condition(), rule.note()))
                        .toList());
        variants = new RuleLines(
                getTypes().stream()
                        .filter(other ->
                                other.operator().id().equals(shown.operator().id()))
                        .map(ImportsPage.Target::profileType)
                        .filter(name -> !name.equals(shown.profileType()))
                        .toList(),
                profileTypeVariants.list(shown.operator().id(), shown.profileType()).orElse(List.of()).stream()
                        .map(variant -> new RuleLine(variant.profileType(), variant.condition(), variant.note()))
                        .toList());
    }

    private Optional<ImportsPage.Target> chosen() {
        return getTypes().stream()
                .filter(candidate -> candidate.key().equals(type))
                .findFirst();
    }

    /** Puts the table of who may download in the place of the one before. */
    public void saveRules() {
        save(target -> eligibilityRules.replace(
                target.operator().id(),
                target.profileType(),
                rules.read(line ->
                        new EligibilityRules.Rule(Effect.valueOf(line.getVerdict()), line.condition(), line.getNote())),
                user.getActor()));
    }

    /** Puts the table of variants in the place of the one before. */
    public void saveVariants() {
        save(target -> profileTypeVariants.replace(
                target.operator().id(),
                target.profileType(),
                variants.read(
                        line -> new ProfileTypeVariants.Variant(line.getVerdict(), line.condition(), line.getNote())),
                user.getActor()));
    }

    private void save(Consumer<ImportsPage.Target> replacement) {
        user.requireChange();
        ImportsPage.Target target = chosen().orElseThrow(() -> new NotAllowedException(user.getName()));
        try {
            replacement.accept(target);
            Messages.done("rules.saved", target.profileType());
        } catch (IllegalArgumentException | ProfileTypeVariants.RefusedException refused) {
            Messages.refused("rules.refused", refused.getMessage());
        }
    }

    /** What a condition can look at. */
    public Criterion[] getCriteria() {
        return Criterion.values();
    }

    /** The names of all capabilities of devices and eUICCs. */
    public List<String> getCapabilities() {
        return Stream.<Enum<?>[]>of(DeviceCapability.values(), UiccCapability.values())
                .flatMap(Stream::of)
                .map(Enum::name)
                .distinct()
                .toList();
    }

    /** Who may download; empty while there is no profile type. */
    public RuleLines getRules() {
        return rules;
    }

    /** Which variants there are; empty while there is no profile type. */
    public RuleLines getVariants() {
        return variants;
    }

    public String getType() {
        return type;
    }

    public void setType(String type) {
        this.type = type;
    }
}
