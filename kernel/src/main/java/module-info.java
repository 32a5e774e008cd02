/**
 * The kernel: turns cells into class files once, keeps the session, and runs the controller of the engines. Front ends
 * (the terminal now, others later) use it through one facade, {@code dev.tutti.kernel.Kernel}.
 *
 * <p>Place in the chain: shell → <b>kernel</b> → engine. It knows no terminal; JShell is known in
 * {@code dev.tutti.kernel.compile} only, Netty in {@code dev.tutti.kernel.transport} only.
 */
@SuppressWarnings("module") // the module of the qualified exports is compiled later
module dev.tutti.kernel {
    requires transitive dev.tutti.engine;
    requires jdk.attach;
    requires jdk.compiler;
    requires jdk.jdi;
    requires jdk.jshell;
    requires jdk.management;
    requires eu.maveniverse.maven.mima.context;
    requires info.picocli;
    requires io.netty.buffer;
    requires io.netty.common;
    requires io.netty.transport;
    requires java.sql;
    requires org.apache.maven.resolver;
    requires org.apache.maven.resolver.util;
    requires org.jsoup;
    requires tools.jackson.databind;

    exports dev.tutti.kernel to
            dev.tutti.shell;
    exports dev.tutti.kernel.browse to
            dev.tutti.shell;
    exports dev.tutti.kernel.cell to
            dev.tutti.shell;
    exports dev.tutti.kernel.compile to
            dev.tutti.shell;
    exports dev.tutti.kernel.controller to
            dev.tutti.shell;
    exports dev.tutti.kernel.fold to
            dev.tutti.shell;
    exports dev.tutti.kernel.history to
            dev.tutti.shell;
    exports dev.tutti.kernel.magic to
            dev.tutti.shell;
    exports dev.tutti.kernel.settings to
            dev.tutti.shell;
    exports dev.tutti.kernel.view to
            dev.tutti.shell;

    opens dev.tutti.kernel.magic to
            info.picocli;
}
