package dev.tutti.kernel.compile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntUnaryOperator;
import jdk.jshell.SourceCodeAnalysis.SnippetWrapper;

/**
 * The way from a line of a wrapper's source, which javac writes into the class file, to the line of the cell as typed.
 * Lines that JShell made up belong to the snippet's first.
 */
final class WrapperLines {

    private final SnippetWrapper wrapper;
    private final SnippetOrigin origin;
    private final String wrapped;
    private final int bodyStart;

    WrapperLines(SnippetWrapper wrapper, SnippetOrigin origin) {
        this.wrapper = wrapper;
        this.origin = origin;
        this.wrapped = wrapper.wrapped();
        this.bodyStart = wholeSourceAt();
    }

    /** For a wrapper that holds these snippets: several only if they are overloads that call each other. */
    static IntUnaryOperator of(List<WrapperLines> snippets) {
        Map<Integer, Integer> known = new HashMap<>();
        return line -> known.computeIfAbsent(
                line,
                wanted -> snippets.stream()
                        .flatMapToInt(s -> s.find(wanted).stream())
                        .findFirst()
                        .orElseGet(() -> snippets.getLast().firstLine()));
    }

    private OptionalInt find(int line) {
        int start = 0;
        for (int i = 1; i < line && start >= 0; i++) {
            start = wrapped.indexOf('\n', start) + 1;
            if (start == 0) {
                return OptionalInt.empty();
            }
        }
        int end = wrapped.indexOf('\n', start);
        for (int at = start; at < (end < 0 ? wrapped.length() : end); at++) {
            int offset = Character.isWhitespace(wrapped.charAt(at)) ? -1 : sourceOffset(at);
            if (offset >= 0) {
                return OptionalInt.of(origin.line(offset));
            }
        }
        return OptionalInt.empty();
    }

    /** The offset in the snippet of what stands at an offset of the wrapper; -1 for what JShell made up. */
    private int sourceOffset(int at) {
        String source = origin.text().text();
        if (bodyStart >= 0) {
            return at >= bodyStart && at < bodyStart + source.length() ? at - bodyStart : -1;
        }
        int offset = wrapper.wrappedToSourcePosition(at);
        boolean real = offset >= 0
                && offset < source.length()
                && source.charAt(offset) == wrapped.charAt(at)
                && wrapper.sourceToWrappedPosition(offset) == at;
        return real ? offset : -1;
    }

    /**
     * Where the snippet stands as a whole: methods, types and statements do. JShell blanks out comments and modifiers, and
     * puts overloads that call each other into one wrapper, where its own mapping knows the first only.
     */
    private int wholeSourceAt() {
        String source = origin.text().text().stripTrailing();
        int body = wrapped.indexOf("\nclass ");
        int last = wrapped.length() - source.length();
        for (int at = Math.max(body, 0); at <= last; at++) {
            if (isSourceAt(at, source)) {
                return at;
            }
        }
        return -1;
    }

    private boolean isSourceAt(int at, String source) {
        int same = 0;
        for (int i = 0; i < source.length(); i++) {
            char there = wrapped.charAt(at + i);
            char here = source.charAt(i);
            if (there == here) {
                same += Character.isWhitespace(here) ? 0 : 1;
            } else if (there != ' ') {
                return false;
            }
        }
        return same > 0 && !Character.isWhitespace(wrapped.charAt(at + firstKept(at, source)));
    }

    private int firstKept(int at, String source) {
        int i = 0;
        while (i + 1 < source.length() && wrapped.charAt(at + i) == ' ') {
            i++;
        }
        return i;
    }

    private int firstLine() {
        JavaToken first = JavaTokens.of(origin.text().text()).getFirst();
        return origin.line(first.start());
    }
}
