package dev.tutti.kernel.compile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;

/**
 * Finds names by a pattern with stars.
 *
 * @param candidates knows members
 * @param known knows types
 * @param imports those in force
 */
record NameSearch(CandidateFinder candidates, KnownTypes known, List<String> imports) {

    private static final int MOST = 100;

    void find(String pattern, Answer<List<String>> answer) {
        int dot = pattern.lastIndexOf('.');
        if (dot < 0) {
            Predicate<String> matches = glob(pattern);
            answer.publish(known.typeIndex().all().stream()
                    .filter(name -> matches.test(name.substring(name.lastIndexOf('.') + 1)))
                    .filter(known::isPublic)
                    .limit(MOST)
                    .toList());
            return;
        }
        String owner = pattern.substring(0, dot + 1);
        Predicate<String> matches = glob(pattern.substring(dot + 1));
        Optional<TypeElement> type = known.resolve(pattern.substring(0, dot), imports);
        if (type.isPresent()) {
            answer.publish(known.members(type.get().getQualifiedName().toString(), imports).entrySet().stream()
                    .filter(member -> matches.test(member.getKey()))
                    .sorted(Map.Entry.comparingByKey())
                    .map(member ->
                            owner + member.getKey() + "  " + member.getValue().detail())
                    .toList());
            return;
        }
        Answer<Completions> members =
                new Answer<>(Completions.none(dot + 1), System.nanoTime() + answer.remainingNanos());
        candidates.find(owner, owner.length(), members);
        answer.publish(members.known().candidates().stream()
                .filter(candidate -> matches.test(candidate.text().replaceAll("[(.].*", "")))
                .map(candidate -> owner
                        + candidate.text().replaceAll("[(].*", "")
                        + (candidate.detail().isEmpty() ? "" : "  ")
                        + candidate.detail())
                .limit(MOST)
                .toList());
    }

    private static Predicate<String> glob(String pattern) {
        return Pattern.compile(
                        Stream.of(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")))
                .asMatchPredicate();
    }
}
