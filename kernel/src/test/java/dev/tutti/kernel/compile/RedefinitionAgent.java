package dev.tutti.kernel.compile;

import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.instrument.Instrumentation;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Gives this JVM's tests what an engine has by its start: an instrumentation agent. Another process attaches it. */
public final class RedefinitionAgent {

    private static Instrumentation instrumentation;

    private RedefinitionAgent() {}

    /** Called by the JVM. */
    public static void agentmain(String arguments, Instrumentation given) {
        instrumentation = given;
    }

    /** The attaching process. */
    public static void main(String[] arguments) throws Exception {
        VirtualMachine machine = VirtualMachine.attach(arguments[0]);
        machine.loadAgent(arguments[1]);
        machine.detach();
    }

    static synchronized Instrumentation instrumentation() {
        if (instrumentation == null) {
            try {
                attach();
            } catch (IOException e) {
                throw new AssertionError(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
        return instrumentation;
    }

    private static void attach() throws IOException, InterruptedException {
        Path jar = Files.createTempFile("agent", ".jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Agent-Class", RedefinitionAgent.class.getName());
        manifest.getMainAttributes().putValue("Can-Redefine-Classes", "true");
        try (OutputStream out = Files.newOutputStream(jar)) {
            new JarOutputStream(out, manifest).close();
        }
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = Path.of(URI.create(RedefinitionAgent.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toString()))
                .toString();
        Process process = new ProcessBuilder(
                        java,
                        "-cp",
                        classes,
                        RedefinitionAgent.class.getName(),
                        Long.toString(ProcessHandle.current().pid()),
                        jar.toString())
                .inheritIO()
                .start();
        int code = process.waitFor();
        Files.delete(jar);
        if (code != 0) {
            throw new AssertionError("The agent could not be attached: exit code " + code);
        }
    }
}
