package dev.tutti.kernel.compile;

import dev.tutti.kernel.cell.JavaShape;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/** Whether Java can be run: by JShell where it can be asked at once, else by the tokens. */
final class CompletenessJudge {

    /** How long the typing thread waits for JShell while a cell compiles. */
    private static final long WAIT_NANOS = 50_000_000;
    /** JShell reads all that remains for each snippet; beyond this it would be felt while typing. */
    private static final int LONGEST = 20_000;

    private final LockedJShell jshell;

    CompletenessJudge(LockedJShell jshell) {
        this.jshell = jshell;
    }

    Completeness judge(String java) {
        if (java.isBlank()) {
            return Completeness.EMPTY;
        }
        if (java.length() > LONGEST) {
            return byTokens(java);
        }
        return jshell.analyseText(WAIT_NANOS, analysis -> byCompiler(analysis, java))
                .orElseGet(() -> byTokens(java));
    }

    private static Completeness byCompiler(SourceCodeAnalysis analysis, String java) {
        String rest = java;
        Completeness soFar = Completeness.EMPTY;
        while (!rest.isBlank()) {
            CompletionInfo info = analysis.analyzeCompletion(rest);
            switch (info.completeness()) {
                case COMPLETE, COMPLETE_WITH_SEMI -> soFar = Completeness.COMPLETE;
                case DEFINITELY_INCOMPLETE, CONSIDERED_INCOMPLETE -> {
                    return Completeness.INCOMPLETE;
                }
                case UNKNOWN -> {
                    return Completeness.INVALID;
                }
                case EMPTY -> {
                    return soFar;
                }
            }
            if (info.remaining().isBlank()) {
                return isLoneAnnotation(rest) ? Completeness.INCOMPLETE : soFar;
            }
            rest = info.remaining();
        }
        return soFar;
    }

    /** JShell takes {@code @Deprecated} for complete, but what it annotates follows on the next line. */
    private static boolean isLoneAnnotation(String snippet) {
        return snippet.stripLeading().startsWith("@") && JavaShape.of(snippet) == JavaShape.OPEN;
    }

    private static Completeness byTokens(String java) {
        return switch (JavaShape.of(java)) {
            case EMPTY -> Completeness.EMPTY;
            case OPEN -> Completeness.INCOMPLETE;
            case CLOSED -> Completeness.COMPLETE;
            case BROKEN -> Completeness.INVALID;
        };
    }
}
