package dev.tutti.engine;

import dev.tutti.engine.link.ClientConnection;
import dev.tutti.engine.link.ControllerAddress;
import dev.tutti.engine.load.Application;
import dev.tutti.engine.load.RedefineAgent;
import dev.tutti.engine.transport.Connection;
import dev.tutti.engine.wire.ProtocolException;
import dev.tutti.woven.EndOfJvm;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * An engine in the JVM of an application. Its threads are daemons, in groups of their own; when it is told to go, or its
 * connection ends, they end, and the application goes on.
 */
public final class AttachedEngine {

    /** Read by who has attached it: a system property of the application that is there only if the engine is not. */
    private static final String FAILURE = "tutti.attach.failure";

    /** As that of an engine's own process. */
    private static final long STACK_BYTES = 8 << 20;

    /** Opened to the engine alone, as a process of its own opens them; see the command that starts one. */
    private static final List<String> OPENED = List.of("java.lang.invoke", "java.util.concurrent");

    private AttachedEngine() {}

    /** Joins a controller, and says in a system property why it has not. Returns when that is decided. */
    public static void enter(String socket, String token, Instrumentation instrumentation) {
        System.clearProperty(FAILURE);
        RedefineAgent.granted(instrumentation);
        open(instrumentation);
        Application.entered(ClassLoader.getSystemClassLoader());
        EndOfJvm.refuse("It would end the application too, in which this engine only is a guest. Stop the engine with"
                + " %engines stop, or end the application by its own means.");
        CompletableFuture<String> failure = new CompletableFuture<>();
        GuestThreads threads = new GuestThreads();
        Joining joining = new Joining(socket, token, failure);
        Thread main = new Thread(threads, () -> serve(joining, threads), "engine-main", STACK_BYTES, false);
        main.setDaemon(true);
        main.setContextClassLoader(AttachedEngine.class.getClassLoader());
        main.start();
        String reason = failure.join();
        if (!reason.isEmpty()) {
            System.setProperty(FAILURE, reason);
        }
    }

    private static void open(Instrumentation instrumentation) {
        Set<Module> us = Set.of(AttachedEngine.class.getModule());
        OPENED.forEach(name -> instrumentation.redefineModule(
                Object.class.getModule(), Set.of(), Map.of(), Map.of(name, us), Set.of(), Map.of()));
    }

    /** Where to join, and who waits to hear why that failed: for an empty text if it has not. */
    private record Joining(String socket, String token, CompletableFuture<String> failure) {}

    private static void serve(Joining joining, GuestThreads threads) {
        CompletableFuture<String> failure = joining.failure();
        try {
            Connection connection = new Connection(SocketChannel.open(UnixDomainSocketAddress.of(joining.socket())));
            Engine engine = Engine.join(connection, joining.token(), _ -> {
                threads.interrupt(); // what cells have left running there
                ClientConnection.closeAll();
            });
            if (!engine.clientToken().isEmpty()) {
                ControllerAddress.joined(new ControllerAddress(joining.socket(), engine.clientToken()));
            }
            failure.complete("");
            engine.run();
        } catch (RefusedException e) {
            failure.complete("The controller does not let the engine in: " + e.getMessage());
        } catch (ProtocolException e) {
            failure.complete(e.getMessage());
        } catch (IOException e) {
            failure.complete(
                    "From there the controller at " + joining.socket() + " cannot be reached: " + e.getMessage());
        } finally {
            failure.complete("The engine's main thread has ended unexpectedly.");
        }
    }

    /** The group of the engine's main thread and of what user code starts. */
    private static final class GuestThreads extends ThreadGroup {

        GuestThreads() {
            super(root(), "tutti-cells");
        }

        private static ThreadGroup root() {
            ThreadGroup group = Thread.currentThread().getThreadGroup();
            while (group.getParent() != null) {
                group = group.getParent();
            }
            return group;
        }

        /** The JVM's handler is the application's. */
        @Override
        public void uncaughtException(Thread thread, Throwable thrown) {
            Engine.uncaught(thread, thrown);
        }
    }
}
