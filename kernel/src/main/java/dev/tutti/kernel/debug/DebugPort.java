package dev.tutti.kernel.debug;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import com.sun.jdi.connect.ListeningConnector;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Where a JVM that is to be debugged reports. The JVM calls, not we: so it never listens itself, which would let every
 * user of the machine run code in it.
 */
public final class DebugPort implements AutoCloseable {

    private final ListeningConnector connector;
    private final Map<String, Connector.Argument> arguments;
    private final String address;

    private DebugPort(ListeningConnector connector, Map<String, Connector.Argument> arguments, String address) {
        this.connector = connector;
        this.arguments = arguments;
        this.address = address;
    }

    /**
     * Listens on a free port of this host.
     *
     * @param patience how long {@link #accept} waits
     * @throws DebugException if that is not possible here
     */
    public static DebugPort open(Duration patience) throws DebugException {
        if (ModuleLayer.boot().findModule("jdk.jdi").isEmpty()) {
            throw new DebugException("%debug needs the JDK's debug interface (jdk.jdi), which this Java has not. Start"
                    + " Tutti by a full JDK.");
        }
        try {
            ListeningConnector connector = Bootstrap.virtualMachineManager().listeningConnectors().stream()
                    .filter(one -> one.transport().name().equals("dt_socket"))
                    .findFirst()
                    .orElseThrow(() -> new DebugException("This JDK cannot debug over a socket."));
            Map<String, Connector.Argument> arguments = connector.defaultArguments();
            arguments.get("localAddress").setValue("127.0.0.1");
            arguments.get("port").setValue("0");
            arguments.get("timeout").setValue(Long.toString(patience.toMillis()));
            return new DebugPort(connector, arguments, connector.startListening(arguments));
        } catch (IOException | IllegalConnectorArgumentsException e) {
            throw new DebugException("The debugger cannot listen on this host: " + e.getMessage() + ".");
        }
    }

    /** What makes a JVM report here. */
    public String jvmArgument() {
        String port = address.substring(address.lastIndexOf(':') + 1);
        return "-agentlib:jdwp=transport=dt_socket,server=n,suspend=n,quiet=y,address=127.0.0.1:" + port;
    }

    /**
     * Waits for the JVM.
     *
     * @param told takes its events, on a thread of the debugger: must not block
     * @throws DebugException if it does not report in time
     */
    public JdiDebuggee accept(SessionFacts facts, Consumer<DebugEvent> told) throws DebugException {
        try {
            VirtualMachine jvm = connector.accept(arguments);
            return JdiDebuggee.of(jvm, facts, told);
        } catch (IOException | IllegalConnectorArgumentsException e) {
            throw new DebugException("The engine for debugging has not reported: " + e.getMessage() + ".");
        }
    }

    @Override
    public void close() {
        try {
            connector.stopListening(arguments);
        } catch (IOException | IllegalConnectorArgumentsException e) {
            System.getLogger(DebugPort.class.getName())
                    .log(System.Logger.Level.DEBUG, "The debugger's port was not closed", e);
        }
    }
}
