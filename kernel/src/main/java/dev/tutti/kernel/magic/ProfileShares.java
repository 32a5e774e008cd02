package dev.tutti.kernel.magic;

import dev.tutti.engine.measure.Profile;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** The methods of a profile with their shares of all samples. */
final class ProfileShares {

    private final long samples;
    private final Map<String, Long> self = new HashMap<>();
    private final Map<String, Long> total = new HashMap<>();

    private ProfileShares(long samples) {
        this.samples = Math.max(1, samples);
    }

    static ProfileShares of(Profile profile) {
        ProfileShares shares = new ProfileShares(profile.samples());
        profile.stacks().forEach((stack, count) -> {
            shares.self.merge(stack.getLast(), count, Long::sum);
            // A method that calls itself is on the stack several times, but counts once.
            new HashSet<>(stack).forEach(method -> shares.total.merge(method, count, Long::sum));
        });
        return shares;
    }

    /** The share of samples that were in the method itself. */
    double self(String method) {
        return self.getOrDefault(method, 0L) / (double) samples;
    }

    /** The share of samples that were in it or what it called. */
    double total(String method) {
        return total.getOrDefault(method, 0L) / (double) samples;
    }

    /** The methods that take most. */
    List<String> sorted(boolean bySelf, int most) {
        Comparator<String> byTotal = Comparator.comparingDouble(method -> -total(method));
        Comparator<String> byShare = bySelf
                ? Comparator.<String>comparingDouble(method -> -self(method)).thenComparing(byTotal)
                : byTotal;
        return total.keySet().stream()
                .sorted(byShare.thenComparing(Comparator.naturalOrder()))
                .limit(most)
                .toList();
    }
}
