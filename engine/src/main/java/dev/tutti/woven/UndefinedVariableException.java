package dev.tutti.woven;

/** User code read a session variable that has no value at this place. */
public final class UndefinedVariableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The wrapper's binary name. */
    private final String className;

    /** The variable's name. */
    private final String field;

    public UndefinedVariableException(String className, String field) {
        super(field.concat(" is not defined at this place: its declaration has not run here. Send it with %push ")
                .concat(field)
                .concat(" or run its cell here."));
        this.className = className;
        this.field = field;
    }

    /** The wrapper class that holds the variable ({@code REPL.$JShell$4}). */
    public String className() {
        return className;
    }

    /** The variable's name. */
    public String field() {
        return field;
    }
}
