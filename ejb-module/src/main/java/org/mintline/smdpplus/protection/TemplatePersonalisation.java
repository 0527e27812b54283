package org.mintline.smdpplus.protection;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.mintline.keys.Seal;
import org.mintline.rsp.es8plus.UnprotectedProfilePackage;
import org.mintline.rsp.identification.Iccid;
import org.mintline.smdpplus.profile.Profile;

/** Personalises by the plan of a type, with the profile's credentials, which are opened for it. */
@Dependent
public class TemplatePersonalisation implements Personalisation {
    private final PackageRepository packages;
    private final PackageTemplates templates;
    private final Seal seal;

    /** Of the given parts. */
    @Inject
    public TemplatePersonalisation(PackageRepository packages, PackageTemplates templates, Seal seal) {
        this.packages = packages;
        this.templates = templates;
        this.seal = seal;
    }

    @Override
    public UnprotectedProfilePackage personalise(Profile profile, long typeId) {
        byte[] sealed = packages.findCredentials(profile.id())
                .orElseThrow(() -> new IllegalStateException("the credentials of " + profile.iccid() + " are purged"))
                .sealed();
        byte[] plain = seal.open(profile.operator(), ProfileCredentials.context(profile.iccid()), sealed);
        return new UnprotectedProfilePackage(
                templates.of(typeId).personalise(Credentials.decode(plain).data(new Iccid(profile.iccid()))));
    }
}
