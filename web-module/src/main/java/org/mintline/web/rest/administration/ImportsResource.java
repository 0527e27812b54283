package org.mintline.web.rest.administration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mintline.smdpplus.ProfileImports;
import org.mintline.smdpplus.imports.ImportFormat;
import org.mintline.tenancy.OperatorDirectory;
import org.mintline.tenancy.OperatorId;
import org.mintline.web.listener.BodyTooLargeException;
import org.mintline.web.rest.administration.ImportBodies.BadLineView;
import org.mintline.web.rest.administration.ImportBodies.ImportPage;
import org.mintline.web.rest.administration.ImportBodies.ImportReceived;
import org.mintline.web.rest.administration.ImportBodies.ImportView;

/** Files of profile data on their way into stock, streamed from the request to the role. */
@Path("/imports")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class ImportsResource {
    private static final int LONGEST_NAME = 200;

    private OperatorDirectory operators;
    private ProfileImports imports;

    /** For the container's proxy. */
    public ImportsResource() {}

    /**
     * @param operators finds the operator
     * @param imports the role
     */
    @Inject
    public ImportsResource(OperatorDirectory operators, ProfileImports imports) {
        this.operators = operators;
        this.imports = imports;
    }

    /** Takes a file in, which is then worked off in the background. */
    @POST
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    public ImportReceived receive(
            @QueryParam("operator") long operator,
            @QueryParam("profileType") String profileType,
            @QueryParam("fileName") String fileName,
            @QueryParam("format") String format,
            InputStream content,
            @Context HttpServletRequest http) {
        OperatorId owner = Callers.operator(operators, operator).id();
        if (profileType == null || fileName == null || fileName.isEmpty() || fileName.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("profileType and fileName, 1 to 200 characters, are needed");
        }
        try {
            return new ImportReceived(
                    imports.receive(owner, profileType, fileName, format(format), content, Callers.actor(http)));
        } catch (BodyTooLargeException e) {
            throw new ClientErrorException(Response.Status.REQUEST_ENTITY_TOO_LARGE, e);
        } catch (IOException e) {
            throw new BadRequestException(e);
        }
    }

    /** A page of the imports, the latest first. */
    @GET
    public ImportPage list(
            @QueryParam("operator") Long operator,
            @QueryParam("after") Long after,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        return ImportPage.of(imports.list(
                Optional.ofNullable(operator).map(OperatorId::new), Pages.after(after), Pages.checked(limit)));
    }

    /** One import, and how far it is. */
    @GET
    @Path("{number}")
    public ImportView find(@PathParam("number") long number) {
        return imports.find(Optional.empty(), number).map(ImportView::of).orElseThrow(NotFoundException::new);
    }

    /** The lines of an import that did not make a profile, in their order. */
    @GET
    @Path("{number}/badLines")
    public List<BadLineView> badLines(
            @PathParam("number") long number,
            @QueryParam("after") Long after,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        find(number);
        return imports.badLines(Optional.empty(), number, Pages.after(after), Pages.checked(limit)).stream()
                .map(BadLineView::of)
                .toList();
    }

    private static ImportFormat format(String text) {
        return Arrays.stream(ImportFormat.values())
                .filter(format -> format.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("format is CSV or INPUT"));
    }
}
