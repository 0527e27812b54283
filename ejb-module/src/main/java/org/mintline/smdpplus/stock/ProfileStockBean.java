package org.mintline.smdpplus.stock;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mintline.audit.AuditEvent;
import org.mintline.audit.AuditTrail;
import org.mintline.rsp.identification.Iccid;
import org.mintline.rsp.profilepackage.personalisation.PersonalisationException;
import org.mintline.smdpplus.ProfileStock;
import org.mintline.smdpplus.profile.ProfileRepository;
import org.mintline.smdpplus.profile.ProfileType;
import org.mintline.smdpplus.profile.ProfileTypeRepository;
import org.mintline.tenancy.OperatorId;

/** Single profiles into stock. */
@Stateless
public class ProfileStockBean implements ProfileStock {
    private ProfileTypeRepository types;
    private ProfileRepository profiles;
    private NewProfiles newProfiles;
    private AuditTrail audit;

    /** For the container. */
    protected ProfileStockBean() {}

    /** Of the given parts. */
    @Inject
    public ProfileStockBean(
            ProfileTypeRepository types, ProfileRepository profiles, NewProfiles newProfiles, AuditTrail audit) {
        this.types = types;
        this.profiles = profiles;
        this.newProfiles = newProfiles;
        this.audit = audit;
    }

    @Override
    public void add(OperatorId operator, String profileType, Iccid iccid, Map<String, String> columns, String actor) {
        ProfileType type = types.findByName(operator, profileType)
                .orElseThrow(() -> new RefusedException("there is no profile type " + profileType));
        if (!iccid.hasCheckDigit()) {
            throw new RefusedException("the check digit of the ICCID is wrong");
        }
        if (profiles.findByIccid(iccid.digits()).isPresent()) {
            throw new RefusedException("the ICCID is in stock already");
        }
        try {
            newProfiles.add(type, List.of(newProfiles.tried(type, iccid, columns)));
        } catch (PersonalisationException e) {
            throw new RefusedException(e.getMessage());
        }
        audit.record(new AuditEvent(
                Optional.of(operator), actor, "addProfile", "profile:" + iccid, "done", "type " + profileType));
    }
}
