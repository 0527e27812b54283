package org.mintline.line;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.mintline.rsp.crypto.AesCmac;
import org.mintline.rsp.crypto.CounterModeKeyDerivation;
import org.mintline.rsp.scp03.KeySet;

/**
 * The pre-defined key set of a line as one end uses it (PSS-3). Each direction has keys of its own, derived from the key set and the end
 * that sends, so that nothing that one end said proves anything when it is sent back.
 *
 * @param outgoing keys by which this end, as the host, proves itself where it sends to
 * @param incoming keys by which the other end does so here
 */
public record LineKeys(KeySet outgoing, KeySet incoming) {
    private static final byte[] MESSAGE = "Mintline line message ".getBytes(StandardCharsets.US_ASCII);
    private static final int KEYS = 3;

    /** How a key set is written down: {@code VERSION:END:KEYS}. */
    static final String FORM =
            "VERSION:END:KEYS, where END is A or B, and KEYS are the 48 bytes of ENC, MAC and DEK in hexadecimal";

    /**
     * Reads a key set.
     *
     * @param text {@code 1:A:00112233...}: the version, 1 to 127; which end this is, A or B, the other end's being the other one; 96
     *     hexadecimal digits
     * @param line its name, for which the keys are diversified
     * @throws IllegalArgumentException if it is something else; the message says nothing of the keys
     */
    public static LineKeys parse(char[] text, String line) {
        String[] parts = new String(text).strip().split(":", -1);
        if (parts.length != 3
                || !parts[0].matches("[0-9]{1,3}")
                || !parts[1].matches("[AB]")
                || !parts[2].matches("[0-9A-Fa-f]{96}")) {
            throw new IllegalArgumentException("the key set of line " + line + " is not of the form " + FORM);
        }
        byte[] keys = HexFormat.of().parseHex(parts[2]);
        KeySet master = new KeySet(Integer.parseInt(parts[0]), key(keys, 0), key(keys, 1), key(keys, 2));
        String other = parts[1].equals("A") ? "B" : "A";
        LineKeys result = new LineKeys(
                master.diversifiedFor(identifier(parts[1], line)), master.diversifiedFor(identifier(other, line)));
        Arrays.fill(keys, (byte) 0);
        return result;
    }

    private static byte[] key(byte[] keys, int index) {
        return Arrays.copyOfRange(keys, index * keys.length / KEYS, (index + 1) * keys.length / KEYS);
    }

    private static byte[] identifier(String end, String line) {
        return (end + "/" + line).getBytes(StandardCharsets.US_ASCII);
    }

    /** What authenticates a message that this end sends: AES-CMAC over line, kind, identifier and content, 16 bytes. */
    public byte[] mac(String line, LineMessage message) {
        return mac(outgoing, line, message.kind().name(), message.identifier(), message.content());
    }

    /** Whether the other end authenticated a message so; compared in constant time. */
    public boolean verifies(IncomingMessage message, byte[] mac) {
        return message.content()
                .filter(content -> MessageDigest.isEqual(
                        mac(incoming, message.line(), message.kind(), message.identifier(), content), mac))
                .isPresent();
    }

    private static byte[] mac(KeySet keys, String line, String kind, String identifier, byte[] content) {
        byte[] key = CounterModeKeyDerivation.derive(keys.mac(), MESSAGE, new byte[0], KeySet.KEY_LENGTH);
        return new AesCmac(key).mac(header(line, kind, identifier), content, content.length);
    }

    /** Each text with its length in two bytes before it. */
    private static byte[] header(String... texts) {
        byte[][] encoded = new byte[texts.length][];
        int length = 0;
        for (int i = 0; i < texts.length; i++) {
            encoded[i] = texts[i].getBytes(StandardCharsets.UTF_8);
            length += Short.BYTES + encoded[i].length;
        }
        ByteBuffer header = ByteBuffer.allocate(length);
        for (byte[] text : encoded) {
            header.putShort((short) text.length).put(text);
        }
        return header.array();
    }

    /** Says nothing of the keys. */
    @Override
    public String toString() {
        return "LineKeys[hidden]";
    }
}
