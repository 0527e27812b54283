package org.mintline.web.rest.es9plus;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.mintline.rsp.es9plus.RemoteProfileProvisioningResponse;

/** Writes the answers of the ASN.1 binding, with their Content-Length. */
@Provider
@Produces(Asn1Resource.MEDIA_TYPE)
@ApplicationScoped
public class Asn1Bodies implements MessageBodyWriter<RemoteProfileProvisioningResponse> {
    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return RemoteProfileProvisioningResponse.class.isAssignableFrom(type);
    }

    @Override
    public void writeTo(
            RemoteProfileProvisioningResponse response,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream entity)
            throws IOException {
        byte[] body = response.body();
        headers.putSingle(HttpHeaders.CONTENT_LENGTH, body.length);
        entity.write(body);
    }
}
