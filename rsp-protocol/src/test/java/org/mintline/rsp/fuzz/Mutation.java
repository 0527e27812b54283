package org.mintline.rsp.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Spoils good inputs in the ways that decoders stumble over. */
final class Mutation {
    private static final int[] TELLING = {0x00, 0x01, 0x1F, 0x30, 0x5F, 0x7F, 0x80, 0x81, 0x82, 0x84, 0xA0, 0xBF, 0xFF};

    private final SplittableRandom random;

    Mutation(SplittableRandom random) {
        this.random = random;
    }

    byte[] next(List<byte[]> seeds) {
        if (random.nextInt(10) == 0) {
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            return noise;
        }
        byte[] input = pick(seeds).clone();
        int times = 1 + random.nextInt(3);
        for (int i = 0; i < times; i++) {
            input = once(input, pick(seeds));
        }
        return input;
    }

    private byte[] once(byte[] input, byte[] other) {
        if (input.length == 0) {
            return other.clone();
        }
        int at = random.nextInt(input.length);
        int length = random.nextInt(Math.min(8, input.length - at) + 1);
        switch (random.nextInt(7)) {
            case 0:
                input[at] ^= (byte) (1 << random.nextInt(8));
                return input;
            case 1:
                input[at] = (byte) TELLING[random.nextInt(TELLING.length)];
                return input;
            case 2:
                input[at] += (byte) (random.nextInt(3) - 1);
                return input;
            case 3:
                return Arrays.copyOf(input, at);
            case 4:
                return join(Arrays.copyOf(input, at), Arrays.copyOfRange(input, at + length, input.length));
            case 5:
                return join(Arrays.copyOf(input, at + length), Arrays.copyOfRange(input, at, input.length));
            default:
                int from = random.nextInt(other.length + 1);
                return join(Arrays.copyOf(input, at), Arrays.copyOfRange(other, from, other.length));
        }
    }

    private byte[] pick(List<byte[]> seeds) {
        return seeds.get(random.nextInt(seeds.size()));
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }
}
