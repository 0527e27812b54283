package org.mintline.device.demo.factory;

import org.mintline.device.demo.Narrator;
import org.mintline.device.factory.protocol.InstallationReport;
import org.mintline.device.factory.station.Progress;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.station.AuthenticationEvidence;

/** Takes the power from one device when half of its image is there, once; and remembers what the station was told of it. */
final class PowerCut implements Progress {
    private final DemoDevice victim;
    private final Narrator narrator;
    private boolean armed;
    private boolean struck;
    private int sent;
    private int length;
    private int resumedAt;
    private String refusal = "";

    /** @param victim which device */
    PowerCut(DemoDevice victim, Narrator narrator) {
        this.victim = victim;
        this.narrator = narrator;
    }

    /** From now on it waits for its moment. */
    synchronized void arm() {
        armed = true;
    }

    /** How many bytes the device had when it struck. */
    synchronized int sent() {
        return sent;
    }

    /** The length of the image, in bytes. */
    synchronized int length() {
        return length;
    }

    /** How many bytes the device had when the transfer went on, behind the first chunk that came then. */
    synchronized int resumedAt() {
        return resumedAt;
    }

    /** Why a device was not served the last time. */
    synchronized String refusal() {
        return refusal;
    }

    @Override
    public void authenticated(Eid eid, AuthenticationEvidence evidence) {
        narrator.value("authenticated", eid + ", by " + evidence.manner());
    }

    @Override
    public synchronized void sent(Eid eid, int bytes, int whole) {
        if (!eid.equals(victim.eid())) {
            return;
        }
        if (armed && bytes > whole / 2) {
            armed = false;
            struck = true;
            sent = bytes;
            length = whole;
            victim.cutPower();
        } else if (struck && resumedAt == 0) {
            resumedAt = bytes;
        }
    }

    @Override
    public void committed(Eid eid) {
        narrator.value("keeps its image", eid);
    }

    @Override
    public void reported(Eid eid, InstallationReport report) {
        narrator.value("reports", eid + ": " + report.detail());
    }

    @Override
    public void told(String sentence) {
        narrator.value("told", sentence);
    }

    @Override
    public synchronized void refused(String device, String sentence) {
        refusal = sentence;
    }
}
