package dev.tutti.shell.help;

import dev.tutti.kernel.compile.Documentation;
import dev.tutti.kernel.magic.FoundSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What {@code expr?} and {@code expr??} show. Pure, any thread. */
public final class HelpPage {

    /** How far a long signature is indented from its second line on. */
    private static final int WRAPPED = 8;

    private HelpPage() {}

    /**
     * Signatures with their documentation (overloads that share one stand together), then the source if there is one.
     *
     * @param subject what was asked about, for the case that nothing is known
     * @param known what the kernel knows, with Javadoc
     * @param source as it was written, or a decompiler's, whose heading says so
     * @param columns how wide the lines may be
     */
    public static List<StyledLine> of(
            String subject, List<Documentation> known, Optional<FoundSource> source, int columns) {
        if (known.isEmpty() && source.isEmpty()) {
            String sentence =
                    "Nothing is known about %s. Names of the session, of the JDK and of magics (%%px?) have help."
                            .formatted(subject);
            Flow flow = new Flow(columns);
            flow.words(sentence, TextStyle.PLAIN);
            return flow.lines();
        }
        List<StyledLine> lines = new ArrayList<>();
        for (Map.Entry<String, List<String>> entry : byComment(known).entrySet()) {
            separate(lines);
            entry.getValue().forEach(signature -> lines.addAll(signature(signature, columns)));
            if (!entry.getKey().isBlank()) {
                lines.add(StyledLine.BLANK);
                lines.addAll(JavadocText.render(entry.getKey(), columns));
            }
        }
        source.ifPresent(found -> {
            separate(lines);
            lines.add(StyledLine.of(heading(found), TextStyle.HEADING));
            found.text().stripTrailing().lines().forEach(line -> lines.add(StyledLine.of(line, TextStyle.CODE)));
        });
        return List.copyOf(lines);
    }

    private static String heading(FoundSource source) {
        return source.decompiledFrom()
                .map(origin -> "Decompiled (there are no sources of " + origin + "):")
                .orElse("Source:");
    }

    private static Map<String, List<String>> byComment(List<Documentation> known) {
        Map<String, List<String>> signatures = new LinkedHashMap<>();
        for (Documentation documentation : known) {
            signatures
                    .computeIfAbsent(documentation.javadoc(), comment -> new ArrayList<>())
                    .add(documentation.signature());
        }
        return signatures;
    }

    private static List<StyledLine> signature(String signature, int columns) {
        Flow flow = new Flow(columns);
        String[] firstAndRest = signature.strip().split("\\s+", 2);
        flow.words(firstAndRest[0], TextStyle.SUBJECT);
        flow.indentWraps(WRAPPED);
        flow.words(firstAndRest.length > 1 ? firstAndRest[1] : "", TextStyle.SUBJECT);
        return flow.lines();
    }

    private static void separate(List<StyledLine> lines) {
        if (!lines.isEmpty()) {
            lines.add(StyledLine.BLANK);
        }
    }
}
