package dev.tutti.kernel.attach;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** A running JVM that one talks to. Used on one thread; its methods block until the JVM has answered. */
public final class AttachedJvm implements AutoCloseable {

    /** Where an engine that has been loaded says why it has not joined. */
    private static final String FAILURE = "tutti.attach.failure";

    /** Class files of version 45 are those of Java 1. */
    private static final int BEFORE_FIRST = 44;

    private final long pid;
    private final VirtualMachine jvm;
    private final Properties properties;

    private AttachedJvm(long pid, VirtualMachine jvm, Properties properties) {
        this.pid = pid;
        this.jvm = jvm;
        this.properties = properties;
    }

    /**
     * Attaches.
     *
     * @throws AttachException if there is no such JVM, it may not be attached to, or it does not answer
     */
    public static AttachedJvm open(long pid) throws AttachException {
        ForeignProcess.requireAttachable(pid);
        VirtualMachine jvm = null;
        try {
            jvm = VirtualMachine.attach(Long.toString(pid));
            return new AttachedJvm(pid, jvm, jvm.getSystemProperties());
        } catch (AttachNotSupportedException e) {
            throw new AttachException(JvmTexts.refused(pid, String.valueOf(e.getMessage())));
        } catch (IOException e) {
            detach(jvm);
            throw new AttachException(JvmTexts.silent(pid, e.getMessage() + "."));
        }
    }

    /** Its class path and module path, as far as the files are there. */
    public List<Path> classPath() {
        List<Path> entries = new ArrayList<>();
        // No class path at all is the application's folder, unless it is a module that was started.
        boolean bare = properties.getProperty("jdk.module.main") != null;
        addAll(properties.getProperty("java.class.path", ""), bare, entries);
        addAll(properties.getProperty("jdk.module.path", ""), true, entries);
        return entries;
    }

    private void addAll(String path, boolean emptyIsNothing, List<Path> entries) {
        if (!path.isEmpty() || !emptyIsNothing) {
            for (String entry : path.split(File.pathSeparator)) {
                addIfThere(entry, entries);
            }
        }
    }

    /** A relative path is one of the application's folder, the empty one that folder itself. */
    private void addIfThere(String entry, List<Path> entries) {
        try {
            Path path = Path.of(properties.getProperty("user.dir", ""))
                    .resolve(entry)
                    .normalize();
            if (Files.isReadable(path) && !entries.contains(path)) {
                entries.add(path);
            }
        } catch (InvalidPathException _) {
            // then the application finds nothing there either
        }
    }

    /**
     * Loads an engine, which joins its controller before this returns.
     *
     * @param jar the engine's jar
     * @param socket where the controller listens
     * @param token what the engine shows there
     * @throws AttachException if the JVM is too old, does not allow it, or the engine could not join
     */
    public void load(Path jar, Path socket, String token) throws AttachException {
        requireJava(jar);
        try {
            jvm.loadAgent(jar.toString(), jar + "\n" + socket + "\n" + token);
            String failure = jvm.getSystemProperties().getProperty(FAILURE);
            if (failure != null) {
                throw new AttachException("The engine was loaded by JVM " + pid + ", but has not joined. " + failure);
            }
        } catch (AgentLoadException e) {
            throw new AttachException(
                    String.valueOf(e.getMessage()).contains("EnableDynamicAgentLoading")
                            ? JvmTexts.noAgents(pid)
                            : JvmTexts.failed(pid, e.getMessage()));
        } catch (AgentInitializationException | IOException e) {
            throw new AttachException(JvmTexts.failed(pid, e.getMessage()));
        }
    }

    private void requireJava(Path jar) throws AttachException {
        int needed = ClassFileLevel.of(jar) - BEFORE_FIRST;
        double level = Double.parseDouble(properties.getProperty("java.class.version", "0"));
        if ((int) level - BEFORE_FIRST < needed) {
            throw new AttachException(JvmTexts.tooOld(pid, properties.getProperty("java.version"), needed));
        }
    }

    @Override
    public void close() {
        detach(jvm);
    }

    private static void detach(VirtualMachine jvm) {
        try {
            if (jvm != null) {
                jvm.detach();
            }
        } catch (IOException _) {
            // It has gone, or will notice.
        }
    }
}
