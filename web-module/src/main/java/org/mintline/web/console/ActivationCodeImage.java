package org.mintline.web.console;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.mintline.smdpplus.ProfileCatalogue;

/** The activation code of one profile as a PNG image to keep. */
@WebServlet("/console/activation-code.png")
public class ActivationCodeImage extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int PIXELS_A_MODULE = 12;

    @Inject
    private transient ProfileCatalogue catalogue;

    @Inject
    private transient ConsoleUser user;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<ProfileCatalogue.Detail> profile = Optional.ofNullable(request.getParameter("iccid"))
                .filter(ProfilePage::isIccid)
                .flatMap(iccid -> catalogue.find(user.operator(), iccid))
                .filter(detail -> detail.activationCode().isPresent());
        if (profile.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("image/png");
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"" + profile.get().summary().iccid() + ".png\"");
        response.getOutputStream()
                .write(new QrCode(ActivationCodes.qrText(
                                profile.get().activationCode().get()))
                        .png(PIXELS_A_MODULE));
    }
}
