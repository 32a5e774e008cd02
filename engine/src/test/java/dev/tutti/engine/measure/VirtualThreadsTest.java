package dev.tutti.engine.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What the JVM tells of virtual threads. */
final class VirtualThreadsTest {

    @Test
    void threadsAtTheSamePlaceAreOneRow() throws Exception {
        CountDownLatch latch = new CountDownLatch(1);
        CountDownLatch running = new CountDownLatch(30);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            threads.add(Thread.ofVirtual().name("walker").start(() -> pause(running, latch)));
        }
        running.await();
        while (threads.stream().anyMatch(thread -> thread.getState() != Thread.State.WAITING)) {
            Thread.onSpinWait();
        }
        try {
            assertThat(VirtualThreads.now(40))
                    .filteredOn(row -> row.name().equals("walker"))
                    .singleElement()
                    .satisfies(row -> {
                        assertThat(row.count()).isEqualTo(30);
                        assertThat(row.state()).isEqualTo("waiting");
                        assertThat(row.frames()).anyMatch(frame -> frame.contains("VirtualThreadsTest.pause (Virtual"));
                    });
        } finally {
            latch.countDown();
            for (Thread thread : threads) {
                thread.join();
            }
        }
    }

    private static void pause(CountDownLatch running, CountDownLatch latch) {
        running.countDown();
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void codeOfACellIsNamedAsElsewhere() {
        List<String> dump = """
            4711
            2026-11-21T12:00:00Z
            25.0.3

            #1 "main" RUNNABLE 2026-11-21T12:00:00Z
                at java.base/java.lang.Object.wait(Native Method)

            #40 "" virtual TIMED_WAITING 2026-11-21T12:00:00Z
                at java.base/java.lang.VirtualThread.parkNanos(VirtualThread.java:800)
                - parking to wait for <java.lang.Object@1b2c3d>
                at tutti//REPL.$JShell$7.walk(cell 7:2)
                at tutti//REPL.$JShell$8$$Lambda/0x000001.run(Unknown Source)
                at java.base/java.lang.VirtualThread.run(VirtualThread.java:400)

            """.lines().toList();

        assertThat(VirtualThreads.read(dump, 40))
                .containsExactly(new ThreadDump.Row(
                        "virtual", ThreadDump.Owner.USER, "timed waiting", "", List.of("walk (cell 7, line 2)"), 1));
    }

    @Test
    void whatTheEngineStartedIsTheEngines() {
        List<String> dump = """
            #40 "reader" virtual WAITING 2026-11-21T12:00:00Z
                at java.base/java.lang.VirtualThread.park(VirtualThread.java:800)
                at dev.tutti.engine/dev.tutti.engine.transport.Connection.read(Connection.java:12)
                at java.base/java.lang.VirtualThread.run(VirtualThread.java:400)
            """.lines().toList();

        assertThat(VirtualThreads.read(dump, 40))
                .singleElement()
                .satisfies(row -> assertThat(row.owner()).isEqualTo(ThreadDump.Owner.ENGINE));
    }
}
