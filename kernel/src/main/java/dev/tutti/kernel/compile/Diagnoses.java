package dev.tutti.kernel.compile;

import dev.tutti.kernel.compile.Diagnostic.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.Diag;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;

/** javac's words about a snippet, as words about the cell. */
final class Diagnoses {

    /** What javac says of where a name was looked for, when that was our wrapper. */
    private static final Pattern NO_LOCATION = Pattern.compile("\\R\\s*location:\\s*class\\s*(?=\\R|$)");

    private static final Pattern SYMBOL =
            Pattern.compile("\\R\\s*symbol:\\s*(class|variable|method|interface)?\\s*(\\w+)");

    private static final Pattern UNKNOWN_VARIABLE =
            Pattern.compile("cannot find symbol\\R\\s*symbol:\\s*variable \\w+");

    private static final Pattern ASSIGNED = Pattern.compile("\\s*=(?!=)");

    private static final Pattern NO_PACKAGE = Pattern.compile("package ([\\w.]+) does not exist");

    private final CellTransaction transaction;

    Diagnoses(CellTransaction transaction) {
        this.transaction = transaction;
    }

    /** Why JShell refused a snippet: at least one error. */
    List<Diagnostic> of(Snippet refused, EditedText text) {
        List<Diagnostic> all = transaction
                .session()
                .shell()
                .diagnostics(refused)
                .filter(Diag::isError)
                .map(d -> diagnostic(d, text))
                .distinct()
                .toList();
        if (!all.isEmpty()) {
            return all;
        }
        return List.of(new Diagnostic(
                Severity.ERROR,
                "This cannot be compiled together with what is declared already.",
                text.startInCell(0),
                text.endInCell(text.text().length())));
    }

    private Diagnostic diagnostic(Diag diag, EditedText text) {
        int length = text.text().length();
        int from = Math.clamp(diag.getStartPosition() < 0 ? diag.getPosition() : diag.getStartPosition(), 0, length);
        int to = Math.clamp(diag.getEndPosition(), from, length);
        int start = text.startInCell(from);
        int end = to == from ? start : Math.max(start, text.endInCell(to));
        String words = words(diag.getMessage(Locale.ENGLISH));
        boolean assigned = UNKNOWN_VARIABLE.matcher(words).matches()
                && ASSIGNED.matcher(text.text()).region(to, length).lookingAt();
        String declare = assigned
                ? line("If it is to be a new variable: var " + text.text().substring(from, to) + " = …;")
                : "";
        String command = from == 0 ? line(FamiliarWords.aboutCommand(text.text())) : "";
        return new Diagnostic(Severity.ERROR, words + declare + command, start, end);
    }

    private String words(String message) {
        String stripped =
                NO_LOCATION.matcher(WrapperName.strip(message)).replaceAll("").strip();
        Matcher symbol = SYMBOL.matcher(stripped);
        if (!symbol.find()) {
            Matcher unknown = NO_PACKAGE.matcher(stripped);
            return unknown.find() ? stripped + line(hintForPackage(unknown.group(1))) : stripped;
        }
        String name = symbol.group(2);
        List<LiveSnippet> live = transaction.live();
        boolean waits =
                live.stream().anyMatch(s -> s.name().equals(name) && s.status() == Status.RECOVERABLE_NOT_DEFINED);
        if (waits) {
            return stripped + "\n" + name
                    + " is declared, but not usable before all that it refers to is declared too.";
        }
        boolean method = "method".equals(symbol.group(1));
        if (stripped.contains("location:")) {
            String near = NearNames.question(name, offeredNames().members(stripped));
            return stripped + line(near.strip()) + line(method ? missingNames().hintForMethod(name) : "");
        }
        String familiar = FamiliarWords.about(name);
        if (!familiar.isEmpty()) {
            return stripped + line(familiar);
        }
        String hint =
                method ? missingNames().hintForMethod(name) : missingNames().hintForType(name);
        return stripped + line(near(name, hint.isEmpty() && !method, live)) + line(hint);
    }

    /** What is declared or, if that is asked for, imported under a name like this one. */
    private String near(String name, boolean types, List<LiveSnippet> live) {
        List<String> known = new ArrayList<>(SnippetEvaluator.names(live));
        if (types && Character.isUpperCase(name.charAt(0))) {
            known.addAll(offeredNames().types(name));
        }
        return NearNames.question(name, known).strip();
    }

    /** A package that is written as a type is a mistyped one: {@code Sytem.out}. */
    private String hintForPackage(String name) {
        boolean type = name.indexOf('.') < 0 && Character.isUpperCase(name.charAt(0));
        return type ? near(name, true, transaction.live()) : missingNames().hintForPackage(name);
    }

    private OfferedNames offeredNames() {
        return new OfferedNames(transaction.session().analysis());
    }

    private MissingNames missingNames() {
        return new MissingNames(transaction.session().classPath().entries());
    }

    private static String line(String text) {
        return text.isEmpty() ? "" : "\n" + text;
    }
}
