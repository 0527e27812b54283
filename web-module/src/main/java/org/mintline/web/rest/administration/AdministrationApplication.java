package org.mintline.web.rest.administration;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import org.mintline.web.rest.json.JsonBodies;

/** The administration interface, version 1. */
@ApplicationPath("/administration/v1")
public class AdministrationApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                AuditResource.class,
                FactoryPartnersResource.class,
                LocalProvisioningAdministration.class,
                OperatorsResource.class,
                ProfilesResource.class,
                ProfileTypesResource.class,
                EligibilityRulesResource.class,
                ProfileTypeVariantsResource.class,
                StockResource.class,
                TransportKeysResource.class,
                ImportsResource.class,
                LotsResource.class,
                BatchesResource.class,
                DestinationsResource.class,
                LinesResource.class,
                DevicesResource.class,
                MasterKeySetsResource.class,
                PurgeRulesResource.class,
                ReceivedBatchesResource.class,
                ReceivedProfilesResource.class,
                ProfileImagesResource.class,
                StationsResource.class,
                AdministratorOnly.class,
                ProblemFailures.class,
                JsonBodies.class);
    }
}
