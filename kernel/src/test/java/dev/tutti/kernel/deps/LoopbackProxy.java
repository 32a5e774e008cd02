package dev.tutti.kernel.deps;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An HTTP proxy that asks for a password and has all that it is asked for in a folder. */
final class LoopbackProxy implements AutoCloseable {

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Path folder;

    LoopbackProxy(Path folder) throws IOException {
        this.folder = folder;
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** The addresses that it was asked for with a password. */
    List<String> asked() {
        return asked;
    }

    private void accept() {
        while (true) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> answer(socket));
            } catch (IOException _) {
                return; // closed
            }
        }
    }

    /** One answer for each connection. */
    private void answer(Socket socket) {
        try (socket) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            String address = in.readLine().split(" ")[1];
            boolean known = false;
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                known |= line.startsWith("Proxy-Authorization: Basic ");
            }
            Path file = folder.resolve(URI.create(address).getPath().substring(1));
            if (!known) {
                write(socket, "407 Who are you", "Proxy-Authenticate: Basic realm=\"proxy\"\r\n", new byte[0]);
            } else if (Files.isRegularFile(file)) {
                asked.add(address);
                write(socket, "200 OK", "", Files.readAllBytes(file));
            } else {
                asked.add(address);
                write(socket, "404 Not Found", "", new byte[0]);
            }
        } catch (IOException _) {
            // the client has gone
        }
    }

    private static void write(Socket socket, String status, String header, byte[] body) throws IOException {
        OutputStream out = socket.getOutputStream();
        String head = "HTTP/1.1 " + status + "\r\n" + header + "Connection: close\r\nContent-Length: " + body.length
                + "\r\n\r\n";
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.write(body);
        out.flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
