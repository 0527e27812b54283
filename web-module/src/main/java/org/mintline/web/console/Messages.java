package org.mintline.web.console;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import org.mintline.rsp.status.FunctionException;
import org.mintline.rsp.status.StatusCode;

/** What a page tells after a click. */
final class Messages {
    private Messages() {}

    /** Something was done. */
    static void done(String key, Object... values) {
        show(FacesMessage.SEVERITY_INFO, Texts.of(key, values), "");
    }

    /** Something was not done. */
    static void refused(String key, Object... values) {
        show(FacesMessage.SEVERITY_ERROR, Texts.of(key, values), "");
    }

    /** A function of RSP refused; told in the words of the standard, with what was the matter in this case. */
    static void refused(FunctionException refusal) {
        show(FacesMessage.SEVERITY_ERROR, refusal.statusCode().meaning() + ".", detail(refusal));
    }

    /** What was the matter, with the codes of the standard. */
    static String detail(FunctionException refusal) {
        StatusCode code = refusal.statusCode();
        return Texts.of("refused.detail", refusal.getMessage(), code.subjectCode(), code.reasonCode());
    }

    private static void show(FacesMessage.Severity severity, String summary, String detail) {
        FacesContext context = FacesContext.getCurrentInstance();
        context.addMessage(null, new FacesMessage(severity, summary, detail));
        context.getExternalContext().getFlash().setKeepMessages(true);
    }
}
