package dev.tutti.kernel.decompile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A decompiler's text in the user's words: without the classes that JShell wraps around snippets and the method that it runs
 * them by, and with the calls that have no form in Java cut to what they say.
 */
final class ReadableJava {

    private static final String WRAPPER = "\\$JShell\\$\\w+";
    private static final Pattern COMMENT = Pattern.compile("(?m)^ */\\*\\n(?: *\\*.*\\n)*? *\\*/\\n");
    private static final Pattern HEADER = Pattern.compile("(?m)^(package|import) .*\\n");
    private static final Pattern SUPERTYPES = Pattern.compile("\\n *(extends|implements) ");
    private static final Pattern NAME = Pattern.compile("(REPL\\.)?[$.]JShell[$.][0-9A-Z]+([$.](?=\\w))?");
    private static final Pattern ANONYMOUS = Pattern.compile("\\$JShell\\$anonymous\\$\\$");

    /** The class of a wrapper itself, which has no better name. */
    private static final Pattern CLASS = Pattern.compile(WRAPPER + "\\.class\\b");

    private static final Pattern LAMBDA = Pattern.compile("lambda\\$do_it\\$(Aux)?\\$");

    /** {@code metafactory(null, null, null, (I)V, lambda$f$0(int ), (I)V)}: lookup, name and erased types say nothing. */
    private static final Pattern METAFACTORY =
            Pattern.compile("etafactory\\(null, null, null, \\S+, ([\\w$<>.]+)\\(([^()]*)\\), \\S+?\\)(?=\\()");

    /** Before a literal, the type that it has anyway. */
    private static final Pattern IDLE_CAST =
            Pattern.compile("\\((?:String\\)(?=\")|int\\)(?=-?\\d+[,)\\]])|boolean\\)(?=true|false))");

    private static final Pattern WRAPPER_START = Pattern.compile("(?:\\w+ )*class " + WRAPPER + " \\{");
    private static final Pattern CONSTRUCTOR = Pattern.compile("(?:\\w+ )?" + WRAPPER + "\\(\\) \\{");
    private static final Pattern ENTRY = Pattern.compile("(public|private) static .*do_it\\$(Aux)?\\(\\).*\\{");
    private static final Pattern RETURN = Pattern.compile("return ((\\w+ = .*)|.*);");

    /** JShell computes an initialiser whose type is inferred in a method of its own, by a variable {@code $_}. */
    private static final Pattern SCRATCH = Pattern.compile("^(?:.*[ (])?\\$+_ = ");

    private static final Pattern SCRATCH_DECLARED = Pattern.compile("\\S.* \\$+_;");
    private static final Pattern SCRATCH_USED = Pattern.compile("(\\w+) = .*do_it\\$Aux\\(\\);");
    /** Where the type is given, by a variable {@code x_}. */
    private static final Pattern DOUBLE_DECLARED = Pattern.compile("(?m)^[^=\\n]+ ([\\w$]+)_;\\n\\1 = \\1_ = ");

    private static final Pattern DOUBLE_ASSIGNED =
            Pattern.compile("(?m)^[^=\\n]+ ([\\w$]+)_ = (.*)\\n\\1 = (?:\\([^()]*\\))?\\1_;$");

    private static final String TO_BE_NAMED = "\u0000";
    private static final String INDENT = "    ";

    /** Where a line stands. */
    private enum Place {
        OUTSIDE,
        WRAPPER,
        CONSTRUCTOR,
        ENTRY
    }

    private final List<String> lines = new ArrayList<>();
    private Place place = Place.OUTSIDE;

    private ReadableJava() {}

    static String of(String decompiled) {
        ReadableJava readable = new ReadableJava();
        String text = HEADER.matcher(COMMENT.matcher(decompiled).replaceAll("")).replaceAll("");
        SUPERTYPES.matcher(text).replaceAll(" $1 ").lines().forEach(readable::take);
        return inWordsOfUser(String.join("\n", readable.lines))
                        .replaceAll("\\n{3,}", "\n\n")
                        .strip()
                + "\n";
    }

    private static String inWordsOfUser(String text) {
        String named = CLASS.matcher(text).replaceAll("Cell.class");
        named = NAME.matcher(ANONYMOUS.matcher(named).replaceAll("anonymous\\$"))
                .replaceAll("");
        named = LAMBDA.matcher(named).replaceAll("lambda\\$");
        String assigned = DOUBLE_DECLARED.matcher(named).replaceAll("$1 = ");
        assigned = DOUBLE_ASSIGNED.matcher(assigned).replaceAll("$1 = $2");
        String called = METAFACTORY
                .matcher(assigned)
                .replaceAll(call -> Matcher.quoteReplacement("etafactory(" + call.group(1) + "("
                        + call.group(2).strip().replaceAll(" +", ", ") + "))"));
        return IDLE_CAST.matcher(called).replaceAll("");
    }

    private void take(String line) {
        switch (place) {
            case OUTSIDE -> {
                if (WRAPPER_START.matcher(line).matches()) {
                    place = Place.WRAPPER;
                } else {
                    lines.add(line);
                }
            }
            case WRAPPER -> member(line);
            case CONSTRUCTOR -> place = line.equals(INDENT + "}") ? Place.WRAPPER : place;
            case ENTRY -> entry(line);
        }
    }

    private void member(String line) {
        String member = outdented(line, INDENT);
        if (line.equals("}")) {
            place = Place.OUTSIDE;
            lines.add("");
        } else if (CONSTRUCTOR.matcher(member).matches()) {
            place = Place.CONSTRUCTOR;
        } else if (ENTRY.matcher(member).matches()) {
            place = Place.ENTRY;
        } else {
            lines.add(member);
        }
    }

    private void entry(String line) {
        String statement = outdented(line, INDENT + INDENT);
        if (line.equals(INDENT + "}")) {
            place = Place.WRAPPER;
            return;
        }
        Matcher returned = RETURN.matcher(statement);
        Matcher used = SCRATCH_USED.matcher(statement);
        if (returned.matches()) {
            Optional.ofNullable(returned.group(2)).ifPresent(assignment -> lines.add(assignment + ";"));
        } else if (used.matches()) {
            lines.replaceAll(one -> one.replace(TO_BE_NAMED, used.group(1)));
        } else if (!SCRATCH_DECLARED.matcher(statement).matches()) {
            lines.add(SCRATCH.matcher(statement).replaceFirst(TO_BE_NAMED + " = "));
        }
    }

    private static String outdented(String line, String indent) {
        return line.startsWith(indent) ? line.substring(indent.length()) : line;
    }
}
