package dev.tutti.kernel.compile;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.SourceCodeAnalysis;

/**
 * The names that JShell would offer in a place, to be compared with a name that it does not know there. Asked when a cell
 * does not compile, under the lock of the compiler.
 */
final class OfferedNames {

    /** What javac says of where it looked: {@code variable c of type City}, {@code interface java.util.List<…>}. */
    private static final Pattern LOCATION = Pattern.compile(
            "\\R\\s*location:\\s*(?:(?:variable|parameter) \\w+ of type|class|interface|enum|record) (\\S.*)");

    private final SourceCodeAnalysis analysis;

    OfferedNames(SourceCodeAnalysis analysis) {
        this.analysis = analysis;
    }

    /** Fields and methods of the type where javac's message says that it looked; none if it names no type. */
    List<String> members(String message) {
        Matcher location = LOCATION.matcher(message);
        if (!location.find()) {
            return List.of();
        }
        String type = location.group(1).strip();
        return Stream.concat(offered("((" + type + ") null)."), offered(TypeText.erased(type) + "."))
                .distinct()
                .toList();
    }

    /** Types in force here that begin with the letter that a name begins with: first letters are seldom wrong. */
    List<String> types(String name) {
        return offered(name.substring(0, 1))
                .filter(found -> Character.isUpperCase(found.charAt(0)))
                .distinct()
                .toList();
    }

    private Stream<String> offered(String text) {
        return analysis.completionSuggestions(text, text.length(), new int[1]).stream()
                .map(SourceCodeAnalysis.Suggestion::continuation)
                .map(offered -> offered.replaceFirst("[^\\w$].*", ""))
                .filter(offered -> !offered.isEmpty());
    }
}
