package dev.tutti.engine.link;

import java.util.Objects;
import java.util.Optional;

/**
 * Where the controller is and what it wants to be shown.
 *
 * @param socket the path of its Unix domain socket
 * @param token its client token
 */
public record ControllerAddress(String socket, String token) {

    private static volatile ControllerAddress ofThisEngine;

    public ControllerAddress {
        Objects.requireNonNull(socket, "socket");
        Objects.requireNonNull(token, "token");
    }

    /** In an engine, the address of its controller. */
    public static Optional<ControllerAddress> ofThisEngine() {
        return Optional.ofNullable(ofThisEngine);
    }

    /** Said by the engine's main when it has joined. */
    public static void joined(ControllerAddress address) {
        ofThisEngine = address;
    }
}
