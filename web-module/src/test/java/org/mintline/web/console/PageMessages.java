package org.mintline.web.console;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.ExternalContextWrapper;
import jakarta.faces.context.FacesContextWrapper;
import jakarta.faces.context.Flash;
import jakarta.faces.context.FlashWrapper;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** What a page tells its user, without a server: stands in for the request at work until it is closed. */
final class PageMessages implements AutoCloseable {
    private final List<String> told = new ArrayList<>();
    private OptionalInt error = OptionalInt.empty();

    PageMessages() {
        new Request().begin();
    }

    /** The messages since the last look, each with its severity. */
    List<String> told() {
        List<String> since = List.copyOf(told);
        told.clear();
        return since;
    }

    /** The HTTP status by which the page was refused. */
    OptionalInt error() {
        return error;
    }

    @Override
    public void close() {
        Request.end();
    }

    private final class Request extends FacesContextWrapper {
        Request() {
            super(null);
        }

        void begin() {
            setCurrentInstance(this);
        }

        static void end() {
            setCurrentInstance(null);
        }

        @Override
        public void addMessage(String component, FacesMessage message) {
            told.add(message.getSeverity() + ": " + message.getSummary());
        }

        @Override
        public ExternalContext getExternalContext() {
            return new Answer();
        }

        @Override
        public void responseComplete() {
            // nothing is rendered here
        }
    }

    private final class Answer extends ExternalContextWrapper {
        Answer() {
            super(null);
        }

        @Override
        public Flash getFlash() {
            return new NextRequest();
        }

        @Override
        public void responseSendError(int status, String message) {
            error = OptionalInt.of(status);
        }
    }

    private static final class NextRequest extends FlashWrapper {
        NextRequest() {
            super(null);
        }

        @Override
        public void setKeepMessages(boolean keep) {
            // there is no next request
        }
    }
}
