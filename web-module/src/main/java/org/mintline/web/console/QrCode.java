package org.mintline.web.console;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;

/** The QR code of an activation code (SGP.22 v2.5, clause 4.1.2; ISO/IEC 18004), with error correction level M. */
final class QrCode {
    private static final int QUIET_ZONE = 4;
    private static final int WHITE = 0xFFFFFF;

    private final BitMatrix modules;

    /** @param text with its prefix {@code LPA:}, at most 259 characters */
    QrCode(String text) {
        try {
            modules = new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M,
                                    EncodeHintType.MARGIN,
                                    QUIET_ZONE));
        } catch (WriterException e) {
            throw new IllegalArgumentException("no QR code takes this text", e);
        }
    }

    /**
     * An SVG image that fits its box.
     *
     * @param title what it is, for those who don't see it; plain text without markup
     */
    String svg(String title) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                int from = x;
                while (x < modules.getWidth() && modules.get(x, y)) {
                    x++;
                }
                if (x > from) {
                    int length = x - from;
                    path.append("M%d %dh%dv1h-%dz".formatted(from, y, length, length));
                }
            }
        }
        return """
                <svg class="qr" viewBox="0 0 %d %d" role="img" aria-label="%s" shape-rendering="crispEdges">\
                <path fill="#fff" d="M0 0h%1$dv%2$dH0z"/><path d="%4$s"/></svg>""".formatted(modules.getWidth(), modules.getHeight(), title, path);
    }

    /**
     * A PNG image.
     *
     * @param pixels a module's side
     */
    byte[] png(int pixels) {
        int width = modules.getWidth() * pixels;
        int height = modules.getHeight() * pixels;
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, modules.get(x / pixels, y / pixels) ? 0 : WHITE);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
