package dev.tutti.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.client.AsyncList;
import dev.tutti.client.AsyncResult;
import dev.tutti.client.Cluster;
import dev.tutti.kernel.fake.ControllerProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several programs on one cluster, and values that are larger than its controller. */
@Timeout(120)
final class SharedClusterTest {

    private static final int LONGS = 25_000_000;

    @TempDir
    private Path folder;

    private static int work() {
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < 1_000_000) {
            Thread.onSpinWait();
        }
        return 1;
    }

    /** A heap of 48 MB, and as much outside of it, carries values of 200 MB each way: they go past the controller. */
    @Test
    void aSmallControllerCarriesLargeValues() throws Exception {
        try (ControllerProcess controller = ControllerProcess.start(folder, 2, "-Xmx48m");
                Cluster cluster = Cluster.connect(controller.connectionFile())) {
            long[] numbers = new long[LONGS];
            numbers[LONGS - 1] = 7;

            assertThat(cluster.view().<Long>apply(() -> numbers[LONGS - 1])).containsExactly(7L, 7L);
            long[] back = cluster.engine(0).apply(() -> new long[LONGS]);
            assertThat(back).hasSize(LONGS);
            cluster.view().scatter("all", numbers);
            long[] gathered = cluster.view().gather("all");

            assertThat(gathered).hasSize(LONGS).endsWith(7L);
            assertThat(controller.isAlive()).isTrue();
            assertThat(cluster.ids()).containsExactly(0, 1);
        }
    }

    /** Twenty thousand values of 10 KB: 200 MB in small pieces go through the controller, and none of them stays there. */
    @Test
    void aSmallControllerCarriesManyValues() throws Exception {
        try (ControllerProcess controller = ControllerProcess.start(folder, 2, "-Xmx48m");
                Cluster cluster = Cluster.connect(controller.connectionFile())) {
            long sum = 0;
            try (var results = cluster.balanced()
                    .outstanding(200)
                    .imap(IntStream.range(0, 20_000).boxed(), i -> new byte[10_000 + i % 2])) {
                for (byte[] value : results) {
                    sum += value.length;
                }
            }

            assertThat(sum).isEqualTo(20_000L * 10_000 + 10_000);
            assertThat(controller.isAlive()).isTrue();
        }
    }

    @Test
    void aProgramThatWantsLittleIsServedBesideOneThatWantsMuch() throws Exception {
        try (ControllerProcess controller = ControllerProcess.start(folder, 2);
                Cluster greedy = Cluster.connect(controller.connectionFile());
                Cluster modest = Cluster.connect(controller.connectionFile())) {
            AsyncList<Integer> much =
                    greedy.balanced().chunk(1).map(IntStream.range(0, 6_000).boxed(), _ -> work());
            List<? extends AsyncResult<Integer>> begun =
                    List.of(greedy.balanced().priority(1).submit(SharedClusterTest::work));
            begun.getFirst().result();

            AsyncList<Integer> little =
                    modest.balanced().chunk(1).map(IntStream.range(0, 40).boxed(), _ -> work());
            little.result();

            assertThat(much.progress())
                    .as("tasks of the greedy one that had ended")
                    .isLessThan(3_000);
            assertThat(much.result()).hasSize(6_000);
        }
    }

    @Test
    void aProgramHearsOfEnginesThatAnotherStarts() throws Exception {
        try (ControllerProcess controller = ControllerProcess.start(folder, 1);
                Cluster one = Cluster.connect(controller.connectionFile());
                Cluster other = Cluster.connect(controller.connectionFile())) {
            other.start(1);
            one.awaitEngines(2);
            other.stop(0);

            assertThat(one.view("1").<Long>apply(() -> ProcessHandle.current().pid()))
                    .isEqualTo(other.view()
                            .<Long>apply(() -> ProcessHandle.current().pid()));
        }
    }
}
