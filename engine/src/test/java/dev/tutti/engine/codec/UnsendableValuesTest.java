package dev.tutti.engine.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tutti.client.Call;
import java.io.FileInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.foreign.Arena;
import java.lang.invoke.MethodHandles;
import java.lang.ref.WeakReference;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is tied to its process is refused, with the way to it. */
final class UnsendableValuesTest {

    @TempDir
    Path folder;

    private final Thread thread = Thread.currentThread();

    private Thread thisThread() {
        return thread;
    }

    private ValueCodec codec() {
        return ValueCodec.of(UnsendableValuesTest.class.getClassLoader(), folder, (engine, number) -> null);
    }

    private void refused(Object value, String... words) {
        assertThatExceptionOfType(UnsendableException.class)
                .isThrownBy(() -> codec().encode(value))
                .satisfies(e -> assertThat(e.getMessage()).contains(words));
    }

    record Foo(String name, Object conn) {}

    static final class Client {
        private final ReentrantLock lock = new ReentrantLock();
        private final transient Thread thread = new Thread(() -> {});
    }

    static final class WithTransient {
        final transient Thread thread;
        final int n;

        WithTransient(int n) {
            this.n = n;
            this.thread = new Thread(() -> {});
        }
    }

    @Test
    void thePathIsNamed() throws Exception {
        try (Socket socket = new Socket()) {
            Foo k = new Foo("a", socket);
            Call<Object> call = () -> k;

            refused(
                    call,
                    "capture k → UnsendableValuesTest.Foo.conn → java.net.Socket",
                    "open one where the task runs");
            refused(socket, "java.net.Socket cannot travel.");
            refused(k, "UnsendableValuesTest.Foo.conn → java.net.Socket cannot travel.");
            refused(List.of(1, k), "[1] → UnsendableValuesTest.Foo.conn → java.net.Socket");
            refused(Map.of("key", List.of(k)), "[key] → [0] → UnsendableValuesTest.Foo.conn → java.net.Socket");
            refused(new Object[] {null, socket}, "[1] → java.net.Socket");
            Call<Object> outer = () -> call;
            refused(outer, "capture call → capture k → UnsendableValuesTest.Foo.conn → java.net.Socket");
        }
        refused(new Client(), "UnsendableValuesTest.Client.lock → java.util.concurrent.locks.ReentrantLock");
        Call<Object> own = this::thisThread;
        refused(own, "capture this → UnsendableValuesTest.thread → java.lang.Thread");
    }

    @Test
    void whatLiesInATransientFieldIsLeftBehind() throws Exception {
        WithTransient back = (WithTransient)
                codec().decode(codec().encode(new WithTransient(5)).parcel());

        assertThat(back.n).isEqualTo(5);
        assertThat(back.thread).isNull();
    }

    @Test
    void everyKindOfThingThatIsNoDataIsRefused() throws Exception {
        Path file = Files.createFile(folder.resolve("f"));
        List<Object> kinds = new ArrayList<>(List.of(
                Thread.currentThread(),
                new ThreadGroup("g"),
                new PrintStream(OutputStream.nullOutputStream()),
                System.in,
                new ReentrantLock(),
                new ReentrantLock().newCondition(),
                new Semaphore(1),
                new CountDownLatch(1),
                ForkJoinPool.commonPool(),
                CompletableFuture.completedFuture(1),
                getClass().getClassLoader(),
                Object.class.getModule(),
                MethodHandles.lookup(),
                MethodHandles.identity(int.class),
                new ThreadLocal<>(),
                new WeakReference<>(this),
                String.class.getMethod("length"),
                Arena.global(),
                Arena.global().allocate(8),
                new Scanner("x"),
                List.of(1).stream(),
                ProcessHandle.current(),
                System.getLogger("x"),
                file.getFileSystem(),
                Runtime.getRuntime()));
        Timer timer = new Timer();
        kinds.add(timer);
        try (FileInputStream in = new FileInputStream(file.toFile());
                FileChannel channel = FileChannel.open(file);
                var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            kinds.addAll(List.of(in, channel, in.getFD(), executor));
            for (Object kind : kinds) {
                refused(kind, kind.getClass().getTypeName());
                refused(new Foo("a", kind), "Foo.conn → " + kind.getClass().getTypeName());
            }
        } finally {
            timer.cancel();
        }
    }

    @Test
    void theCodecGoesOnAfterARefusal() throws Exception {
        ValueCodec codec = codec();
        assertThatExceptionOfType(UnsendableException.class)
                .isThrownBy(() -> codec.encode(new Foo("a", new Semaphore(1))));

        assertThat(codec.decode(codec.encode(new Foo("a", "b")).parcel())).isEqualTo(new Foo("a", "b"));
    }
}
