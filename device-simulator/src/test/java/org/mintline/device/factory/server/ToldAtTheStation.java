package org.mintline.device.factory.server;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.mintline.device.factory.protocol.InstallationReport;
import org.mintline.device.factory.station.Progress;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.station.AuthenticationEvidence;

/** What the person at the station reads. */
final class ToldAtTheStation implements Progress {
    final List<String> sentences = new CopyOnWriteArrayList<>();

    @Override
    public void authenticated(Eid eid, AuthenticationEvidence evidence) {
        sentences.add(eid + " authenticated");
    }

    @Override
    public void sent(Eid eid, int sent, int length) {
        sentences.add(eid + " has " + sent + " of " + length);
    }

    @Override
    public void committed(Eid eid) {
        sentences.add(eid + " keeps the image");
    }

    @Override
    public void reported(Eid eid, InstallationReport report) {
        sentences.add(eid + " " + report.detail());
    }

    @Override
    public void refused(String device, String sentence) {
        sentences.add(device + " is not served: " + sentence);
    }

    @Override
    public void told(String sentence) {
        sentences.add(sentence);
    }
}
