package dev.tutti.kernel.compile;

import dev.tutti.kernel.cell.JavaLexer;
import dev.tutti.kernel.cell.TokenKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jdk.jshell.SourceCodeAnalysis;

/**
 * Signatures and Javadoc. Signatures cost a few milliseconds; Javadoc makes JShell parse the JDK's sources, which
 * costs 20 to 130, so the signatures are published first and a comment that was read once is kept by the signature.
 * Used by the analysis thread only.
 */
final class DocumentationFinder {

    private static final int KEPT = 500;

    private final LockedJShell jshell;
    private final KnownTypes knownTypes;
    private final Map<String, String> javadocs = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > KEPT;
        }
    };

    /** The place in JShell's terms and what it found there. */
    private record Found(String text, List<SourceCodeAnalysis.Documentation> elements) {}

    DocumentationFinder(LockedJShell jshell, KnownTypes knownTypes) {
        this.jshell = jshell;
        this.knownTypes = knownTypes;
    }

    void find(String java, int cursor, boolean javadoc, Answer<List<Documentation>> answer) {
        String before = java.substring(0, endOfWord(java, cursor));
        Optional<CallAtCursor> call = CallAtCursor.atEndOf(java.substring(0, cursor));
        Optional<Found> found = jshell.analyse(
                answer.remainingNanos(),
                analysis -> lookUp(knownTypes.qualify(CellContext.of(analysis, before)), analysis));
        found.ifPresent(place -> {
            List<String> headers = place.elements().stream()
                    .map(SourceCodeAnalysis.Documentation::signature)
                    .toList();
            answer.publish(documentation(headers, call, false));
            if (javadoc && !answer.isStale()) {
                jshell.view(answer.remainingNanos());
                readJavadoc(place, headers, answer);
                answer.publish(documentation(headers, call, true));
            }
        });
    }

    private void readJavadoc(Found place, List<String> headers, Answer<?> answer) {
        if (javadocs.keySet().containsAll(headers)) {
            return;
        }
        String text = place.text();
        jshell.analyse(answer.remainingNanos(), analysis -> analysis.documentation(text, text.length(), true))
                .ifPresent(elements -> elements.forEach(element -> {
                    if (element.javadoc() != null) {
                        javadocs.put(element.signature(), element.javadoc().strip());
                    }
                }));
    }

    private List<Documentation> documentation(List<String> headers, Optional<CallAtCursor> call, boolean javadoc) {
        return headers.stream()
                .map(header -> {
                    String signature = Header.asInSource(header);
                    String comment = javadoc ? javadoc(header, signature) : "";
                    Documentation found = new Documentation(signature, comment, Documentation.NO_PARAMETER);
                    return call.map(found::in).orElse(found);
                })
                .distinct()
                .toList();
    }

    private String javadoc(String header, String signature) {
        String comment = javadocs.get(header);
        return comment != null ? comment : declaredJavadoc(nameOf(signature));
    }

    /** The comment in front of a declaration of the session, without its stars. */
    private String declaredJavadoc(String name) {
        return jshell.lastView().declarations().stream()
                .filter(declaration -> declaration.name().equals(name))
                .map(declaration -> leadingJavadoc(declaration.source()))
                .filter(comment -> !comment.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String leadingJavadoc(String source) {
        return JavaLexer.tokens(source).stream()
                .takeWhile(token -> !token.kind().isSignificant())
                .filter(token -> token.kind() == TokenKind.JAVADOC && token.closed())
                .map(token -> source.substring(token.start() + 3, token.end() - 2)
                        .replaceAll("(?m)^\\s*\\*? ?", "")
                        .strip())
                .reduce("", (first, last) -> last);
    }

    private static String nameOf(String signature) {
        String called = Header.calledName(signature);
        return called.isEmpty() ? signature.substring(signature.lastIndexOf(' ') + 1) : called;
    }

    private static Found lookUp(CellContext context, SourceCodeAnalysis analysis) {
        String text = context.text();
        List<SourceCodeAnalysis.Documentation> elements = analysis.documentation(text, text.length(), false);
        boolean name = !text.isEmpty() && Character.isJavaIdentifierPart(text.charAt(text.length() - 1));
        if (!elements.isEmpty() || !name) {
            return new Found(text, elements);
        }
        String asCall = text + "(";
        return new Found(asCall, analysis.documentation(asCall, asCall.length(), false));
    }

    private static int endOfWord(String java, int cursor) {
        int end = cursor;
        boolean inWord = cursor > 0 && Character.isJavaIdentifierPart(java.charAt(cursor - 1))
                || cursor < java.length() && Character.isJavaIdentifierStart(java.charAt(cursor));
        while (inWord && end < java.length() && Character.isJavaIdentifierPart(java.charAt(end))) {
            end++;
        }
        return end;
    }
}
