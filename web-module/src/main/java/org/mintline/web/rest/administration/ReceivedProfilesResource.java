package org.mintline.web.rest.administration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.Optional;
import org.mintline.rsp.bulk.BatchId;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.identification.Iccid;
import org.mintline.support.DeliveryState;
import org.mintline.support.PacketStore;
import org.mintline.web.rest.administration.SupportBodies.ReceivedProfilePage;

/** The profiles that came in batches. */
@Path("/support/profiles")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class ReceivedProfilesResource {
    private PacketStore store;

    /** For the container's proxy. */
    public ReceivedProfilesResource() {}

    /** @param store the role */
    @Inject
    public ReceivedProfilesResource(PacketStore store) {
        this.store = store;
    }

    /** A page of profiles, in the order in which they came. */
    @GET
    public ReceivedProfilePage list(
            @QueryParam("eid") String eid,
            @QueryParam("iccid") String iccid,
            @QueryParam("batch") String batch,
            @QueryParam("state") String state,
            @QueryParam("after") Long after,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        PacketStore.Filter filter = new PacketStore.Filter(
                Optional.ofNullable(eid).map(Eid::new),
                Optional.ofNullable(iccid).map(Iccid::parse),
                Optional.ofNullable(batch).map(BatchId::of),
                Optional.ofNullable(state).map(ReceivedProfilesResource::state));
        return ReceivedProfilePage.of(store.list(filter, Pages.after(after), limit));
    }

    private static DeliveryState state(String text) {
        return Arrays.stream(DeliveryState.values())
                .filter(state -> state.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no state " + text));
    }
}
