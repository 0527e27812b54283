package org.mintline.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.Serializable;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.mintline.configuration.ServerRole;
import org.mintline.factory.FactoryException;
import org.mintline.factory.FactoryPartners;
import org.mintline.factory.FactoryPartners.Kind;
import org.mintline.factory.FactoryPartners.Partner;
import org.mintline.web.rest.PemCertificates;

/** Who may call this aggregator or local provisioning server; administrators let partners in and shut them out (OFF-4, OFF-5). */
@Named
@ViewScoped
public class PartnersPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_CERTIFICATE = 16 * 1024;

    private FactoryPartners partners;
    private ConsoleUser user;
    private Navigation navigation;

    private Kind kind;
    private String name;
    private String certificate;
    private transient Part file;
    private transient List<Partner> read;

    /** For the container's proxy. */
    protected PartnersPage() {}

    /**
     * @param partners the register
     * @param user who looks
     * @param navigation says what this server is there for
     */
    @Inject
    public PartnersPage(FactoryPartners partners, ConsoleUser user, Navigation navigation) {
        this.partners = partners;
        this.user = user;
        this.navigation = navigation;
    }

    /** Reads the partners. */
    public void load() {
        user.requirePlatform();
        read = partners.list();
    }

    /** Lets a partner in by its certificate, which came as a file or was pasted. */
    public void register() throws IOException {
        user.requireAdministrator();
        try {
            X509Certificate given = PemCertificates.read(givenCertificate());
            partners.register(kind, name.strip(), given, user.getActor());
            Messages.done("partners.registered", name.strip());
            name = null;
            certificate = null;
        } catch (FactoryException | IllegalArgumentException refusal) {
            Messages.refused("partners.refused", refusal.getMessage());
        }
        load();
    }

    private String givenCertificate() throws IOException {
        if (file != null && file.getSize() > 0) {
            return UploadedFile.text(file, LONGEST_CERTIFICATE);
        }
        if (certificate == null || certificate.isBlank()) {
            throw new IllegalArgumentException(Texts.of("partners.no-certificate"));
        }
        return certificate;
    }

    /** Lets a partner in no more. */
    public void revoke(String partner) {
        user.requireAdministrator();
        try {
            partners.revoke(partner, user.getActor());
            Messages.done("partners.is-shut-out", partner);
        } catch (FactoryException refusal) {
            Messages.refused("partners.refused", refusal.getMessage());
        }
        load();
    }

    /** The partners, by name. */
    public List<Partner> getPartners() {
        if (read == null) {
            load();
        }
        return read;
    }

    /** Whether a partner fetches lots from this server. */
    public boolean isOffered(Partner partner) {
        return isAggregating() && partner.kind() == Kind.LOCAL_PROVISIONING_SERVER;
    }

    /** Whether this server has lots to offer. */
    public boolean isAggregating() {
        return navigation.isOfRole(ServerRole.AGGREGATION);
    }

    /** The kinds of partners that this server has, by its roles. */
    public List<Kind> getKinds() {
        List<Kind> kinds = new ArrayList<>();
        if (isAggregating()) {
            kinds.add(Kind.LOCAL_PROVISIONING_SERVER);
        }
        if (navigation.isOfRole(ServerRole.LOCAL_PROVISIONING)) {
            kinds.add(Kind.FACTORY_PROFILE_ASSISTANT);
        }
        return kinds;
    }

    public Kind getKind() {
        return kind;
    }

    public void setKind(Kind kind) {
        this.kind = kind;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getCertificate() {
        return certificate;
    }

    public void setCertificate(String certificate) {
        this.certificate = certificate;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }
}
