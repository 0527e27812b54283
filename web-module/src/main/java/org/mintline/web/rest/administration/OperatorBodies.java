package org.mintline.web.rest.administration;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.mintline.tenancy.ClientCertificate;
import org.mintline.tenancy.Operator;

/** Bodies about operators. */
public final class OperatorBodies {
    private OperatorBodies() {}

    /**
     * An operator to be registered.
     *
     * @param name its name, shown in the console
     * @param functionRequesterIdentifier its object identifier in dotted form, which it writes into its ES2+ calls
     * @param callbackAddress the base address of its ES2+ callback, https, or null if it wants none
     * @param clientCertificates certificates of its ES2+ clients, in PEM
     */
    public record NewOperator(
            @NotNull @Size(min = 1, max = 100) String name,

            @NotNull @Size(max = 100) @Pattern(regexp = "[0-9]+(\\.[0-9]+)+")
            String functionRequesterIdentifier,

            @Size(max = 500) @Pattern(regexp = "https://.+") String callbackAddress,
            @NotNull @Size(max = 16) List<@NotNull @Size(max = 16384) String> clientCertificates) {}

    /**
     * An operator.
     *
     * @param id its number here
     * @param name its name
     * @param functionRequesterIdentifier its object identifier in dotted form
     * @param callbackAddress the base address of its ES2+ callback, or absent
     */
    public record OperatorView(long id, String name, String functionRequesterIdentifier, URI callbackAddress) {
        static OperatorView of(Operator operator) {
            return new OperatorView(
                    operator.id().value(),
                    operator.name(),
                    operator.functionRequesterIdentifier(),
                    operator.callbackAddress().orElse(null));
        }
    }

    /**
     * A further certificate of an operator's ES2+ clients.
     *
     * @param certificate in PEM
     */
    public record NewClientCertificate(
            @NotNull @Size(max = 16384) String certificate) {}

    /**
     * A client certificate.
     *
     * @param fingerprint SHA-256, 64 hexadecimal digits
     * @param subject its subject's distinguished name
     * @param notAfter until when it is valid
     * @param registeredAt since when it names the operator
     * @param revokedAt since when it does so no more, or absent
     */
    public record ClientCertificateView(
            String fingerprint, String subject, Instant notAfter, Instant registeredAt, Instant revokedAt) {
        static ClientCertificateView of(ClientCertificate certificate) {
            return new ClientCertificateView(
                    certificate.fingerprint(),
                    certificate.subject(),
                    certificate.notAfter(),
                    certificate.registeredAt(),
                    certificate.revokedAt().orElse(null));
        }
    }

    /**
     * Where an operator's ES2+ callback is.
     *
     * @param callbackAddress the base address, https, or null if it wants no calls
     */
    public record NewCallbackAddress(
            @Size(max = 500) @Pattern(regexp = "https://.+") String callbackAddress) {}
}
