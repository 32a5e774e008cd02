package dev.tutti.kernel.controller;

import dev.tutti.engine.wire.ClassFile;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.SessionId;
import dev.tutti.engine.wire.StreamKind;
import dev.tutti.engine.wire.VariableRef;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a controller is made of.
 *
 * @param engineJar the engine's jar
 * @param aotCache the engines' AOT cache, if there is one
 * @param jvmArguments further JVM arguments for every engine, as the user gave them
 * @param startTimeout how long an engine may take to say hello
 * @param classes where classes come from that an engine misses; called on virtual threads, several at a time
 * @param input standard input of local; called on a thread that may block
 * @param sessions answers what clients ask of the kernel
 * @param listener is told of what no request asked for
 */
public record ControllerConfig(
        Path engineJar,
        Optional<AotCache> aotCache,
        List<String> jvmArguments,
        Duration startTimeout,
        ClassSource classes,
        InputSource input,
        SessionServices sessions,
        Listener listener) {

    public ControllerConfig {
        Objects.requireNonNull(engineJar, "engineJar");
        Objects.requireNonNull(aotCache, "aotCache");
        jvmArguments = List.copyOf(jvmArguments);
        Objects.requireNonNull(startTimeout, "startTimeout");
        Objects.requireNonNull(classes, "classes");
        Objects.requireNonNull(input, "input");
        Objects.requireNonNull(sessions, "sessions");
        Objects.requireNonNull(listener, "listener");
    }

    /** Answers class requests of engines. */
    @FunctionalInterface
    public interface ClassSource {
        Optional<ClassFile> find(SessionId session, String name);
    }

    /**
     * Bytes for user code that reads {@code System.in} at local; an empty array is the end. One reader at a time; its
     * thread is interrupted when nobody waits for the bytes any more. Where there is a terminal, programs may have it.
     */
    @FunctionalInterface
    public interface InputSource {
        /** @throws UncheckedIOException of an {@link InterruptedIOException}, if it was given up and took nothing */
        byte[] read(int limit);

        /**
         * Runs a program that has the user's terminal, to its end; the thread is interrupted when nobody waits for that
         * any more, which ends it.
         *
         * @return its exit code; nothing if there is no terminal to give, and nothing has run
         */
        default Optional<Integer> run(Message.TerminalRequest program) {
            return Optional.empty();
        }
    }

    /** Is told of joins, losses and output outside of cells, on the controller's thread: must not block. */
    public interface Listener {
        /** An engine has joined (again, after a restart). */
        void joined(EngineId engine);

        /** An engine is gone that was not asked to go. */
        void lost(EngineId engine, String reason);

        /** Output that belongs to no running cell: of threads that outlived theirs, or of native code. */
        void output(EngineId engine, StreamKind kind, String text);

        /** An engine has gone that was asked to go, for good. */
        default void stopped(EngineId engine) {}

        /**
         * An engine is about to enter the JVM of an application with this class path; an empty one: it has not after all.
         * On any thread, before the engine joins.
         */
        default void entering(EngineId engine, List<Path> classPath) {}

        /** A task has given a session variable its value at an engine: a {@code Put} or {@code Join} ended well there. */
        default void defined(SessionId session, EngineId engine, VariableRef variable) {}

        /** An engine that is asked for signs of life gives none; told once per silence. It is kept: it may answer yet. */
        default void silent(EngineId engine, Duration since) {}
    }
}
