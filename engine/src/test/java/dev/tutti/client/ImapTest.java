package dev.tutti.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class ImapTest {

    private final FakeCluster fake = FakeCluster.of(0, 1);
    private final LoadBalancedView view = fake.cluster.balanced();

    /** Counts from 0 for ever, and tells how far it was read. */
    private static final class Naturals implements Iterator<Integer> {

        final Semaphore read = new Semaphore(0);
        private int next;

        @Override
        public boolean hasNext() {
            return true;
        }

        @Override
        public Integer next() {
            read.release();
            return next++;
        }
    }

    @Test
    void anEndlessInputIsMappedAsFarAsItsResultsAreTaken() {
        try (Imap<Integer> squares = view.imap(Stream.iterate(1, x -> x + 1), x -> x * x)) {
            assertThat(squares.stream().limit(5)).containsExactly(1, 4, 9, 16, 25);
        }
    }

    @Test
    void noMoreIsReadThanMayBeOutstanding() throws InterruptedException {
        SlowEngines engines = new SlowEngines(fake);
        Naturals input = new Naturals();
        try (Imap<Integer> results = view.outstanding(3).imap(input, x -> x)) {
            input.read.acquire(3);
            assertThat(input.read.tryAcquire(50, TimeUnit.MILLISECONDS)).isFalse();

            engines.value(1, 10);
            input.read.acquire();
            assertThat(input.read.tryAcquire(50, TimeUnit.MILLISECONDS)).isFalse();
            assertThat(results.unordered().iterator().next()).isEqualTo(10);
        }
    }

    @Test
    void unlessSaidFourForEachEngineAreOutstanding() throws InterruptedException {
        SlowEngines engines = new SlowEngines(fake);
        Naturals input = new Naturals();
        try (Imap<Integer> _ = view.imap(input, x -> x)) {
            input.read.acquire(8);
            assertThat(input.read.tryAcquire(50, TimeUnit.MILLISECONDS)).isFalse();
            assertThat(engines.cancels()).isEmpty();
        }
    }

    @Test
    void closingStopsTheReadingAndCancelsWhatIsOutstanding() throws InterruptedException {
        SlowEngines engines = new SlowEngines(fake);
        Naturals input = new Naturals();
        Imap<Integer> results = view.outstanding(2).imap(input, x -> x);
        input.read.acquire(2);
        while (engines.tasks().size() < 2) {
            Thread.onSpinWait();
        }
        results.close();

        assertThat(results).isEmpty();
        assertThat(engines.cancels().stream().flatMap(cancel -> cancel.tasks().stream()))
                .containsExactlyInAnyOrderElementsOf(engines.tasks());
        engines.value(0, 1);
        engines.value(1, 1);
        assertThat(input.read.tryAcquire(50, TimeUnit.MILLISECONDS)).isFalse();
    }

    @Test
    void closingFreesAnInputThatWaits() throws InterruptedException {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch freed = new CountDownLatch(1);
        LinkedBlockingQueue<Integer> never = new LinkedBlockingQueue<>();
        Imap<Integer> results = view.imap(
                Stream.generate(() -> {
                    reading.countDown();
                    try {
                        return never.take();
                    } catch (InterruptedException e) {
                        freed.countDown();
                        throw new IllegalStateException(e);
                    }
                }),
                x -> x);
        reading.await();
        results.close();

        assertThat(freed.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(results).isEmpty();
    }

    @Test
    void anErrorOfTheInputComesAfterTheLastElement() {
        Stream<Integer> input = IntStream.range(0, 10).mapToObj(x -> {
            if (x == 2) {
                throw new IllegalArgumentException("no more");
            }
            return x;
        });
        List<Integer> taken = new ArrayList<>();

        assertThatThrownBy(() -> view.imap(input, x -> x + 1).forEach(taken::add))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no more");
        assertThat(taken).containsExactly(1, 2);
    }

    @Test
    void anElementThatFailsThrowsWhereItsTurnIs() {
        Iterator<Integer> results = view.imap(List.of(1, 0, 2), x -> 10 / x).iterator();

        assertThat(results.next()).isEqualTo(10);
        assertThatThrownBy(results::next).isInstanceOf(RemoteException.class).hasRootCauseMessage("/ by zero");
        assertThat(results.next()).isEqualTo(5);
        assertThat(results.hasNext()).isFalse();
        assertThatThrownBy(results::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void errorsStandInPlaceWhereThatIsAskedFor() {
        assertThat(view.imap(List.of(1, 0, 2), x -> 10 / x).outcomes())
                .extracting(Outcome::succeeded)
                .containsExactly(true, false, true);
    }

    @Test
    void inputsSideBySideEndWithTheShortest() {
        Iterable<Integer> naturals = () -> new Naturals();

        assertThat(view.imap(naturals, List.of("a", "b"), (x, y) -> y + x)).containsExactly("a0", "b1");
        assertThat(view.imap(naturals, List.of("a", "b"), List.of(true), (x, y, z) -> y + x + z))
                .containsExactly("a0true");
    }

    @Test
    void anElementMayBeAnArrayOrNull() {
        assertThat(view.imap(List.of(new int[] {1, 2}, new int[0]), array -> array.length))
                .containsExactly(2, 0);
        List<String> some = new ArrayList<>();
        some.add(null);
        assertThat(view.imap(some, x -> x == null)).containsExactly(true);
    }
}
