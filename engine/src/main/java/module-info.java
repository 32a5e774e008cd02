/**
 * The engine: a small JVM that defines the class files it is sent and runs them, and the client library that drives
 * engines. It needs {@code java.base} and {@code java.instrument} alone, so that it starts in tens of milliseconds.
 *
 * <p>Place in the chain: shell → kernel → <b>engine</b>. The engine knows neither of the two; they share with it the
 * messages of {@code dev.tutti.engine.wire}.
 */
@SuppressWarnings("module") // the modules of the qualified export are compiled later
module dev.tutti.engine {
    requires java.instrument;
    requires static org.apache.fory.core;
    requires static java.management; // for measurements, where the JVM has them
    requires static jdk.management;
    requires static jdk.jfr;

    exports dev.tutti.client;
    exports dev.tutti.client.render;
    exports dev.tutti.woven;
    exports dev.tutti.engine.codec to
            dev.tutti.kernel;
    exports dev.tutti.engine.target to
            dev.tutti.kernel,
            dev.tutti.shell;
    exports dev.tutti.engine.measure to
            dev.tutti.kernel,
            dev.tutti.shell;
    exports dev.tutti.engine.wire to
            dev.tutti.kernel,
            dev.tutti.shell;
}
