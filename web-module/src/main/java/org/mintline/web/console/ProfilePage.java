package org.mintline.web.console;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.mintline.audit.AuditLine;
import org.mintline.audit.AuditSearch;
import org.mintline.rsp.status.FunctionException;
import org.mintline.smdpplus.ProfileCatalogue;
import org.mintline.smdpplus.ProfileCatalogue.Detail;
import org.mintline.smdpplus.profile.ProfileEvent;

/** One profile with its whole story, and what can be done with its order. */
@Named
@ViewScoped
public class ProfilePage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int AUDIT_LINES = 100;

    @Inject
    private ProfileCatalogue catalogue;

    @Inject
    private AuditSearch audit;

    @Inject
    private ConsoleUser user;

    @Inject
    private ConsoleOrders orders;

    private String iccid;
    private Detail detail;
    private List<AuditLine> auditLines;

    /** Whether a text can be looked up as an ICCID. */
    static boolean isIccid(String text) {
        return text.matches("[0-9]{18,20}|[0-9]{18,19}F");
    }

    /** Reads the profile; one of another operator is as unknown as one that does not exist. */
    public void load() throws IOException {
        Optional<Detail> found = Optional.ofNullable(iccid)
                .filter(ProfilePage::isIccid)
                .flatMap(number -> catalogue.find(user.operator(), number));
        if (found.isEmpty()) {
            FacesContext context = FacesContext.getCurrentInstance();
            context.getExternalContext().responseSendError(HttpServletResponse.SC_NOT_FOUND, null);
            context.responseComplete();
            return;
        }
        detail = found.get();
        AuditSearch.Query about =
                AuditSearch.Query.about("profile:" + detail.summary().iccid());
        auditLines = audit.find(user.operator().map(about::of).orElse(about), Optional.empty(), AUDIT_LINES);
    }

    /** Releases the profile for download. */
    public void release() throws IOException {
        try {
            orders.release(detail.summary().operator(), iccid);
            Messages.done("profile.released", iccid);
        } catch (FunctionException refusal) {
            Messages.refused(refusal);
        }
        load();
    }

    /** Cancels the order; the profile goes back into stock. */
    public void cancelToStock() throws IOException {
        cancel(true);
    }

    /** Cancels the order; the profile is never ordered again. */
    public void cancelForGood() throws IOException {
        cancel(false);
    }

    private void cancel(boolean backIntoStock) throws IOException {
        try {
            orders.cancel(
                    detail.summary().operator(),
                    iccid,
                    detail.summary().eid(),
                    detail.summary().matchingId(),
                    backIntoStock);
            Messages.done(backIntoStock ? "profile.cancelled" : "profile.cancelled-for-good", iccid);
        } catch (FunctionException refusal) {
            Messages.refused(refusal);
        }
        load();
    }

    /** The profile. */
    public Detail getDetail() {
        return detail;
    }

    /** Its lines of the audit trail, the newest first. */
    public List<AuditLine> getAuditLines() {
        return auditLines;
    }

    /** Whether the user may release it now. */
    public boolean isReleasable() {
        return allows(ProfileEvent.RELEASE);
    }

    /** Whether the user may cancel its order now, so that it goes back into stock. */
    public boolean isCancellable() {
        return allows(ProfileEvent.CANCEL_TO_AVAILABLE);
    }

    /** Whether the user may take it out of stock now. */
    public boolean isWithdrawable() {
        return allows(ProfileEvent.CANCEL_TO_UNAVAILABLE);
    }

    private boolean allows(ProfileEvent event) {
        return user.isAllowedToChange() && detail.summary().state().after(event).isPresent();
    }

    /** The key of the text that says why there is no activation code. */
    public String getTextWithoutCode() {
        return switch (detail.summary().state()) {
            case AVAILABLE -> "activation-code.not-ordered";
            case ALLOCATED, LINKED -> "activation-code.not-confirmed";
            case CONFIRMED, RELEASED, DOWNLOADED -> "activation-code.by-eid";
            default -> "activation-code.spent";
        };
    }

    /** An outcome or an end of an order, in words. */
    public String inWords(Optional<String> code) {
        return code.map(Reason::inWords).orElse("");
    }

    public String getIccid() {
        return iccid;
    }

    public void setIccid(String iccid) {
        this.iccid = iccid;
    }
}
