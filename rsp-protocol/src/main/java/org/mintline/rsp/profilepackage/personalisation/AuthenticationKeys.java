package org.mintline.rsp.profilepackage.personalisation;

/** The secrets of the authentication algorithm of one subscriber. */
public sealed interface AuthenticationKeys {

    /** The value of algorithmID. */
    int algorithmId();

    /** The name of the mandatory service that the algorithm needs. */
    String service();

    /** The subscriber's key. */
    byte[] key();

    /** The operator's variant constant as derived with the key: OPc or TOPc. */
    byte[] operatorConstant();

    /**
     * Milenage (TS 35.206).
     *
     * @param ki the subscriber's key, 16 bytes
     * @param opc OPc, 16 bytes
     */
    record Milenage(byte[] ki, byte[] opc) implements AuthenticationKeys {
        /** Refuses other lengths. */
        public Milenage {
            requireLength("Ki", ki, 16);
            requireLength("OPc", opc, 16);
        }

        @Override
        public int algorithmId() {
            return 1;
        }

        @Override
        public String service() {
            return "milenage";
        }

        @Override
        public byte[] key() {
            return ki;
        }

        @Override
        public byte[] operatorConstant() {
            return opc;
        }

        @Override
        public String toString() {
            return "Milenage keys";
        }
    }

    /**
     * TUAK (TS 35.231).
     *
     * @param k the subscriber's key, 16 or 32 bytes
     * @param topc TOPc, 32 bytes
     * @param numberOfKeccak iterations of Keccak-f[1600], 1 to 255
     */
    record Tuak(byte[] k, byte[] topc, int numberOfKeccak) implements AuthenticationKeys {
        /** Refuses other lengths. */
        public Tuak {
            if (k.length != 32) {
                requireLength("K", k, 16);
            }
            requireLength("TOPc", topc, 32);
            if (numberOfKeccak < 1 || numberOfKeccak > 255) {
                throw new PersonalisationException("the number of iterations of Keccak is not 1 to 255");
            }
        }

        @Override
        public int algorithmId() {
            return 2;
        }

        @Override
        public String service() {
            return k.length == 32 ? "tuak256" : "tuak128";
        }

        @Override
        public byte[] key() {
            return k;
        }

        @Override
        public byte[] operatorConstant() {
            return topc;
        }

        @Override
        public String toString() {
            return "TUAK keys";
        }
    }

    private static void requireLength(String name, byte[] value, int length) {
        if (value.length != length) {
            throw new PersonalisationException(name + " has " + value.length + " bytes, not " + length);
        }
    }
}
