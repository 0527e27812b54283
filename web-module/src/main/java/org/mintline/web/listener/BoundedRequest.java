package org.mintline.web.listener;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;

/** A request whose body ends with {@link BodyTooLargeException} where it goes past a limit, or at once if it says that it will. */
final class BoundedRequest extends HttpServletRequestWrapper {
    private final long maximum;

    /** @param maximum the longest body in bytes */
    BoundedRequest(HttpServletRequest request, long maximum) {
        super(request);
        this.maximum = maximum;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return new Bounded(super.getInputStream(), maximum, getContentLengthLong());
    }

    private static final class Bounded extends ServletInputStream {
        private final ServletInputStream body;
        private final long maximum;
        private final long announced;
        private long taken;

        Bounded(ServletInputStream body, long maximum, long announced) {
            this.body = body;
            this.maximum = maximum;
            this.announced = announced;
        }

        @Override
        public int read() throws IOException {
            count(0);
            int next = body.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            count(0);
            int count = body.read(buffer, offset, length);
            count(Math.max(count, 0));
            return count;
        }

        private void count(int bytes) throws BodyTooLargeException {
            taken += bytes;
            if (taken > maximum || announced > maximum) {
                throw new BodyTooLargeException(maximum);
            }
        }

        @Override
        public int available() throws IOException {
            return body.available();
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
