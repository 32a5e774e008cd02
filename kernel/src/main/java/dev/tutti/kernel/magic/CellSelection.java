package dev.tutti.kernel.magic;

import dev.tutti.kernel.history.HistoryEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which earlier cells a magic means: ranges and macros, the newest, or those that look like something. */
final class CellSelection {

    /** What stands between the cells of one text, as in scripts. */
    static final String SEPARATOR = "\n// %%\n";

    @Parameters(
            arity = "0..*",
            paramLabel = "RANGE",
            description = "4, 4-6, ~1/2-5 (of the session before), ~2/ (all of it), or a macro")
    private List<String> ranges = List.of();

    @Option(
            names = {"-l", "--limit"},
            paramLabel = "N",
            description = "the newest N of all sessions")
    private Integer limit;

    @Option(
            names = {"-g", "--glob"},
            paramLabel = "TEXT",
            description = "those of all sessions that contain it; * and ? stand for any text")
    private String glob;

    @Option(names = "-r", description = "cells as typed; they always are")
    private boolean raw;

    /** Takes the first word away, which is the name of what is made of the cells. */
    Optional<String> takeName() {
        if (ranges.isEmpty()) {
            return Optional.empty();
        }
        String name = ranges.getFirst();
        ranges = ranges.subList(1, ranges.size());
        return Optional.of(name);
    }

    /** Whether anything was said. */
    boolean isGiven() {
        return !ranges.isEmpty() || limit != null || glob != null;
    }

    List<HistoryEntry> cells(boolean unique, MagicContext context) throws MagicException {
        if (limit != null && limit < 1) {
            throw new MagicException("The number of cells (-l) is 1 or more, not " + limit + ".");
        }
        if (glob != null || limit != null) {
            if (!ranges.isEmpty()) {
                throw new MagicException(
                        "Ranges do not go with -l and -g: those look at all sessions. Leave one of the two out.");
            }
            return context.history()
                    .newest(glob == null ? "" : glob, limit == null ? Integer.MAX_VALUE : limit, unique);
        }
        return context.history().cells(ranges);
    }

    /** Their texts; those of macros where they were named. */
    List<String> texts(MagicContext context) throws MagicException {
        return entries(context).stream().map(HistoryEntry::source).toList();
    }

    /** At least one; macros where they were named, as cell 0. */
    List<HistoryEntry> entries(MagicContext context) throws MagicException {
        List<HistoryEntry> entries = new ArrayList<>();
        if (ranges.isEmpty()) {
            entries.addAll(cells(false, context));
        }
        for (String word : ranges) {
            String macro = context.history().macros().get(word);
            if (macro != null) {
                entries.add(new HistoryEntry(0, 0, Instant.EPOCH, macro, Optional.empty()));
            } else {
                entries.addAll(context.history().cells(List.of(word)));
            }
        }
        if (entries.isEmpty()) {
            throw new MagicException("There is no such cell"
                    + (ranges.isEmpty() ? "" : ": " + ranges.stream().collect(Collectors.joining(" ")))
                    + ". %history lists those of this session.");
        }
        return entries;
    }

    /** One text of all, cells apart from each other. */
    String text(MagicContext context) throws MagicException {
        return String.join(SEPARATOR, texts(context));
    }
}
