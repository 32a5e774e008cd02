package dev.tutti.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Texts of a server on this machine. */
final class WebTextTest {

    private final Map<String, byte[]> bodies = Map.of(
            "/cell.java", "int \u00fc = 1;\r\n\u00fc + 1".getBytes(StandardCharsets.UTF_8),
            "/picture", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff},
            "/large", new byte[5 << 20]);

    private ServerSocket server;

    @BeforeEach
    void serve() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try (Socket client = server.accept()) {
                    answer(client);
                } catch (IOException _) {
                    // closed, or the reader has seen enough
                }
            }
        });
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private void answer(Socket client) throws IOException {
        BufferedReader request =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        String path = request.readLine().split(" ")[1];
        for (String line = request.readLine(); !line.isEmpty(); line = request.readLine()) {
            continue;
        }
        byte[] body = bodies.getOrDefault(path, new byte[0]);
        String head = "HTTP/1.1 " + (bodies.containsKey(path) ? "200 OK" : "404 Not Found") + "\r\nContent-Length: "
                + body.length + "\r\nConnection: close\r\n\r\n";
        client.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
        client.getOutputStream().write(body);
        client.getOutputStream().flush();
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + server.getLocalPort() + path);
    }

    @Test
    void aTextIsReadWithPlainLineEnds() throws MagicException {
        assertThat(new WebText(at("/cell.java")).read()).isEqualTo("int \u00fc = 1;\n\u00fc + 1");
    }

    @Test
    void whatIsNotThereIsNamedWithTheServersAnswer() {
        assertThatThrownBy(() -> new WebText(at("/none")).read())
                .isInstanceOf(MagicException.class)
                .hasMessage("There is nothing to load at " + at("/none") + ": it answers 404.");
    }

    @Test
    void whatIsNoCellIsRefused() {
        assertThatThrownBy(() -> new WebText(at("/picture")).read()).hasMessageContaining("is not text in UTF-8");
        assertThatThrownBy(() -> new WebText(at("/large")).read()).hasMessageContaining("more than 4 MB");
    }

    @Test
    void aServerThatIsGoneIsTold() throws IOException {
        URI gone = at("/cell.java");
        server.close();
        assertThatThrownBy(() -> new WebText(gone).read()).hasMessageContaining("nobody answers there");
    }
}
