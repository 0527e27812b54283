package org.mintline.web.console;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.mintline.web.rest.Incident;

/**
 * What a browser shows when a page is not there, not allowed or failed: a sentence that says what to do, and for a failure the number
 * of its log entry. Made without Faces, since Faces may be what failed.
 */
@WebServlet("/error")
public class ErrorPage extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="UTF-8"/><title>%1$s · %4$s</title>
            <link rel="stylesheet" href="%5$s/jakarta.faces.resource/console.css.xhtml?ln=mintline"/></head>
            <body class="sign-in"><main class="panel"><h1>%1$s</h1><p>%2$s</p><p class="soft">%3$s</p>
            <p><a href="%5$s/console/dashboard.xhtml">%6$s</a></p></main></body>
            </html>
            """;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int code = status instanceof Integer number ? number : HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
        String kind =
                switch (code) {
                    case HttpServletResponse.SC_FORBIDDEN -> "error.forbidden";
                    case HttpServletResponse.SC_NOT_FOUND -> "error.not-found";
                    default -> code < 500 ? "error.refused" : "error.failed";
                };
        String page = PAGE.formatted(
                Texts.of(kind),
                Texts.of(kind + ".what-to-do"),
                code < 500 ? "" : incident(request),
                Texts.of("product"),
                request.getContextPath(),
                Texts.of("error.home"));
        response.setStatus(code);
        response.setContentType("text/html;charset=UTF-8");
        response.getOutputStream().write(page.getBytes(StandardCharsets.UTF_8));
    }

    private static String incident(HttpServletRequest request) {
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable error) {
            return Incident.log(String.valueOf(path), error).message();
        }
        String given = request.getQueryString();
        return given != null && given.matches("[0-9a-f]{8}") ? new Incident(given).message() : "";
    }
}
