package org.mintline.device.factory.command;

import java.io.PrintWriter;
import org.mintline.device.factory.protocol.InstallationReport;
import org.mintline.device.factory.protocol.Instruction;
import org.mintline.device.factory.station.Progress;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.station.AuthenticationEvidence;

/** Tells the person at the station, a line an event; of a transfer each tenth. */
final class ConsoleProgress implements Progress {
    private static final int STEPS = 10;

    private final PrintWriter out;

    ConsoleProgress(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void authenticated(Eid eid, AuthenticationEvidence evidence) {
        line(eid.digits() + " authenticated");
    }

    @Override
    public void sent(Eid eid, int sent, int length) {
        int chunk = Instruction.CHUNK;
        long before = (long) Math.max(0, sent - chunk) * STEPS / length;
        long now = (long) sent * STEPS / length;
        if (now != before) {
            line(eid.digits() + " has " + sent + " of " + length + " bytes");
        }
    }

    @Override
    public void committed(Eid eid) {
        line(eid.digits() + " keeps the image");
    }

    @Override
    public void reported(Eid eid, InstallationReport report) {
        line(eid.digits() + " "
                + report.iccid()
                        .map(iccid -> "profile " + iccid.digits() + ": ")
                        .orElse("") + report.detail());
    }

    @Override
    public void refused(String device, String sentence) {
        line(device + " is not served: " + sentence);
    }

    @Override
    public void told(String sentence) {
        line(sentence);
    }

    private synchronized void line(String text) {
        out.println(text);
        out.flush();
    }
}
