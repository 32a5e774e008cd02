package dev.tutti.woven;

/**
 * User code called a method or made an object whose declaration still refers to something undeclared. Stands in the place
 * of the exception of jdk.jshell, which engines do not have.
 */
public final class UnresolvedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The compiler's number for the declaration. */
    private final int id;

    public UnresolvedException(int id) {
        super("This declaration refers to something that is not declared yet. Declare it, then run the cell again.");
        this.id = id;
    }

    public int id() {
        return id;
    }
}
