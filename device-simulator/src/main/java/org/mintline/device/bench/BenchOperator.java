package org.mintline.device.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.mintline.device.demo.Administration;
import org.mintline.device.demo.Installation;
import org.mintline.device.demo.Subscriber;
import org.mintline.device.es2plus.Es2PlusClient;
import org.mintline.rsp.profilepackage.template.DefaultTemplate;

/** The operator whose profiles are downloaded and imported: the one that the test PKI has a certificate for. */
final class BenchOperator {
    private static final String NAME = "Demo operator";
    private static final String REQUESTER = "1.3.6.1.4.1.99999.1";

    private final Installation installation;
    private final Administration administration;
    private final long id;

    private BenchOperator(Installation installation, Administration administration, long id) {
        this.installation = installation;
        this.administration = administration;
        this.id = id;
    }

    /** Registers it, unless it is there. */
    static BenchOperator register(Installation installation) throws IOException {
        Administration administration = installation.administration();
        long id = administration.operator(NAME, REQUESTER, null, installation.operatorCertificate());
        return new BenchOperator(installation, administration, id);
    }

    /** Makes a profile type of the product's own template, with a name of its own. */
    String profileType() throws IOException {
        String name = "bench-" + Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
        byte[] template = DefaultTemplate.yaml().getBytes(StandardCharsets.UTF_8);
        administration.createProfileType(
                id, new Administration.ProfileType(name, "TEMPLATE", template, installation.smdpAddress()));
        return name;
    }

    void addToStock(String profileType, Subscriber subscriber) throws IOException {
        administration.addToStock(id, profileType, subscriber.iccid().digits(), subscriber.columns());
    }

    Es2PlusClient es2plus() throws IOException {
        return new Es2PlusClient(installation.operatorClient(installation.es2plus()), REQUESTER);
    }
}
