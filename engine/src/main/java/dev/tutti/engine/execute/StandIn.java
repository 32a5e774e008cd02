package dev.tutti.engine.execute;

/** An exception that stands for one of another JVM whose class is not at hand here; it is told of as that one. */
public interface StandIn {

    /** The class of the exception that it stands for. */
    String className();
}
