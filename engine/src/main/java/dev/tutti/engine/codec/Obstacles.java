package dev.tutti.engine.codec;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.CharArrayWriter;
import java.io.Closeable;
import java.io.FileDescriptor;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.Reader;
import java.io.Serializable;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.lang.reflect.AccessibleObject;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.Channel;
import java.nio.channels.Selector;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.util.Formatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Scanner;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import java.util.stream.BaseStream;

/**
 * Which classes are no data: their objects are tied to the process they are in, whatever a serializer could make of
 * their fields.
 */
final class Obstacles {

    private static final String OPEN = "It is open in this process only: open one where the task runs.";
    private static final String THREADS = "It holds threads of this process: make one where the task runs.";
    private static final String WAITS = "Threads of this process wait at it: use one where the task runs.";
    private static final String JVM = "It belongs to this JVM.";
    private static final String MEMORY = "It is memory of this process: copy it into an array.";

    private static final Map<Class<?>, String> REASONS = new LinkedHashMap<>();

    /** Of libraries that the engine's own module does not read. */
    private static final Map<String, String> REASONS_BY_NAME = Map.of(
            "java.sql.Connection", OPEN,
            "java.sql.Statement", OPEN,
            "java.sql.ResultSet", OPEN,
            "java.util.logging.Logger", JVM,
            "java.net.http.HttpClient", OPEN);

    /** What is data though it extends one of the above. */
    private static final Set<Class<?>> IN_MEMORY = Set.of(
            ByteArrayInputStream.class,
            ByteArrayOutputStream.class,
            CharArrayWriter.class,
            StringReader.class,
            StringWriter.class);

    private static final Set<Class<?>> NO_COLLECTIONS =
            Set.of(Timer.class, TimerTask.class, Scanner.class, ServiceLoader.class, Formatter.class);

    static {
        for (Class<?> type : new Class<?>[] {
            Socket.class,
            ServerSocket.class,
            Channel.class,
            Selector.class,
            InputStream.class,
            OutputStream.class,
            Reader.class,
            Writer.class,
            RandomAccessFile.class,
            FileDescriptor.class,
            FileSystem.class,
            Process.class,
            ProcessHandle.class
        }) {
            REASONS.put(type, OPEN);
        }
        for (Class<?> type : new Class<?>[] {
            Lock.class,
            ReadWriteLock.class,
            StampedLock.class,
            Condition.class,
            Semaphore.class,
            CountDownLatch.class,
            CyclicBarrier.class,
            Phaser.class
        }) {
            REASONS.put(type, WAITS);
        }
        for (Class<?> type : new Class<?>[] {
            ClassLoader.class,
            Module.class,
            ModuleLayer.class,
            MethodHandle.class,
            MethodHandles.Lookup.class,
            VarHandle.class,
            CallSite.class,
            AccessibleObject.class,
            Reference.class,
            Cleaner.class,
            Cleaner.Cleanable.class,
            ThreadLocal.class,
            ScopedValue.class,
            System.Logger.class,
            Runtime.class
        }) {
            REASONS.put(type, JVM);
        }
        REASONS.put(Thread.class, "It runs in this process: start one where the task runs.");
        REASONS.put(ThreadGroup.class, THREADS);
        REASONS.put(Executor.class, THREADS);
        REASONS.put(Timer.class, THREADS);
        REASONS.put(TimerTask.class, THREADS);
        REASONS.put(Future.class, "It is still being computed here: take its value first.");
        REASONS.put(BaseStream.class, "It can be read once, and here only: collect it first, with toList().");
        REASONS.put(MemorySegment.class, MEMORY);
        REASONS.put(Arena.class, MEMORY);
    }

    private Obstacles() {}

    /** Why no object of a class travels; nothing if they do. */
    static Optional<String> of(Class<?> type) {
        if (type.isArray() || type.isPrimitive() || type.isEnum() || type == Object.class || type == Class.class) {
            return Optional.empty();
        }
        if (LambdaClass.is(type)) {
            return LambdaClass.of(type).obstacle();
        }
        if (IN_MEMORY.contains(type) || Path.class.isAssignableFrom(type)) {
            return Optional.empty();
        }
        for (Map.Entry<Class<?>, String> entry : REASONS.entrySet()) {
            if (entry.getKey().isAssignableFrom(type)) {
                return Optional.of(entry.getValue());
            }
        }
        Optional<String> byName = byName(type);
        return byName.isEmpty() && isClosed(type) ? Optional.of(JVM) : byName;
    }

    private static Optional<String> byName(Class<?> type) {
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            String reason = REASONS_BY_NAME.get(each.getName());
            if (reason != null) {
                return Optional.of(reason);
            }
            for (Class<?> implemented : each.getInterfaces()) {
                Optional<String> inherited = byName(implemented);
                if (inherited.isPresent()) {
                    return inherited;
                }
            }
        }
        return Optional.empty();
    }

    /** What the JDK itself does not call data, save for the collections and what comes with them. */
    private static boolean isClosed(Class<?> type) {
        return ofPlatform(type)
                && !Serializable.class.isAssignableFrom(type)
                && !type.isInterface()
                && (!type.getPackageName().equals("java.util")
                        || Closeable.class.isAssignableFrom(type)
                        || NO_COLLECTIONS.contains(type));
    }

    /** Whether the class is the JDK's. */
    static boolean ofPlatform(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        return loader == null || loader == ClassLoader.getPlatformClassLoader();
    }
}
