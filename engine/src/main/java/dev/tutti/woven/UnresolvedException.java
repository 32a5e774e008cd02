package dev.tutti.woven;

/**
 * Thrown where code would call a declaration that does not compile yet because something it needs is not declared. It
 * stands for {@code jdk.jshell.spi.SPIResolutionException}, which engines do not have.
 */
public final class UnresolvedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int id;

    /**
     * @param id the number by which the kernel knows the declaration
     */
    public UnresolvedException(int id) {
        super("A declaration was called that refers to something not declared yet.");
        this.id = id;
    }

    public int id() {
        return id;
    }
}
