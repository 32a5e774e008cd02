package dev.tutti.kernel.launch;

import dev.tutti.kernel.controller.Controller;
import dev.tutti.kernel.controller.ControllerConfig;
import dev.tutti.kernel.controller.LaunchException;
import dev.tutti.kernel.transport.UnixSocketWire;
import java.io.IOException;

/** Puts a controller together whose engines are processes of this host, reached over a Unix domain socket. */
public final class LocalCluster {

    private LocalCluster() {}

    /**
     * A running controller without engines. Returns as soon as engines can be started; what is slow to load is loaded
     * behind it.
     *
     * @throws LaunchException if the machine has no place for the engines' socket
     */
    public static Controller open(ControllerConfig config) throws LaunchException {
        try {
            UnixSocketWire wire = UnixSocketWire.bind();
            EngineCommand command =
                    new EngineCommand(config.engineJar(), config.aotCache(), config.jvmArguments(), wire.socket());
            return Controller.open(config, wire, new EngineProcesses(command));
        } catch (IOException e) {
            throw new LaunchException("The controller cannot listen for engines: " + e.getMessage(), e);
        }
    }
}
