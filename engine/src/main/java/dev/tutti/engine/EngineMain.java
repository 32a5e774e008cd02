package dev.tutti.engine;

import dev.tutti.engine.link.ControllerAddress;
import dev.tutti.engine.transport.Connection;
import dev.tutti.engine.wire.ProtocolException;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;

/**
 * The engine's program: {@code --connect PATH}, the path of the controller's Unix domain socket. The join token comes in
 * the environment variable {@code TUTTI_TOKEN}, because other users of the machine can read command lines.
 *
 * <p>Exit status: 0 after a shutdown or the end of the connection, 2 for wrong usage, 3 if the controller cannot be
 * reached or does not let the engine in.
 */
public final class EngineMain {

    private static final String TOKEN = "TUTTI_TOKEN";
    private static final int WRONG_USAGE = 2;
    private static final int NOT_CONNECTED = 3;

    /** Taken from the machine only as far as it is used. */
    private static final long STACK_BYTES = 8 << 20;

    private EngineMain() {}

    /** Runs until the controller ends it or the connection is lost. */
    public static void main(String[] arguments) {
        if (arguments.length != 2 || !arguments[0].equals("--connect")) {
            fail(WRONG_USAGE, "An engine is started with --connect PATH, the path of the controller's socket.");
        }
        String token = System.getenv(TOKEN);
        if (token == null) {
            fail(
                    WRONG_USAGE,
                    "An engine needs the join token in the environment variable "
                            .concat(TOKEN)
                            .concat("."));
        }
        // Tasks that wait lend the thread to others, which run on top of them.
        new Thread(null, () -> serve(arguments[1], token), "engine-main", STACK_BYTES).start();
    }

    private static void serve(String path, String token) {
        try {
            // TCP (host:port) will be told from a path by its form.
            Connection connection = new Connection(SocketChannel.open(UnixDomainSocketAddress.of(path)));
            Engine engine = Engine.join(connection, token, new Exit());
            if (!engine.clientToken().isEmpty()) {
                ControllerAddress.joined(new ControllerAddress(path, engine.clientToken()));
            }
            Runtime.getRuntime().addShutdownHook(new Thread(engine::drain, "engine-drain"));
            engine.run();
        } catch (RefusedException e) {
            fail(NOT_CONNECTED, "The controller does not let this engine in: ".concat(e.getMessage()));
        } catch (ProtocolException e) {
            fail(NOT_CONNECTED, e.getMessage());
        } catch (IOException e) {
            fail(NOT_CONNECTED, "The controller at " + path + " cannot be reached: " + e.getMessage());
        }
    }

    private static void fail(int status, String message) {
        System.err.println(message);
        System.exit(status);
    }
}
