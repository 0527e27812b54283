package org.mintline.web.console;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.FacesConverter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Times as they are shown: UTC to the second, with the zone; nothing for an absent one. Times are never read from text. */
@FacesConverter("instant")
public class InstantConverter implements Converter<Object> {
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    @Override
    public Object getAsObject(FacesContext context, UIComponent component, String text) {
        throw new UnsupportedOperationException("times are shown only");
    }

    @Override
    public String getAsString(FacesContext context, UIComponent component, Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(present -> getAsString(context, component, present))
                    .orElse("");
        }
        return value instanceof Instant instant ? FORM.format(instant) : "";
    }
}
