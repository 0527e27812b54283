package org.mintline.device.euicc.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mintline.device.euicc.authentication.Authentication;
import org.mintline.device.euicc.filesystem.Directory;
import org.mintline.device.euicc.filesystem.Puk;

/** What a profile package has become: a file system, the authentication of its applications and its security domains. */
public final class InstalledProfile {
    private final byte[] iccid;
    private final Directory masterFile;
    private final Map<Directory, Authentication> authentications;
    private final List<SecurityDomain> securityDomains;
    private final List<Puk> puks;

    InstalledProfile(
            byte[] iccid,
            Directory masterFile,
            Map<Directory, Authentication> authentications,
            List<SecurityDomain> securityDomains,
            List<Puk> puks) {
        this.iccid = iccid.clone();
        this.masterFile = masterFile;
        this.authentications = new LinkedHashMap<>(authentications);
        this.securityDomains = List.copyOf(securityDomains);
        this.puks = List.copyOf(puks);
    }

    /** The ICCID in the profile header, 10 bytes as in EF.ICCID. */
    public byte[] iccid() {
        return iccid.clone();
    }

    /** The MF. */
    public Directory masterFile() {
        return masterFile;
    }

    /** The security domains and other instances. */
    public List<SecurityDomain> securityDomains() {
        return securityDomains;
    }

    /** The PUKs. */
    public List<Puk> puks() {
        return puks;
    }

    /** What AUTHENTICATE works with in that application. */
    public Optional<Authentication> authentication(Directory application) {
        return Optional.ofNullable(authentications.get(application));
    }

    /** What AUTHENTICATE works with, each once, in the order of the applications. */
    public List<Authentication> authentications() {
        return new ArrayList<>(new java.util.LinkedHashSet<>(authentications.values()));
    }

    /** The ADF whose AID begins with those bytes; the first if there are several. */
    public Optional<Directory> application(byte[] aid) {
        return masterFile.files().stream()
                .filter(Directory.class::isInstance)
                .map(Directory.class::cast)
                .filter(directory -> directory.isNamed(aid))
                .findFirst();
    }

    /** Whether a security domain or instance has exactly that AID. */
    public boolean hasInstance(byte[] aid) {
        return securityDomains.stream().anyMatch(domain -> Arrays.equals(domain.instanceAid(), aid));
    }
}
