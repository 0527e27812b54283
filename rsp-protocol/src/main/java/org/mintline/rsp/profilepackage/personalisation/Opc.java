package org.mintline.rsp.profilepackage.personalisation;

import org.mintline.rsp.crypto.Aes128;

/** OPc of Milenage (TS 35.206, clause 4.1): the operator's constant, bound to one subscriber's key. */
public final class Opc {
    private Opc() {}

    /**
     * OPc = E_Ki(OP) xor OP.
     *
     * @param ki the subscriber's key, 16 bytes
     * @param op the operator variant algorithm configuration field, 16 bytes
     * @return OPc, 16 bytes
     * @throws PersonalisationException if a length is another
     */
    public static byte[] of(byte[] ki, byte[] op) {
        if (ki.length != 16 || op.length != 16) {
            throw new PersonalisationException("Ki and OP have 16 bytes each");
        }
        byte[] opc = new Aes128(ki).encryptBlock(op);
        for (int i = 0; i < opc.length; i++) {
            opc[i] ^= op[i];
        }
        return opc;
    }
}
