package org.mintline.device.euicc.isdr;

import java.util.Arrays;
import org.mintline.rsp.data.BppCommandId;
import org.mintline.rsp.data.ErrorReason;
import org.mintline.rsp.es8plus.BoundProfilePackage;
import org.mintline.rsp.es8plus.InitialiseSecureChannelRequest;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.DecodeLimits;
import org.mintline.rsp.tlv.Tlv;

/** Keeps the pieces of a bound profile package in the order of the standard, and counts the bytes (SGP.22 v2.5, clause 2.5.5). */
final class PackagePieces {
    private static final int FIRST_SEQUENCE_OF_87 = 0xA0;
    private static final int SEQUENCE_OF_88 = 0xA1;
    private static final int SECOND_SEQUENCE_OF_87 = 0xA2;
    private static final int SEQUENCE_OF_86 = 0xA3;

    private final byte[] first;
    private int remainingOfPackage;
    private int remainingOfSequence;
    private Kind expected = Kind.CONFIGURE_ISDP;
    private BppCommandId command = BppCommandId.INITIALISE_SECURE_CHANNEL;

    /** What a piece is. */
    enum Kind {
        CONFIGURE_ISDP,
        METADATA,
        REPLACE_SESSION_KEYS,
        PROFILE_ELEMENTS,
        HEADER
    }

    /**
     * One piece in its place.
     *
     * @param kind what it is
     * @param command the command it belongs to
     * @param bytes the piece
     * @param isLastOfSequence whether it is the last of its sequence
     */
    record Piece(Kind kind, BppCommandId command, byte[] bytes, boolean isLastOfSequence) {
        Tlv element() {
            return Tlv.decode(bytes, DecodeLimits.PACKAGE);
        }
    }

    PackagePieces(byte[] first) {
        this.first = first;
    }

    static boolean isFirst(byte[] piece) {
        return piece.length > 3 && (piece[0] & 0xFF) == 0xBF && piece[1] == 0x36;
    }

    /** The command of the latest piece. */
    BppCommandId command() {
        return command;
    }

    /** Whether the package is whole. */
    boolean isComplete() {
        return remainingOfPackage == 0 && expected == Kind.PROFILE_ELEMENTS;
    }

    InitialiseSecureChannelRequest initialiseSecureChannel() {
        Header header = header(first, BoundProfilePackage.TAG);
        byte[] request = Arrays.copyOfRange(first, header.size(), first.length);
        remainingOfPackage = header.length() - request.length;
        return InitialiseSecureChannelRequest.decode(Tlv.decode(request, DecodeLimits.MESSAGE)
                .expect(InitialiseSecureChannelRequest.TAG, "initialiseSecureChannelRequest"));
    }

    Piece next(byte[] piece) {
        remainingOfPackage -= piece.length;
        if (remainingOfPackage < 0 || piece.length == 0) {
            throw outOfOrder();
        }
        if (remainingOfSequence > 0) {
            return segment(piece);
        }
        return switch (piece[0] & 0xFF) {
            case FIRST_SEQUENCE_OF_87 -> whole(piece, Kind.CONFIGURE_ISDP, Kind.METADATA, BppCommandId.CONFIGURE_ISDP);
            case SEQUENCE_OF_88 -> begin(piece, SEQUENCE_OF_88, Kind.METADATA, BppCommandId.STORE_METADATA);
            case SECOND_SEQUENCE_OF_87 ->
                whole(piece, Kind.REPLACE_SESSION_KEYS, Kind.PROFILE_ELEMENTS, BppCommandId.REPLACE_SESSION_KEYS);
            case SEQUENCE_OF_86 ->
                begin(piece, SEQUENCE_OF_86, Kind.PROFILE_ELEMENTS, BppCommandId.LOAD_PROFILE_ELEMENTS);
            default -> throw outOfOrder();
        };
    }

    private Piece segment(byte[] piece) {
        remainingOfSequence -= piece.length;
        if (remainingOfSequence < 0) {
            throw outOfOrder();
        }
        boolean last = remainingOfSequence == 0;
        Kind kind = expected;
        if (last && kind == Kind.METADATA) {
            expected = Kind.REPLACE_SESSION_KEYS;
        }
        return new Piece(kind, command, piece, last);
    }

    private Piece whole(byte[] piece, Kind kind, Kind following, BppCommandId ofCommand) {
        command = ofCommand;
        if (expected != kind) {
            throw outOfOrder();
        }
        expected = following;
        return new Piece(kind, ofCommand, piece, true);
    }

    private Piece begin(byte[] piece, int tag, Kind kind, BppCommandId ofCommand) {
        command = ofCommand;
        boolean keysNotReplaced = expected == Kind.REPLACE_SESSION_KEYS && kind == Kind.PROFILE_ELEMENTS;
        if (expected != kind && !keysNotReplaced) {
            throw outOfOrder();
        }
        Header header = header(piece, tag);
        if (header.size() != piece.length || header.length() == 0) {
            throw outOfOrder();
        }
        remainingOfSequence = header.length();
        expected = kind;
        return new Piece(Kind.HEADER, ofCommand, piece, false);
    }

    private record Header(int size, int length) {}

    /** Reads a tag and a length whose value is not there. */
    private static Header header(byte[] bytes, int tag) {
        int position = tag > 0xFF ? 2 : 1;
        int actual = tag > 0xFF ? (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF : bytes[0] & 0xFF;
        if (actual != tag || position >= bytes.length) {
            throw new DecodeException("bound profile package", 0, "has a piece out of order");
        }
        int first = bytes[position++] & 0xFF;
        int count = first < 0x80 ? 0 : first & 0x7F;
        if (count > 3 || first == 0x80 || position + count > bytes.length) {
            throw new DecodeException("bound profile package", 0, "has a length out of range");
        }
        int length = count == 0 ? first : 0;
        for (int i = 0; i < count; i++) {
            length = length << 8 | bytes[position++] & 0xFF;
        }
        return new Header(position, length);
    }

    private InstallationFailedException outOfOrder() {
        return new InstallationFailedException(command, ErrorReason.SCP03T_STRUCTURE_ERROR);
    }
}
