package dev.tutti.engine.stream;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Locale;

/**
 * A stream for the engine's own threads, another for all others. Every method asks anew which it is, so that an
 * application's stream keeps its own encoding, locking and ways.
 */
final class ThreadPrintStream extends PrintStream {

    private final PrintStream before;
    private final PrintStream ours;

    /** @param before what all other threads use */
    ThreadPrintStream(PrintStream before, PrintStream ours) {
        super(OutputStream.nullOutputStream());
        this.before = before;
        this.ours = ours;
    }

    PrintStream before() {
        return before;
    }

    private PrintStream now() {
        return ThreadStreams.areOfThisThread() ? ours : before;
    }

    @Override
    public void print(boolean value) {
        now().print(value);
    }

    @Override
    public void print(char value) {
        now().print(value);
    }

    @Override
    public void print(int value) {
        now().print(value);
    }

    @Override
    public void print(long value) {
        now().print(value);
    }

    @Override
    public void print(float value) {
        now().print(value);
    }

    @Override
    public void print(double value) {
        now().print(value);
    }

    @Override
    public void print(char[] value) {
        now().print(value);
    }

    @Override
    public void print(String value) {
        now().print(value);
    }

    @Override
    public void print(Object value) {
        now().print(value);
    }

    @Override
    public void println() {
        now().println();
    }

    @Override
    public void println(boolean value) {
        now().println(value);
    }

    @Override
    public void println(char value) {
        now().println(value);
    }

    @Override
    public void println(int value) {
        now().println(value);
    }

    @Override
    public void println(long value) {
        now().println(value);
    }

    @Override
    public void println(float value) {
        now().println(value);
    }

    @Override
    public void println(double value) {
        now().println(value);
    }

    @Override
    public void println(char[] value) {
        now().println(value);
    }

    @Override
    public void println(String value) {
        now().println(value);
    }

    @Override
    public void println(Object value) {
        now().println(value);
    }

    @Override
    public void write(int b) {
        now().write(b);
    }

    @Override
    public void write(byte[] bytes, int from, int count) {
        now().write(bytes, from, count);
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        now().write(bytes);
    }

    @Override
    public void writeBytes(byte[] bytes) {
        now().writeBytes(bytes);
    }

    @Override
    public PrintStream printf(String format, Object... values) {
        now().printf(format, values);
        return this;
    }

    @Override
    public PrintStream printf(Locale locale, String format, Object... values) {
        now().printf(locale, format, values);
        return this;
    }

    @Override
    public PrintStream format(String format, Object... values) {
        now().format(format, values);
        return this;
    }

    @Override
    public PrintStream format(Locale locale, String format, Object... values) {
        now().format(locale, format, values);
        return this;
    }

    @Override
    public PrintStream append(CharSequence text) {
        now().append(text);
        return this;
    }

    @Override
    public PrintStream append(CharSequence text, int from, int to) {
        now().append(text, from, to);
        return this;
    }

    @Override
    public PrintStream append(char c) {
        now().append(c);
        return this;
    }

    @Override
    public Charset charset() {
        return now().charset();
    }

    @Override
    public void flush() {
        now().flush();
    }

    @Override
    public boolean checkError() {
        return now().checkError();
    }

    @Override
    public void close() {
        now().close();
    }
}
