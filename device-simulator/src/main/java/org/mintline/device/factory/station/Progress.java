package org.mintline.device.factory.station;

import org.mintline.device.factory.protocol.InstallationReport;
import org.mintline.rsp.identification.Eid;
import org.mintline.rsp.station.AuthenticationEvidence;

/** Is told what happens to the devices of a station, from several threads. */
public interface Progress {
    /**
     * A device was authenticated; the image that waits for it is looked for next.
     *
     * @param evidence by what
     */
    void authenticated(Eid eid, AuthenticationEvidence evidence);

    /**
     * A part of an image is at the device.
     *
     * @param sent how many bytes it has
     * @param length of the whole image, in bytes
     */
    void sent(Eid eid, int sent, int length);

    /** The device keeps the image, and installs it when it boots. */
    void committed(Eid eid);

    /** A report was collected. */
    void reported(Eid eid, InstallationReport report);

    /** A device is not served, or no longer; says why in plain words. */
    void refused(String device, String sentence);

    /** Something that concerns no one device, in plain words. */
    void told(String sentence);

    /** Tells nobody. */
    Progress NONE = new Progress() {
        @Override
        public void authenticated(Eid eid, AuthenticationEvidence evidence) {}

        @Override
        public void sent(Eid eid, int sent, int length) {}

        @Override
        public void committed(Eid eid) {}

        @Override
        public void reported(Eid eid, InstallationReport report) {}

        @Override
        public void refused(String device, String sentence) {}

        @Override
        public void told(String sentence) {}
    };
}
