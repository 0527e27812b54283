package org.mintline.web.rest.administration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.mintline.rsp.bulk.BatchId;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.identification.Iccid;
import org.mintline.support.ProfileImages;
import org.mintline.web.rest.administration.SupportBodies.ImagePage;

/** The images that were made. */
@Path("/support/images")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class ProfileImagesResource {
    private ProfileImages images;

    /** For the container's proxy. */
    public ProfileImagesResource() {}

    /** @param images the role */
    @Inject
    public ProfileImagesResource(ProfileImages images) {
        this.images = images;
    }

    /** A page of images, in the order in which their profiles came. */
    @GET
    public ImagePage list(
            @QueryParam("eid") String eid,
            @QueryParam("iccid") String iccid,
            @QueryParam("batch") String batch,
            @QueryParam("station") Long station,
            @QueryParam("after") Long after,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        ProfileImages.Filter filter = new ProfileImages.Filter(
                Optional.ofNullable(eid).map(Eid::new),
                Optional.ofNullable(iccid).map(Iccid::parse),
                Optional.ofNullable(batch).map(BatchId::of),
                Pages.after(station));
        return ImagePage.of(images.list(filter, Pages.after(after), limit));
    }
}
