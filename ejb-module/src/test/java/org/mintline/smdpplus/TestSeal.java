package org.mintline.smdpplus;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.mintline.keys.Seal;
import org.mintline.keys.SealBrokenException;
import org.mintline.tenancy.OperatorId;

/** A seal under one random key. */
final class TestSeal implements Seal {
    private static final int NONCE = 12;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;

    TestSeal() {
        byte[] octets = new byte[32];
        random.nextBytes(octets);
        key = new SecretKeySpec(octets, "AES");
    }

    @Override
    public byte[] seal(OperatorId operator, String context, byte[] secret) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, operator, context, nonce, secret);
        byte[] all = Arrays.copyOf(nonce, NONCE + sealed.length);
        System.arraycopy(sealed, 0, all, NONCE, sealed.length);
        return all;
    }

    @Override
    public byte[] open(OperatorId operator, String context, byte[] sealed) {
        byte[] nonce = Arrays.copyOf(sealed, NONCE);
        return run(Cipher.DECRYPT_MODE, operator, context, nonce, Arrays.copyOfRange(sealed, NONCE, sealed.length));
    }

    private byte[] run(int mode, OperatorId operator, String context, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(128, nonce));
            cipher.updateAAD((operator.value() + ":" + context).getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new SealBrokenException(context);
        }
    }
}
