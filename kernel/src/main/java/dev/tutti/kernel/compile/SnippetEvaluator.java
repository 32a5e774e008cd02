package dev.tutti.kernel.compile;

import dev.tutti.kernel.compile.EditedText.Edit;
import dev.tutti.kernel.compile.SnippetOrigin.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import jdk.jshell.Diag;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;

/** Gives one snippet to JShell in the form that JShell takes, and learns from what it answers. */
final class SnippetEvaluator {

    private static final Set<String> UNKNOWN =
            Set.of("compiler.err.cant.resolve", "compiler.err.cant.resolve.location");
    private static final String UNDERSCORE = "compiler.err.use.of.underscore.not.allowed.non.variable";

    private final CellTransaction transaction;
    private final CompilerSession session;
    private final OptionalInt underscore;
    private final InputNames inputs;

    /**
     * @param underscore the cell whose result {@code _} means
     */
    SnippetEvaluator(CellTransaction transaction, OptionalInt underscore) {
        this.transaction = transaction;
        this.session = transaction.session();
        this.underscore = underscore;
        this.inputs = new InputNames(session.texts(), transaction.number().value());
    }

    /**
     * Evaluates a snippet whose value nobody asks for, or one that may give a result.
     *
     * @param neighbours the snippets of the same step
     * @param resultName the name of the result's variable, empty if no result is wanted
     * @return the variable of the result, if there is one
     */
    Optional<Snippet> evaluate(SnippetText snippet, List<SnippetText> neighbours, String resultName)
            throws CellRejected {
        Optional<JavaToken> reserved = TextRewrites.reservedDeclaration(snippet.tokens());
        if (reserved.isPresent()) {
            throw reserved(snippet, reserved.get());
        }
        boolean wantsResult = !resultName.isEmpty() && !snippet.isAssignment();
        EditedText text = rewritten(snippet, neighbours, wantsResult);
        session.temporaryNames().want(wantsResult ? resultName : "");
        Accepted accepted = eval(snippet, text);
        if (accepted.snippets().size() > 1) {
            return several(snippet, accepted);
        }
        if (accepted.snippets().isEmpty()) {
            return Optional.empty();
        }
        Snippet one = accepted.snippets().getFirst();
        if (one.subKind() == SubKind.TEMP_VAR_EXPRESSION_SUBKIND) {
            return temporary(snippet, accepted, one, wantsResult ? resultName : "");
        }
        if (namesSessionType(one)) {
            accepted = withWrittenType(snippet, accepted, one);
            one = accepted.snippets().getFirst();
        }
        transaction.accept(one, transaction.origin(accepted.text(), Role.USER));
        return Optional.empty();
    }

    /** Text that JShell took, and its snippets for it. */
    private record Accepted(EditedText text, List<Snippet> snippets) {}

    private EditedText rewritten(SnippetText snippet, List<SnippetText> neighbours, boolean wantsResult)
            throws CellRejected {
        EditedText text = snippet.complete();
        for (Edit edit : TextRewrites.recordConstructors(snippet.tokens())) {
            text = text.with(edit);
        }
        text = SealedTypes.permits(snippet, neighbours).map(text::with).orElse(text);
        for (Edit edit : TextRewrites.results(snippet.tokens(), session.results())) {
            text = text.with(edit);
        }
        boolean namesOut = snippet.tokens().stream().anyMatch(t -> t.is("Out"));
        if (namesOut && !isLive("Out")) {
            for (Edit edit : TextRewrites.outs(snippet.tokens(), session.results())) {
                text = text.with(edit);
            }
        }
        if (snippet.tokens().stream().anyMatch(t -> t.is("In")) && !isLive("In")) {
            for (Edit edit : inputs.lookUps(snippet)) {
                text = text.with(edit);
            }
        }
        if (wantsResult && snippet.isBareName()) {
            text = parenthesised(snippet, text, "(", ")");
        }
        return text;
    }

    private static EditedText parenthesised(SnippetText snippet, EditedText text, String open, String close) {
        int end = snippet.endsWithSemicolon()
                ? snippet.last().start()
                : snippet.last().end();
        int start = snippet.first().start();
        return text.around(start, end, open, close);
    }

    private boolean isLive(String name) {
        return transaction.live().stream()
                .anyMatch(s -> !s.isImport() && s.name().equals(name));
    }

    private Accepted eval(SnippetText snippet, EditedText first) throws CellRejected {
        EditedText text = first;
        while (true) {
            List<SnippetEvent> events = transaction.eval(text);
            List<Snippet> primaries = events.stream()
                    .filter(e -> e.causeSnippet() == null)
                    .map(SnippetEvent::snippet)
                    .toList();
            Optional<Snippet> refused =
                    primaries.stream().filter(this::isRefused).findFirst();
            if (refused.isEmpty()) {
                return new Accepted(text, primaries);
            }
            Optional<EditedText> next = withUnderscores(refused.get(), text, snippet);
            if (next.isEmpty()) {
                next = withInputs(refused.get(), text, snippet);
            }
            if (next.isEmpty()) {
                throw new CellRejected(
                        new Diagnoses(transaction).of(refused.get(), text), isDeclaration(refused.get()));
            }
            text = next.get();
        }
    }

    /** What JShell keeps for later may still be wrong by itself: a method that is too large, for one. */
    private boolean isRefused(Snippet snippet) {
        Status status = session.shell().status(snippet);
        return !CompilerSession.isAccepted(status)
                || status != Status.VALID
                        && session.shell().diagnostics(snippet).anyMatch(Diag::isError);
    }

