package dev.tutti.engine.execute;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class HeapWatchTest {

    private static final long MEGABYTE = 1 << 20;

    private final HeapWatch watch = new HeapWatch();

    @Test
    void aSmallHeapIsLeftAlone() {
        assertThat(watch.isDue(HeapWatch.LEAST_BYTES - 1)).isFalse();
        assertThat(watch.isDue(HeapWatch.LEAST_BYTES)).isTrue();
    }

    @Test
    void whatIsInUseIsNotLookedThroughAgainBeforeAsMuchHasCome() {
        watch.collected(500 * MEGABYTE);

        assertThat(watch.isDue(999 * MEGABYTE)).isFalse();
        assertThat(watch.isDue(1000 * MEGABYTE)).isTrue();
    }

    @Test
    void aHeapThatHasShrunkIsLookedAtSoonerAgain() {
        watch.collected(500 * MEGABYTE);
        watch.collected(10 * MEGABYTE);

        assertThat(watch.isDue(HeapWatch.LEAST_BYTES)).isTrue();
    }
}
