package dev.tutti.kernel.magic;

import dev.tutti.client.Timing;
import dev.tutti.engine.measure.Units;
import java.util.List;

/**
 * What the same code took in several JVMs.
 *
 * @param forks one timing of each JVM
 * @param means their means, as one timing
 */
record ForkedTiming(List<Timing> forks, Timing means) {

    /** JVMs differ by some percent without any fault: their compilers decide on what they have sampled. */
    private static final double DOUBTFUL = 0.1;

    static ForkedTiming of(List<Timing> forks) {
        Timing first = forks.getFirst();
        return new ForkedTiming(
                forks,
                new Timing(
                        forks.stream().map(Timing::mean).toList(),
                        first.calls(),
                        first.bytes(),
                        first.warmUp(),
                        forks.stream().allMatch(Timing::settled),
                        forks.stream().mapToLong(Timing::collections).sum()));
    }

    String text(int digits) {
        Timing first = forks.getFirst();
        StringBuilder text = new StringBuilder()
                .append(Units.time(means.mean(), digits))
                .append(" ± ")
                .append(Units.time(means.deviation(), digits))
                .append(" a call (mean ± deviation between ")
                .append(forks.size() == 1 ? "1 fresh JVM" : forks.size() + " fresh JVMs")
                .append(", each with ")
                .append(first.runs().size() == 1 ? "1 run)" : first.runs().size() + " runs)");
        first.bytes()
                .ifPresent(count -> text.append(", ").append(Units.size(count)).append(" a call"));
        text.append("\nmeans of the JVMs: ")
                .append(String.join(
                        ", ",
                        forks.stream()
                                .map(fork -> Units.time(fork.mean(), digits))
                                .toList()));
        text.append("\nruns within a JVM differ by ")
                .append(Units.time(within(), digits))
                .append(" (deviation, mean of the JVMs)");
        if (means.isNothing()) {
            text.append("\n").append(Timing.NOTHING);
        } else if (!means.settled()) {
            text.append("\nIn ")
                    .append(forks.stream().filter(fork -> !fork.settled()).count())
                    .append(" of them it was still getting faster when the warm-up ended: the mean is too high.");
        } else if (means.deviation() > DOUBTFUL * means.mean()) {
            text.append("\nThe JVMs differ by more than ")
                    .append(Math.round(100 * DOUBTFUL))
                    .append(" %: something else used the machine, or their compilers came to different code. More"
                            + " forks tell which (best JVM ")
                    .append(Units.time(means.best(), digits))
                    .append(").");
        }
        return text.toString();
    }

    private double within() {
        return forks.stream().mapToDouble(Timing::deviation).average().orElse(0);
    }
}