    private boolean isDeclaration(Snippet refused) {
        Snippet.Kind kind = session.analysis().wrapper(refused).kind();
        return kind == Snippet.Kind.METHOD || kind == Snippet.Kind.TYPE_DECL;
    }

    /** The text with texts of earlier cells where javac does not know what stands for them. */
    private Optional<EditedText> withInputs(Snippet refused, EditedText text, SnippetText snippet) throws CellRejected {
        EditedText next = text;
        for (JavaToken name : namedBy(refused, text, snippet, UNKNOWN)) {
            Optional<String> java = inputs.expression(name, snippet);
            if (java.isPresent()) {
                next = next.with(new Edit(name.start(), name.end(), java.get()));
            }
        }
        return next.text().equals(text.text()) ? Optional.empty() : Optional.of(next);
    }

    /** The words at which errors of some kinds stand. */
    private List<JavaToken> namedBy(Snippet refused, EditedText text, SnippetText snippet, Set<String> errors) {
        Set<Integer> places = session.shell()
                .diagnostics(refused)
                .filter(d -> errors.contains(d.getCode()))
                .map(d -> text.startInCell((int) d.getPosition()) - snippet.offsetInCell())
                .collect(Collectors.toSet());
        return snippet.tokens().stream()
                .filter(t -> t.isWord() && places.contains(t.start()))
                .toList();
    }

    /** The text with the result's name where javac says that an underscore is not allowed. */
    private Optional<EditedText> withUnderscores(Snippet refused, EditedText text, SnippetText snippet)
            throws CellRejected {
        List<Integer> places = namedBy(refused, text, snippet, Set.of(UNDERSCORE)).stream()
                .filter(t -> t.is("_"))
                .map(JavaToken::start)
                .toList();
        if (places.isEmpty()) {
            return Optional.empty();
        }
        if (underscore.isEmpty()) {
            int start = snippet.offsetInCell() + places.getFirst();
            throw CellRejected.at(
                    "There is no result yet that _ could mean here. _ is the newest result that all targets of the"
                            + " cell have.",
                    start,
                    start + 1);
        }
        EditedText next = text;
        for (int place : places) {
            next = next.with(TextRewrites.underscore(place, underscore.getAsInt(), session.results()));
        }
        return Optional.of(next);
    }

    private Optional<Snippet> several(SnippetText snippet, Accepted accepted) throws CellRejected {
        List<String> names = accepted.snippets().stream()
                .map(s -> s instanceof VarSnippet v ? v.name() : "")
                .toList();
        for (EditedText part : Declarators.split(snippet, accepted.text(), names)) {
            Accepted one = eval(snippet, part);
            transaction.accept(one.snippets().getFirst(), transaction.origin(part, Role.USER));
        }
        return Optional.empty();
    }

    private Optional<Snippet> temporary(SnippetText snippet, Accepted accepted, Snippet temporary, String resultName)
            throws CellRejected {
        SnippetOrigin origin = transaction.origin(accepted.text(), Role.RESULT);
        if (resultName.isEmpty()) {
            transaction.accept(temporary, origin);
            transaction.discard(temporary);
            return Optional.empty();
        }
        if (((VarSnippet) temporary).name().equals(resultName) || !TemporaryNames.isReserved(resultName)) {
            transaction.accept(temporary, origin);
            return Optional.of(temporary);
        }
        // The name was taken by an earlier part of the same cell: JShell gives it to declared variables only.
        session.drop(temporary);
        EditedText declared = parenthesised(snippet, accepted.text(), "var " + resultName + " = (", ")");
        if (!snippet.endsWithSemicolon()) {
            int end = snippet.last().end();
            declared = declared.with(new Edit(end, end, ";"));
        }
        Accepted again = eval(snippet, declared);
        Snippet variable = again.snippets().getFirst();
        transaction.accept(variable, transaction.origin(declared, Role.RESULT));
        return Optional.of(variable);
    }

    /** Whether a variable's inferred type names a type of the session. */
    private boolean namesSessionType(Snippet snippet) {
        if (snippet.kind() != Snippet.Kind.VAR || session.shell().status(snippet) != Status.VALID) {
            return false;
        }
        String wrapper = session.analysis().wrapper(snippet).fullClassName();
        return session.journal()
                .newest(wrapper)
                .flatMap(RecordedClass::variable)
                .filter(f -> f.fieldType().stringValue().contains("REPL/")
                        || ClassShape.genericType(f).contains("REPL/"))
                .isPresent();
    }

    /**
     * The declaration again, with its type written where the user wrote {@code var}: JShell keeps an inferred type for ever,
     * also when the type it names is declared anew.
     */
    private Accepted withWrittenType(SnippetText snippet, Accepted accepted, Snippet variable) throws CellRejected {
        Optional<EditedText> written = TextRewrites.leadingVar(snippet.tokens())
                .flatMap(word -> TextRewrites.withType(accepted.text(), word, ((VarSnippet) variable).typeName()));
        if (written.isEmpty()) {
            return accepted;
        }
        try {
            return eval(snippet, written.get());
        } catch (CellRejected e) {
            return eval(snippet, accepted.text());
        }
    }

    private static CellRejected reserved(SnippetText snippet, JavaToken name) {
        int start = snippet.offsetInCell() + name.start();
        return CellRejected.at(
                "Names like " + name.text() + " are reserved for the results of cells. Choose another name.",
                start,
                start + name.text().length());
    }

    /** All live names, for suggestions. */
    static List<String> names(List<LiveSnippet> live) {
        List<String> names = new ArrayList<>();
        live.stream().filter(s -> !s.isImport() && !s.isResult()).forEach(s -> names.add(s.name()));
        return names;
    }
}
