package dev.tutti.engine.codec;

/** Carries an {@link UnsendableException} through a serializer that knows no checked exceptions. */
final class CarriedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CarriedException(UnsendableException carried) {
        super(carried.getMessage(), carried);
    }

    UnsendableException carried() {
        return (UnsendableException) getCause();
    }
}
