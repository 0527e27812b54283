package org.mintline.faults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;

/** Good content, spoilt in every way that a decoder may stumble over. */
final class Malformed {
    private static final int LEVELS = 10_000;
    private static final int TWO_MEBIBYTES = 2 * 1024 * 1024;

    private Malformed() {}

    /** Bodies that are no JSON of the function, from a good one. */
    static Map<String, byte[]> json(ObjectNode good, String member) {
        byte[] whole = utf8(good.toString());
        String inside = good.toString().substring(1);
        Map<String, byte[]> bad = new LinkedHashMap<>();
        bad.put("a truncated body", Arrays.copyOf(whole, whole.length / 2));
        bad.put("an empty body", new byte[0]);
        bad.put("an array", utf8("[" + good + "]"));
        bad.put("null", utf8("null"));
        bad.put("a text", utf8("\"" + member + "\""));
        bad.put("two bodies", utf8(good + "" + good));
        bad.put("a number for " + member, utf8(good.deepCopy().put(member, 1).toString()));
        bad.put("null for " + member, utf8(good.deepCopy().putNull(member).toString()));
        bad.put("an object for " + member, utf8("{\"" + member + "\":{}," + without(good, member)));
        bad.put(member + " twice", utf8("{\"" + member + "\":" + good.get(member) + "," + inside));
        bad.put("deep nesting", utf8("{\"x\":" + "[".repeat(LEVELS) + "]".repeat(LEVELS) + "," + inside));
        bad.put(
                "invalid UTF-8",
                Wire.joined(new byte[] {'{', '"', 'x', '"', ':', '"', (byte) 0xC3, 0x28, '"', ','}, utf8(inside)));
        bad.put("a byte order mark of UTF-16", good.toString().getBytes(StandardCharsets.UTF_16));
        bad.put(
                "XML",
                utf8("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]><x>&y;</x>"));
        return bad;
    }

    /** The same for a member that holds octets. */
    static Map<String, byte[]> octets(ObjectNode good, String member) {
        byte[] content = Base64.getDecoder().decode(good.get(member).asText());
        Map<String, byte[]> bad = new LinkedHashMap<>();
        bad.put("no base64", utf8(good.deepCopy().put(member, "%%%%").toString()));
        bad.put("half a base64 group", utf8(good.deepCopy().put(member, "AAAAA").toString()));
        bad.put("no octets", utf8(good.deepCopy().put(member, "").toString()));
        der(content)
                .forEach((name, octets) ->
                        bad.put(name, utf8(good.deepCopy().put(member, octets).toString())));
        return bad;
    }

    /** Data objects that are none, from a good one. */
    static Map<String, byte[]> der(byte[] good) {
        Tlv tlv = Tlv.decode(good, DecodeLimits.MESSAGE);
        int tagBytes = tlv.tag() > 0xFF ? 2 : 1;
        byte[] tag = Arrays.copyOf(good, tagBytes);
        Map<String, byte[]> bad = new LinkedHashMap<>();
        bad.put("a truncated data object", Arrays.copyOf(good, good.length - 1));
        bad.put("a data object with more behind it", Arrays.copyOf(good, good.length + 1));
        bad.put("a length of 2 GiB", Wire.joined(tag, new byte[] {(byte) 0x84, 0x7F, -1, -1, -1, 0}));
        bad.put("a length of 127 bytes", Wire.joined(tag, new byte[] {(byte) 0xFF, 1, 1, 1}));
        bad.put("an indefinite length", Wire.joined(Wire.joined(tag, new byte[] {(byte) 0x80}), new byte[2]));
        bad.put("an endless tag", filled(200, (byte) 0xFF));
        bad.put("data objects nested 500 times", nested(tag, 500));
        bad.put("an empty data object", Wire.joined(tag, new byte[1]));
        bad.put(
                "another tag",
                Wire.joined(new byte[] {(byte) 0xBF, 0x7F}, Arrays.copyOfRange(good, tagBytes, good.length)));
        return bad;
    }

    /** A body of 2 MiB. */
    static byte[] huge() {
        return filled(TWO_MEBIBYTES, (byte) ' ');
    }

    /** One bit of the value is another. */
    static byte[] flipped(byte[] value) {
        byte[] other = value.clone();
        other[value.length / 2] ^= 1;
        return other;
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String without(ObjectNode good, String member) {
        ObjectNode rest = good.deepCopy();
        rest.remove(member);
        rest.put("more", true);
        return rest.toString().substring(1);
    }

    private static byte[] nested(byte[] tag, int levels) {
        byte[] content = new byte[0];
        for (int level = 0; level < levels; level++) {
            content = Tlv.encode(0x30, content);
        }
        return Wire.joined(tag, Arrays.copyOfRange(Tlv.encode(0x30, content), 1, Tlv.encode(0x30, content).length));
    }

    private static byte[] filled(int length, byte with) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, with);
        return bytes;
    }
}
