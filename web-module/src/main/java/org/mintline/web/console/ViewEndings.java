package org.mintline.web.console;

import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import org.mintline.web.rest.Incident;

/**
 * What becomes of a request that Faces cannot finish. One without the view state of this session (a page left open too long, or a form
 * that another site sent) changes nothing and leads back to the page, afresh; all else leads to the error page.
 */
public class ViewEndings extends ExceptionHandlerFactory {
    /** @param wrapped the factory before this one */
    public ViewEndings(ExceptionHandlerFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
        return new Handler(getWrapped().getExceptionHandler());
    }

    private static final class Handler extends ExceptionHandlerWrapper {
        private Handler(ExceptionHandler wrapped) {
            super(wrapped);
        }

        @Override
        public void handle() {
            Iterator<ExceptionQueuedEvent> events =
                    getUnhandledExceptionQueuedEvents().iterator();
            while (events.hasNext()) {
                if (answered(events.next().getContext().getException())) {
                    events.remove();
                }
            }
            getWrapped().handle();
        }

        private boolean answered(Throwable thrown) {
            FacesContext context = FacesContext.getCurrentInstance();
            Throwable root = getRootCause(thrown);
            Throwable error = root == null ? thrown : root;
            if (error instanceof ViewExpiredException) {
                lead(context, requestedPage(context));
            } else if (error instanceof NotAllowedException) {
                refuse(context);
            } else if (context.getPartialViewContext().isAjaxRequest()) {
                lead(
                        context,
                        "/error?" + Incident.log(requestedPage(context), error).number());
            } else {
                return false;
            }
            return true;
        }

        private static void refuse(FacesContext context) {
            try {
                context.getExternalContext().responseSendError(HttpServletResponse.SC_FORBIDDEN, null);
                context.responseComplete();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static String requestedPage(FacesContext context) {
            return context.getExternalContext().getRequestServletPath();
        }

        private static void lead(FacesContext context, String page) {
            try {
                ExternalContext external = context.getExternalContext();
                external.redirect(external.getRequestContextPath() + page);
                context.responseComplete();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
