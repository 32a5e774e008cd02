package dev.tutti.kernel.compile;

import java.util.List;

/** The cell that is being compiled cannot be. Carries what the user is told. */
final class CellRejected extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<Diagnostic> diagnostics;

    private final boolean declaration;

    /**
     * @param declaration whether it is a method or a type that does not compile
     */
    CellRejected(List<Diagnostic> diagnostics, boolean declaration) {
        super("The cell does not compile: " + diagnostics, null, false, false);
        this.diagnostics = List.copyOf(diagnostics);
        this.declaration = declaration;
    }

    static CellRejected at(String message, int start, int end) {
        return new CellRejected(List.of(new Diagnostic(Diagnostic.Severity.ERROR, message, start, end)), false);
    }

    /** Whether it may compile once what stands behind it is there. */
    boolean isDeclaration() {
        return declaration;
    }

    List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
