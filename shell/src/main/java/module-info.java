/**
 * The terminal program: line editor, display, help, and the {@code tutti} command line.
 *
 * <p>Place in the chain: <b>shell</b> → kernel → engine. JLine is known in {@code dev.tutti.shell.line} and
 * {@code dev.tutti.shell.display} only.
 */
module dev.tutti.shell {
    requires dev.tutti.kernel;
    requires java.logging;
    requires info.picocli;
    requires org.jline;
    requires org.jsoup;
    requires tools.jackson.databind;
}
