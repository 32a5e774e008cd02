package dev.tutti.kernel.magic;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URLConnection;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A text at an address of the web. */
record WebText(URI address) {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** More is no cell. */
    private static final int LIMIT_BYTES = 4 << 20;

    String read() throws MagicException {
        try {
            URLConnection connection = address.toURL().openConnection();
            connection.setConnectTimeout((int) PATIENCE.toMillis());
            connection.setReadTimeout((int) PATIENCE.toMillis());
            if (connection instanceof HttpURLConnection http && http.getResponseCode() != HttpURLConnection.HTTP_OK) {
                throw new MagicException(
                        "There is nothing to load at " + address + ": it answers " + http.getResponseCode() + ".");
            }
            try (InputStream body = connection.getInputStream()) {
                return text(body);
            }
        } catch (CharacterCodingException _) {
            throw new MagicException("What is at " + address + " is not text in UTF-8.");
        } catch (IOException | IllegalArgumentException e) {
            throw new MagicException(address + " cannot be read: " + reason(e));
        }
    }

    private String text(InputStream body) throws IOException, MagicException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] piece = new byte[1 << 16];
        for (int read = body.read(piece); read >= 0; read = body.read(piece)) {
            bytes.write(piece, 0, read);
            if (bytes.size() > LIMIT_BYTES) {
                throw new MagicException("What is at " + address + " has more than " + (LIMIT_BYTES >> 20)
                        + " MB, which is no cell. !curl -O takes it into a file.");
            }
        }
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes.toByteArray()))
                .toString()
                .replace("\r\n", "\n");
    }

    private String reason(Exception e) {
        return switch (e) {
            case UnknownHostException _ -> "there is no host " + address.getHost() + ".";
            case ConnectException _ -> "nobody answers there (" + e.getMessage() + ").";
            case SocketTimeoutException _ -> "no answer came within " + PATIENCE.toSeconds() + " s.";
            default -> e.getMessage() + ".";
        };
    }
}
