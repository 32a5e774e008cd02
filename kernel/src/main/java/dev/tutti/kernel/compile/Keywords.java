package dev.tutti.kernel.compile;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/** The words of the language, which JShell does not suggest. */
final class Keywords {

    private static final Set<String> WORDS = new TreeSet<>(List.of(
            "abstract",
            "assert",
            "boolean",
            "break",
            "byte",
            "case",
            "catch",
            "char",
            "class",
            "continue",
            "default",
            "do",
            "double",
            "else",
            "enum",
            "extends",
            "false",
            "final",
            "finally",
            "float",
            "for",
            "if",
            "implements",
            "import",
            "instanceof",
            "int",
            "interface",
            "long",
            "new",
            "null",
            "private",
            "protected",
            "public",
            "record",
            "return",
            "sealed",
            "short",
            "static",
            "super",
            "switch",
            "synchronized",
            "this",
            "throw",
            "throws",
            "true",
            "try",
            "var",
            "void",
            "volatile",
            "while",
            "yield"));

    private Keywords() {}

    static Stream<String> startingWith(String prefix) {
        return WORDS.stream().filter(word -> word.startsWith(prefix));
    }

    static boolean isReserved(String word) {
        return SourceVersion.isKeyword(word);
    }
}
