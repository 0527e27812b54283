package org.mintline.device.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalInt;
import org.mintline.device.demo.Administration;
import org.mintline.device.demo.DemoOperator;
import org.mintline.device.demo.Installation;
import org.mintline.device.es2plus.Es2PlusClient;
import org.mintline.rsp.profilepackage.template.DefaultTemplate;

/** The operator whose profiles are downloaded and imported: the one that the test PKI has a certificate for. */
final class BenchOperator {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

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
        return new BenchOperator(
                installation, installation.administration(), DemoOperator.register(installation, null));
    }

    /** Its number. */
    long id() {
        return id;
    }

    /** Makes a profile type of the product's own template, with a name of its own. */
    String profileType() throws IOException {
        return profileType(OptionalInt.empty());
    }

    /** The same, of which so many profiles in stock are kept protected, if it is not as configured. */
    String profileType(OptionalInt protectedAhead) throws IOException {
        String name = "bench-" + Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
        byte[] template = DefaultTemplate.yaml().getBytes(StandardCharsets.UTF_8);
        administration.createProfileType(
                id,
                new Administration.ProfileType(name, "TEMPLATE", template, installation.smdpAddress(), protectedAhead));
        return name;
    }

    /**
     * Brings profiles into stock with one file, and waits until the last one is there.
     *
     * @throws IOException if a line was refused
     */
    void stock(String profileType, SubscriberFile file) throws IOException, InterruptedException {
        long number = administration.importProfiles(id, profileType, file.importFile());
        Administration.ImportProgress progress = administration.importProgress(number);
        while (!progress.isEnded()) {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
            progress = administration.importProgress(number);
        }
        if (progress.accepted() != file.profiles()) {
            throw new IOException("import " + number + " brought " + progress.accepted() + " of " + file.profiles()
                    + " profiles into stock: " + progress.rejected() + " bad lines. " + progress.refusal());
        }
    }

    /** A file of fresh subscribers; registers the transport key that it needs, unless it is there. */
    SubscriberFile file(SubscriberFile.Form form, int profiles) throws IOException {
        if (form == SubscriberFile.Form.CSV) {
            return SubscriberFile.csv(profiles);
        }
        BenchTransportKey key = new BenchTransportKey();
        if (!administration.transportKeys(id).contains(key.index())) {
            administration.registerTransportKey(
                    id, new Administration.TransportKey(key.index(), "AES_128", key.value(), key.checkValue()));
        }
        return SubscriberFile.input(profiles, key);
    }

    Es2PlusClient es2plus() throws IOException {
        return new Es2PlusClient(installation.operatorClient(installation.es2plus()), DemoOperator.FUNCTION_REQUESTER);
    }
}
