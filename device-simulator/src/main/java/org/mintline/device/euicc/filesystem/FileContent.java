package org.mintline.device.euicc.filesystem;

/** The bytes of an elementary file; linked files share one. */
public final class FileContent {
    private byte[] bytes;
    private boolean changed;

    /** @param bytes what the profile package puts in */
    public FileContent(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /** The size in bytes. */
    public int size() {
        return bytes.length;
    }

    /** A copy of a part. */
    public byte[] read(int offset, int length) {
        return java.util.Arrays.copyOfRange(bytes, offset, offset + length);
    }

    /** Writes over a part while the profile is being installed. */
    public void fill(int offset, byte[] data) {
        System.arraycopy(data, 0, bytes, offset, data.length);
    }

    /** Writes over a part in the profile's life. */
    public void update(int offset, byte[] data) {
        fill(offset, data);
        changed = true;
    }

    /** Puts other bytes in place of all, as after loading a stored state. */
    public void replace(byte[] all) {
        bytes = all.clone();
        changed = true;
    }

    /** Whether anything was written since the installation. */
    public boolean isChanged() {
        return changed;
    }
}
