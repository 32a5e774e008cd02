package dev.tutti.kernel;

import dev.tutti.kernel.cell.SymbolNames;
import dev.tutti.kernel.cell.SymbolPlace;
import dev.tutti.kernel.compile.Candidate;
import dev.tutti.kernel.compile.Completions;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Completes {@code \alpha} to the character of that name. */
final class SymbolCompletion {

    private SymbolCompletion() {}

    /** The characters that may be meant; a name in full means its own only. Empty where none can stand. */
    static Optional<Completions> at(String java, int cursor) {
        return SymbolPlace.at(java, cursor)
                .map(place -> new Completions(place.start(), candidates(place), false))
                .filter(known -> !known.candidates().isEmpty());
    }

    private static List<Candidate> candidates(SymbolPlace place) {
        List<Map.Entry<String, String>> meant = SymbolNames.all().entrySet().stream()
                .filter(symbol -> place.answers(symbol.getKey()) && place.takes(symbol.getValue()))
                .toList();
        List<Map.Entry<String, String>> exact = meant.stream()
                .filter(symbol -> symbol.getKey().equals(place.typed()))
                .toList();
        return (exact.isEmpty() ? meant : exact)
                .stream()
                        .map(symbol ->
                                new Candidate(symbol.getValue(), Candidate.Kind.SYMBOL, "\\" + symbol.getKey(), true))
                        .toList();
    }
}
