package org.mintline.web.rest.administration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mintline.rsp.data.NotificationConfigurationInformation;
import org.mintline.rsp.data.NotificationEvent;
import org.mintline.rsp.data.OperatorId;
import org.mintline.rsp.data.ProfileClass;
import org.mintline.rsp.data.StoreMetadataRequest;
import org.mintline.rsp.identification.Iccid;
import org.mintline.smdpplus.ProfileTypes;
import org.mintline.smdpplus.profile.ProfileTypePackage.SourceFormat;
import org.mintline.smdpplus.profile.Protection;

/** Bodies about profile types and what comes into stock. */
public final class ProfileTypeBodies {
    /** Stands in metadata until a profile has its own. */
    private static final Iccid NO_ICCID = Iccid.withCheckDigit("890000000000000000");

    private ProfileTypeBodies() {}

    /**
     * A profile type to be made.
     *
     * @param name what ES2+ calls profileType
     * @param description for the operator's staff, or null
     * @param sourceFormat what the source is
     * @param source a profile package in DER, or a template in YAML
     * @param serviceProviderName shown to the end user
     * @param profileName shown to the end user
     * @param profileClass what the profiles are for, or null for operational
     * @param mcc the Mobile Country Code of the profile owner, or null
     * @param mnc its Mobile Network Code, or null
     * @param notifications which events the eUICC tells to which address, or null for none
     * @param protection by which keys packages are protected, or null for random keys
     * @param protectedAhead how many profiles in stock are kept protected, or null for the configured number
     */
    public record NewProfileType(
            @NotNull @Size(max = 64) @Pattern(regexp = "[A-Za-z0-9._-]+")
            String name,

            @Size(max = 1000) String description,
            @NotNull SourceFormat sourceFormat,
            @NotNull byte[] source,
            @NotNull @Size(max = 32) String serviceProviderName,
            @NotNull @Size(max = 64) String profileName,
            ProfileClass profileClass,
            @Pattern(regexp = "[0-9]{3}") String mcc,
            @Pattern(regexp = "[0-9]{2,3}") String mnc,
            @Size(max = 16) List<@NotNull @Valid Notifications> notifications,
            Protection protection,
            @Min(0) @Max(10_000_000) Integer protectedAhead) {
        ProfileTypes.NewProfileType decoded() {
            return new ProfileTypes.NewProfileType(
                    name,
                    description == null ? "" : description,
                    sourceFormat,
                    source,
                    metadata(),
                    protection == null ? Protection.RANDOM_KEYS : protection,
                    Optional.ofNullable(protectedAhead));
        }

        private StoreMetadataRequest metadata() {
            return new StoreMetadataRequest(
                    NO_ICCID,
                    serviceProviderName,
                    profileName,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.ofNullable(profileClass),
                    notifications == null
                            ? List.of()
                            : notifications.stream().map(Notifications::decoded).toList(),
                    mcc == null || mnc == null ? Optional.empty() : Optional.of(OperatorId.of(mcc, mnc)),
                    Set.of(),
                    List.of());
        }
    }

    /**
     * Which events are told to an address.
     *
     * @param events the events
     * @param address a host name, with port if it is not 443
     */
    public record Notifications(
            @NotNull @Size(min = 1, max = 4) List<@NotNull NotificationEvent> events,
            @NotNull @Size(min = 1, max = 255) String address) {
        NotificationConfigurationInformation decoded() {
            return new NotificationConfigurationInformation(Set.copyOf(events), address);
        }
    }

    /**
     * A profile type.
     *
     * @param name what ES2+ calls profileType
     * @param description for the operator's staff
     * @param serviceProviderName shown to the end user
     * @param profileName shown to the end user
     * @param protection by which keys packages are protected
     * @param protectedAhead how many profiles in stock are kept protected
     * @param services what of an eUICC it cannot do without
     * @param personalised what a profile of it is given, by the column names of input files
     * @param packageBytes the size of its package
     * @param createdAt since when it is there
     */
    public record ProfileTypeView(
            String name,
            String description,
            String serviceProviderName,
            String profileName,
            Protection protection,
            int protectedAhead,
            List<String> services,
            List<String> personalised,
            int packageBytes,
            Instant createdAt) {
        static ProfileTypeView of(ProfileTypes.Description type) {
            return new ProfileTypeView(
                    type.name(),
                    type.description(),
                    type.serviceProviderName(),
                    type.profileName(),
                    type.protection(),
                    type.protectedAhead(),
                    type.services().stream().sorted().toList(),
                    type.personalised().stream().sorted().toList(),
                    type.packageBytes(),
                    type.createdAt());
        }
    }

    /**
     * A profile to come into stock.
     *
     * @param profileType one of the operator's profile types
     * @param iccid 19 or 20 digits with the right check digit
     * @param columns what it is personalised with, by the column names of input files; secrets among them
     */
    public record NewProfile(
            @NotNull @Size(max = 64) String profileType,
            @NotNull @Pattern(regexp = "[0-9]{19,20}") String iccid,
            @NotNull @Size(max = 64) Map<@NotNull @Size(max = 40) String, @NotNull @Size(max = 256) String> columns) {
        /** Without the columns, which hold secrets. */
        @Override
        public String toString() {
            return "profile " + iccid + " of type " + profileType;
        }
    }
}
