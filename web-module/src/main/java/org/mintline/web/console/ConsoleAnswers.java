package org.mintline.web.console;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * What holds for every page of the console: no cache keeps it, and a click of a page whose session ended leads to the sign-in page
 * although the browser's script expects a part of a page (Jakarta Faces 4.0, clause 13.4).
 */
@WebFilter(
        urlPatterns = {"/console/*", "/sign-in.xhtml"},
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.FORWARD})
public class ConsoleAnswers extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String REDIRECT =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\"%s/console/dashboard.xhtml\"/></partial-response>";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("Cache-Control", "no-store");
        boolean sessionEnded = request.getDispatcherType() == DispatcherType.FORWARD
                && request.getServletPath().equals("/sign-in.xhtml")
                && "partial/ajax".equals(request.getHeader("Faces-Request"));
        if (sessionEnded) {
            response.setContentType("text/xml;charset=UTF-8");
            response.getWriter().write(REDIRECT.formatted(request.getContextPath()));
            return;
        }
        chain.doFilter(request, response);
    }
}
